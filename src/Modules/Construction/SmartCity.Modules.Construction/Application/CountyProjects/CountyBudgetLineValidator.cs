using FluentValidation;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

internal sealed class CountyBudgetLineValidator : AbstractValidator<CountyBudgetLine>
{
    public CountyBudgetLineValidator()
    {
        RuleFor(line => line.Year).PlausibleYear();
        RuleFor(line => line.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(line => line.Amount).PositiveAmount();
    }
}
