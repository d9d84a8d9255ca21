using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

/// <summary>Malformed requests: each wrong field is told by its path, all at once.</summary>
public sealed class CountyInputTests
{
    private static readonly CountyStep Somewhere = new(new(Guid.Parse("0196f3a0-0000-7000-8000-000000000009")), 1);

    [Fact]
    public async Task Register_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        var command = new RegisterCountyProject(
            new string('长', 201),
            CountyProjectKind.SmartCity,
            "",
            Money.Zero,
            new(1999, "三财\0预", Money.FromYuan(-1))
        );

        var result = await AnswerTo(command);

        result.ShouldBe([
            ("name", "TOO_LONG"),
            ("constructingUnit", "REQUIRED"),
            ("totalInvestment", "OUT_OF_RANGE"),
            ("budget.year", "OUT_OF_RANGE"),
            ("budget.documentNumber", "UNPRINTABLE"),
            ("budget.amount", "OUT_OF_RANGE"),
        ]);
    }

    [Fact]
    public async Task Amend_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        var command = new AmendCountyProject(
            Somewhere.Id,
            Money.FromYuan(2_000_000_000),
            new(2026, "", Money.FromYuan(1)),
            1
        );

        var result = await AnswerTo(command);

        result.ShouldBe([("totalInvestment", "OUT_OF_RANGE"), ("budget.documentNumber", "REQUIRED")]);
    }

    [Fact]
    public async Task RecordTender_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        var command = new RecordCountyTender(
            Somewhere.Id,
            CountyTenderMethod.OpenTender,
            "",
            new(1900, 1, 1),
            "",
            "91350100m000100y4",
            Money.Zero,
            1
        );

        var result = await AnswerTo(command);

        result.ShouldBe([
            ("noticeNumber", "REQUIRED"),
            ("tenderedOn", "OUT_OF_RANGE"),
            ("winnerName", "REQUIRED"),
            ("winnerCreditCode", "CREDIT_CODE_INVALID"),
            ("awardedAmount", "OUT_OF_RANGE"),
        ]);
    }

    [Fact]
    public async Task SubmitFiling_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        var command = new SubmitCountyFiling(Somewhere.Id, "", "", new(1900, 1, 1), new string('长', 4001), 1);

        var result = await AnswerTo(command);

        result.ShouldBe([
            ("planTitle", "REQUIRED"),
            ("documentNumber", "REQUIRED"),
            ("submittedOn", "OUT_OF_RANGE"),
            ("summary", "TOO_LONG"),
        ]);
    }

    [Fact]
    public async Task Start_WhenTheDayIsImplausible_ThenItIsToldByItsPath()
    {
        var command = new StartCountyConstruction(Somewhere.Id, new(1900, 1, 1), 1);

        var result = await AnswerTo(command);

        result.ShouldBe([("startedOn", "OUT_OF_RANGE")]);
    }

    [Fact]
    public async Task OfficesActs_WhenNothingIsWritten_ThenTheFieldIsRequired()
    {
        (await AnswerTo(new FileImplementationPlan(Somewhere.Id, "", 1), Counties.OfficeClerk)).ShouldBe([
            ("receiptNumber", "REQUIRED"),
        ]);
        (await AnswerTo(new ReturnFilingIncomplete(Somewhere.Id, " ", 1), Counties.OfficeClerk)).ShouldBe([
            ("missing", "REQUIRED"),
        ]);
    }

    [Fact]
    public async Task List_WhenTheFilterIsWrong_ThenEachFieldIsTold()
    {
        await using var module = await CountyHost.StartAsync(DatabaseKind.Sqlite);

        var result = await module.AskAs(Counties.OfficeClerk, new ListCountyProjects(County: "610100", Limit: 201));

        FieldsOf(result.Failure!).ShouldBe([("county", "UNKNOWN_VALUE"), ("limit", "OUT_OF_RANGE")]);
    }

    [Fact]
    public async Task List_WhenTheCursorIsNoneOfOurs_ThenInvalid()
    {
        await using var module = await CountyHost.StartAsync(DatabaseKind.Sqlite);

        var result = await module.AskAs(Counties.OfficeClerk, new ListCountyProjects(After: "??"));

        result.ShouldFail(ErrorKind.Invalid, "CURSOR_INVALID");
    }

    private static async Task<List<(string, string)>> AnswerTo(ICommand command, Actor? actor = null)
    {
        await using var module = await CountyHost.StartAsync(DatabaseKind.Sqlite);
        var result = await module.SendAs(actor ?? Counties.SanyuanClerk, command);
        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        return FieldsOf(result.Failure!);
    }

    private static List<(string, string)> FieldsOf(Error failure) =>
        [.. failure.Fields.Select(field => (field.Field, field.Code))];
}
