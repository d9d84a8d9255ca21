using FluentValidation;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

internal sealed class BudgetLineValidator : AbstractValidator<BudgetLine>
{
    public BudgetLineValidator()
    {
        RuleFor(line => line.Year).PlausibleYear();
        RuleFor(line => line.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(line => line.Amount).PositiveAmount();
    }
}
