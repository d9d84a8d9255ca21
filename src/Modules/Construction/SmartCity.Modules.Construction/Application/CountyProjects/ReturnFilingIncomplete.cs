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

/// <summary>The office gives an incomplete submission back and says what is missing; the county can submit again.</summary>
internal sealed record ReturnFilingIncomplete(CountyProjectId Project, string Missing, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ReturnFilingIncompleteValidator : AbstractValidator<ReturnFilingIncomplete>
{
    public ReturnFilingIncompleteValidator()
    {
        RuleFor(command => command.Missing).RequiredText(InputRules.LongText);
    }
}

internal sealed class ReturnFilingIncompleteHandler(IConstructionDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ReturnFilingIncomplete, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReturnFilingIncomplete command, CancellationToken cancellationToken)
    {
        var project = await database.CountyProjects.FirstOrDefaultAsync(
            one => one.Id == command.Project,
            cancellationToken
        );
        var outcome = act.Authorise(project, CountyProjectAccess.OfThoseWhoRead, command.ExpectedVersion)
            .Then(() => project!.ReturnFilingIncomplete(command.Missing, new AccountId(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
