using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Domain.Rules;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Regulation.Parameters;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Module;

public sealed class OpenAcceptanceTests
{
    private static readonly ParameterSnapshot NoMonthsMore = ParameterSnapshot.AtPromulgation;

    [Theory, EveryDatabase]
    public async Task OpenAcceptances_WhenATrialRuns_ThenItsEndIsToldWhatTheActIsTold(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var at = await module.OnTrialAsync();

        var asked = await module.Host.RefusalsOfNextActAsync(Town.OfficeClerk, "acceptance", at.Id.Value, NoMonthsMore);

        var act = await module.SendAs(
            Town.HospitalClerk,
            new FinishTrial(at.Id, AcceptanceHost.Start, "报告1号", true, at.Version)
        );
        act.ShouldBeRefused([.. asked]);
        asked.ShouldContain("TRIAL_TOO_SHORT");
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(30, 1, true)]
    [InlineData(31, 1, false)]
    [InlineData(31, 2, true)]
    public async Task OpenAcceptances_WhenTheTrialsLengthIsSupposed_ThenTheDateIsCountedByIt(
        int days,
        int months,
        bool tooShort
    )
    {
        await using var module = await AcceptanceHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.OnTrialAsync();
        module.Host.Time.Advance(TimeSpan.FromDays(days));

        var asked = await module.Host.RefusalsOfNextActAsync(
            Town.OfficeClerk,
            "acceptance",
            at.Id.Value,
            NoMonthsMore.With(Article36.MinimumTrialMonths, months)
        );

        asked.Contains("TRIAL_TOO_SHORT").ShouldBe(tooShort);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(1, false)]
    public async Task OpenAcceptances_WhenInUse_ThenThePostEvaluationIsJudgedByTheMonthsOfThatLaw(
        int months,
        bool tooEarly
    )
    {
        await using var module = await AcceptanceHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.InUseAsync();
        module.Host.Time.Advance(TimeSpan.FromDays(60));

        var asked = await module.Host.RefusalsOfNextActAsync(
            Town.OfficeClerk,
            "acceptance",
            at.Id.Value,
            NoMonthsMore.With(Article37.MinimumMonthsOfRunning, months)
        );

        asked.ShouldBe(tooEarly ? ["POST_EVAL_TOO_EARLY"] : []);
    }

    [Fact]
    public async Task OpenAcceptances_WhenPostEvaluated_ThenNoLongerOpen()
    {
        await using var module = await AcceptanceHost.StartAsync(DatabaseKind.Sqlite);
        await module.PostEvaluatedAsync();

        (await module.Host.CountOpenAsync(Town.OfficeClerk, "acceptance")).ShouldBe(0);
    }
}
