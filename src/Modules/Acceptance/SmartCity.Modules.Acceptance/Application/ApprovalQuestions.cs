using MediatR;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Acceptance.Application;

/// <summary>What this module asks Approval.</summary>
internal static class ApprovalQuestions
{
    /// <summary>How far the project was when it was taken over; null where it came no further than being built.</summary>
    public static async Task<RunningAcceptance?> RunningAsync(
        this IMediator mediator,
        DeclarationId declaration,
        CancellationToken cancellationToken
    )
    {
        var before = await mediator.Send(new TakeOverOf(declaration), cancellationToken);
        return before is null || (before.TrialStartedOn ?? before.AcceptedOn) is null
            ? null
            : new(
                before.OfficeNumber,
                before.BasisDocumentNumber,
                before.TakenOverOn,
                new AccountId(before.TakenOverBy),
                TrialOf(before),
                AcceptanceOf(before)
            );
    }

    private static EarlierTrial? TrialOf(TakeOverProfile before) =>
        before is { TrialStartedOn: { } startedOn, TrialPermitEndsBy: { } endsBy, SystemTest: { } test }
            ? new(
                new(test.Date, test.Issuer, test.Number, Passed: true, ""),
                before.TrialPermit!.Number,
                startedOn,
                endsBy
            )
            : null;

    private static EarlierAcceptance? AcceptanceOf(TakeOverProfile before) =>
        before is { AcceptedOn: { } acceptedOn, AcceptanceConclusion: { } conclusion }
            ? new(conclusion.Number, conclusion.Issuer, acceptedOn)
            : null;
}
