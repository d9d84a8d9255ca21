using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>The county's office submits the implementation plan to be filed, or again after it came back.</summary>
internal sealed record SubmitCountyFiling(
    CountyProjectId Project,
    string PlanTitle,
    string DocumentNumber,
    DateOnly SubmittedOn,
    string Summary,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class SubmitCountyFilingValidator : AbstractValidator<SubmitCountyFiling>
{
    public SubmitCountyFilingValidator()
    {
        RuleFor(command => command.PlanTitle).RequiredText(InputRules.ShortText);
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.SubmittedOn).PlausibleDate();
        RuleFor(command => command.Summary).RequiredText(InputRules.LongText);
    }
}

internal sealed class SubmitCountyFilingHandler(IConstructionDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<SubmitCountyFiling, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SubmitCountyFiling command, CancellationToken cancellationToken)
    {
        var project = await database.CountyProjects.FirstOrDefaultAsync(
            one => one.Id == command.Project,
            cancellationToken
        );
        var filing = new CountyFilingText(
            command.PlanTitle,
            command.DocumentNumber,
            command.SubmittedOn,
            command.Summary
        );
        var outcome = act.Authorise(project, CountyProjectAccess.OfThoseWhoRead, command.ExpectedVersion)
            .Then(() => project!.SubmitFiling(filing, new AccountId(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
