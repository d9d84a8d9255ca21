using MediatR;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Approval.Contracts;

namespace SmartCity.Modules.Acceptance.Tests.Given;

/// <summary>Projects that Approval took over in their trial run or accepted; every other one went all its way here.</summary>
internal static class ARunningProject
{
    public static readonly DateOnly TrialStarted = new(2026, 3, 2);
    public static readonly DateOnly Accepted = new(2026, 3, 2);

    public static TakeOverProfile InTrialRun { get; } =
        new(
            new(Ids.Next()),
            "XX-2025-014",
            "InTrialRun",
            new(2026, 3, 2),
            "咸信办发〔2026〕60号",
            Town.OfficeClerk.Account,
            new("测〔2026〕1号", new(2026, 3, 2), "省电子质检院"),
            new("试〔2026〕1号", new(2026, 3, 2), "市政府信息办"),
            TrialStarted,
            new(2026, 12, 31),
            null,
            null
        );

    public static TakeOverProfile AcceptedBefore { get; } =
        InTrialRun with
        {
            Declaration = new(Ids.Next()),
            Stage = "Accepted",
            SystemTest = null,
            TrialPermit = null,
            TrialStartedOn = null,
            TrialPermitEndsBy = null,
            AcceptanceConclusion = new("验〔2026〕1号", Accepted, "市政府信息办"),
            AcceptedOn = Accepted,
        };

    public static TakeOverProfile BuiltBefore { get; } =
        AcceptedBefore with
        {
            Declaration = new(Ids.Next()),
            Stage = "Built",
            AcceptanceConclusion = null,
            AcceptedOn = null,
        };

    /// <summary>What the domain hears of the two.</summary>
    public static RunningAcceptance Running(bool isAccepted) =>
        new(
            "XX-2025-014",
            "咸信办发〔2026〕60号",
            new(2026, 3, 2),
            AnAcceptance.TheOffice,
            isAccepted ? null : new(AnAcceptance.ATest(), "试〔2026〕1号", TrialStarted, AnAcceptance.PermitEnd),
            isAccepted ? new("验〔2026〕1号", "市政府信息办", Accepted) : null
        );

    internal sealed class TakeOverOfHandler : IRequestHandler<TakeOverOf, TakeOverProfile?>
    {
        public Task<TakeOverProfile?> Handle(TakeOverOf request, CancellationToken cancellationToken) =>
            Task.FromResult(
                Array.Find([InTrialRun, AcceptedBefore, BuiltBefore], one => one.Declaration == request.Declaration)
            );
    }
}
