using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>The office assigns a responsible expert or technician to the project's working group (article 11).</summary>
internal sealed record AssignExpert(BuildingId Building, AccountId Account, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class AssignExpertHandler(
    IConstructionDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator
) : IRequestHandler<AssignExpert, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AssignExpert command, CancellationToken cancellationToken)
    {
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var allowed = act.Authorise(building, BuildingAccess.OfTheOffice, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var profiles = await mediator.AccountsAsync([command.Account], cancellationToken);
        if (!profiles.TryGetValue(command.Account, out var profile))
        {
            return Error.Invalid([Questions.UnknownAccount("account", act.Context.Language)]);
        }

        var expert = new NamedExpert(profile.Id, profile.Name, profile.CanServe(building!), act.LegalDate);
        var outcome = building!.AssignExpert(expert, rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
