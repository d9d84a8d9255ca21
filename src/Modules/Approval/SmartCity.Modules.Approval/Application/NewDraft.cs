using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Application;

/// <summary>How a declaration begins, whether a person types it or a list brings it.</summary>
internal static class NewDraft
{
    /// <summary>A draft of the unit; nothing is saved yet.</summary>
    public static async Task<Result<Declaration>> DraftAsync(
        this IMediator mediator,
        DeclarationId id,
        UnitId leadUnit,
        DeclarationSheet sheet,
        Act act,
        RulesInForce rules,
        CancellationToken cancellationToken
    )
    {
        var lead = await mediator.LeadUnitAsync(leadUnit, cancellationToken);
        if (lead.IsFailure)
        {
            return lead.Failure;
        }

        var participants = await mediator.ParticipantsKnownAsync(sheet, act.Context.Language, cancellationToken);
        return participants.IsFailure
            ? participants.Failure
            : Declaration.Draft(id, lead.Value, sheet, new AccountId(act.Actor.Account), rules);
    }

    /// <summary>An error for each unit of the sheet that is not registered.</summary>
    public static async Task<Result> ParticipantsKnownAsync(
        this IMediator mediator,
        DeclarationSheet sheet,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var units = await mediator.UnitsAsync(sheet.ParticipatingUnits, cancellationToken);
        var unknown = units.UnknownUnits(index => $"sheet.participatingUnits[{index}]", language).ToList();
        return unknown.Count > 0 ? Error.Invalid(unknown) : Result.Success;
    }
}
