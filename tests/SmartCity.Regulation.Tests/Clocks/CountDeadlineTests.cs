using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Application.Deadlines;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Clocks;

public sealed class CountDeadlineTests
{
    private static readonly IReadOnlyList<IModule> Modules = [new RegulationModule()];
    private static readonly DateOnly Start = new(2026, 2, 12);

    private static readonly Actor Official = new(
        ActorKind.Person,
        Guid.Parse("01980000-0000-7000-8000-000000000003"),
        "市财政局经办",
        Guid.Parse("01980000-0000-7000-8000-000000000004"),
        "finance-bureau",
        "610400"
    );

    [Fact]
    public async Task CountDeadline_WhenInWorkingDays_ThenTheDaysToldEndAtTheDeadline()
    {
        await using var host = await HostAsync();

        var counted = (await host.AskAs(Official, new CountDeadline(Start, WorkingDays: 5))).Value;

        counted.Deadline.ShouldBe(new(2026, 2, 26));
        (counted.Days[^1].Day, counted.Days[^1].Number).ShouldBe((counted.Deadline, 5));
    }

    [Fact]
    public async Task CountDeadline_WhenInMonths_ThenRollsPastTheDaysOff()
    {
        await using var host = await HostAsync();

        var counted = (await host.AskAs(Official, new CountDeadline(new(2025, 9, 1), Months: 1))).Value;

        counted.Deadline.ShouldBe(new(2025, 10, 9));
    }

    [Theory]
    [InlineData(null, null, "workingDays ONE_OF_TWO")]
    [InlineData(5, 1, "workingDays ONE_OF_TWO")]
    [InlineData(0, null, "workingDays OUT_OF_RANGE")]
    [InlineData(251, null, "workingDays OUT_OF_RANGE")]
    [InlineData(null, 13, "months OUT_OF_RANGE")]
    public async Task CountDeadline_WhenThePeriodIsUnclear_ThenInvalid(int? workingDays, int? months, string wrong)
    {
        await using var host = await HostAsync();

        var outcome = await host.AskAs(Official, new CountDeadline(Start, workingDays, months));

        outcome.Failure!.Fields.Select(field => $"{field.Field} {field.Code}").ShouldBe([wrong]);
    }

    private static Task<ModuleHost> HostAsync() => ModuleHost.StartAsync(DatabaseKind.Sqlite, Modules);
}
