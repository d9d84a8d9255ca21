using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Operations.Infrastructure;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Module;

/// <summary>The warranties' ends and the corrections' due days as clocks (A41-3).</summary>
public sealed class ClockTests
{
    // The software contract's three years: from 2026-03-02 to 2029-03-02.
    [Theory]
    [InlineData("2028-09-02", 0)]
    [InlineData("2028-09-03", 1)]
    [InlineData("2028-12-01", 1)]
    [InlineData("2028-12-02", 2)]
    [InlineData("2029-01-30", 2)]
    [InlineData("2029-01-31", 3)]
    public async Task Warranty_WhenADayBeforeItsEnd_ThenThe180And90And30DayNoticesAreRaised(string day, int raised)
    {
        await using var module = await OperationsHost.StartAsync(DatabaseKind.Sqlite);
        await module.AWarrantyAsync();
        PassTo(module, day);

        await module.Host.RaiseDueNoticesAsync("operations");

        var notices = (await module.Host.NoticesAsync<OperationsDb>())
            .Where(notice => notice.DueOn == new DateOnly(2029, 3, 2))
            .ToList();
        string[] kinds =
        [
            "operations.warranty-end-180-days-before",
            "operations.warranty-end-90-days-before",
            "operations.warranty-end-30-days-before",
        ];
        notices.Select(notice => notice.Kind).ShouldBe(kinds.Take(raised));
        notices.ShouldAllBe(notice => notice.Unit == Town.Hospital.Id.Value && notice.Article == 41);
    }

    [Theory, EveryDatabase]
    public async Task Warranty_WhenTheAcceptanceIsRevokedAndPassesAgain_ThenTheNewTermsClockRuns(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        await module.AWarrantyAsync();
        await module.HearAsync(OperationsHost.Revoked(Town.Works));
        module.Acceptances.Tell(Town.Works, new(2026, 9, 1));

        await module.HearAsync(OperationsHost.Passed(Town.Works, 2, new(2026, 9, 1)));

        (await module.Host.ClocksAsync<OperationsDb>())
            .Select(clock => (clock.State, clock.DueOn))
            .ShouldBe(
                [
                    (ClockState.Lapsed, new(2029, 3, 2)),
                    (ClockState.Lapsed, new(2030, 3, 4)),
                    (ClockState.Running, new(2029, 9, 3)),
                    (ClockState.Running, new(2030, 9, 2)),
                ],
                ignoreOrder: true
            );
    }

    [Theory, EveryDatabase]
    public async Task Correction_WhenOverdue_ThenUnitAndOfficeAreToldAndALateOneIsTaken(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync(CaseArticle.Article42);
        var ordered = await module.AcceptedAs(
            Town.OfficeClerk,
            new OrderCorrection(id, "改〔2026〕1号", "恢复备份。", new(2026, 3, 31), version)
        );
        PassTo(module, "2026-04-01");
        await module.Host.RaiseDueNoticesAsync("operations");

        var reported = await module.AcceptedAs(
            Town.HospitalClerk,
            new ReportCorrection(id, "已恢复。", ordered.Version)
        );
        await module.AcceptedAs(Town.OfficeClerk, new ConfirmCorrection(id, reported.Version));

        (await module.Host.NoticesAsync<OperationsDb>())
            .Select(notice => (notice.Kind, notice.Unit))
            .ShouldBe([
                ("operations.unit-correction-7-days-before", Town.Hospital.Id.Value),
                ("operations.unit-correction-3-days-before", Town.Hospital.Id.Value),
                ("operations.unit-correction-on-the-day", Town.Hospital.Id.Value),
                ("operations.unit-correction-1-day-overdue", Town.Hospital.Id.Value),
                ("operations.unit-correction-1-day-overdue", Town.Office.Id.Value),
            ]);
        var clock = (await module.Host.ClocksAsync<OperationsDb>()).ShouldHaveSingleItem();
        (clock.State, clock.OverdueSince, clock.EndedOn).ShouldBe((ClockState.Met, new(2026, 4, 1), new(2026, 4, 1)));
    }

    private static void PassTo(OperationsHost module, string day) =>
        module.Host.Time.Advance(
            TimeSpan.FromDays(
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber
                    - OperationsHost.Today.DayNumber
            )
        );
}
