using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.FaultReports;

public sealed class FaultReportTests
{
    private static readonly Dictionary<string, Func<FaultReport, Result>> Acts = new()
    {
        ["Respond"] = one => one.Respond("更换网关。", Objects.Today, Objects.Clerk, Objects.Rules),
        ["Resolve"] = one => one.Resolve("已更换。", Money.Zero, Objects.Within, Objects.Clerk, Objects.Rules),
        ["Confirm"] = one => one.Confirm(Objects.Today),
        ["Reopen"] = one => one.Reopen("又坏了。"),
    };

    // Where each legal pair leads; every pair that is not here is an illegal transition.
    private static readonly Dictionary<(FaultReportState, string), FaultReportState> Legal = new()
    {
        [(FaultReportState.Reported, "Respond")] = FaultReportState.Responded,
        [(FaultReportState.Reopened, "Respond")] = FaultReportState.Responded,
        [(FaultReportState.Responded, "Resolve")] = FaultReportState.Resolved,
        [(FaultReportState.Resolved, "Confirm")] = FaultReportState.Closed,
        [(FaultReportState.Resolved, "Reopen")] = FaultReportState.Reopened,
    };

    public static MatrixTheoryData<string, string> Pairs() => new(Enum.GetNames<FaultReportState>(), Acts.Keys);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_WhenTheReportIsInThisState_ThenLeadsOnOrIsToldWhyNot(string stateName, string act)
    {
        var state = Enum.Parse<FaultReportState>(stateName);
        var report = Objects.AFault(state);

        var result = Acts[act](report);

        if (Legal.TryGetValue((state, act), out var next))
        {
            result.ShouldBeAccepted();
            report.State.ShouldBe(next);
        }
        else
        {
            result.ShouldBeIllegalNow();
            report.State.ShouldBe(state);
        }
    }

    [Fact]
    public void Resolve_WhenACoveredFaultIsCharged_ThenRefused()
    {
        var report = Objects.AFault(FaultReportState.Responded);

        var result = report.Resolve("已更换。", Money.FromFen(1), Objects.Within, Objects.Clerk, Objects.Rules);

        result.ShouldBeRefused("IN_WARRANTY_NO_CHARGE");
        report.State.ShouldBe(FaultReportState.Responded);
    }

    [Fact]
    public void Resolve_WhenTheFaultOccurredAfterTheWarranty_ThenMayBeCharged()
    {
        var report = Objects.AFault(FaultReportState.Responded);
        var ended = Objects.Within with { IsWithin = false };

        report.Resolve("已更换。", Money.FromFen(1), ended, Objects.Clerk, Objects.Rules).ShouldBeAccepted();
    }

    [Fact]
    public void Respond_WhenTheVisitWasBeforeTheFault_ThenRefused()
    {
        var report = Objects.AFault();

        var result = report.Respond("到场。", Objects.Today.AddDays(-1), Objects.Clerk, Objects.Rules);

        result.ShouldBeRefused("FAULT_DATE_IMPLAUSIBLE");
    }

    [Fact]
    public void Respond_WhenReopened_ThenEveryAttemptIsKept()
    {
        var report = Objects.AFault(FaultReportState.Reopened);

        report.Respond("再次更换。", Objects.Today, Objects.Clerk, Objects.Rules).ShouldBeAccepted();

        report.Responses.Select(response => response.Number).ShouldBe([1, 2]);
        report.Resolutions.ShouldHaveSingleItem().RejectedBecause.ShouldBe("又坏了。");
    }
}
