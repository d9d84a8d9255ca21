using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Application.Accepting;
using SmartCity.Modules.Acceptance.Application.Evaluating;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Application.Using;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Module;

/// <summary>Malformed requests: each wrong field is told by its path, and nothing breaks.</summary>
public sealed class InputTests
{
    private static readonly AcceptanceId Any = new(Ids.Next());
    private static readonly DateOnly LongAgo = new(1900, 1, 1);
    private static readonly string TooLong = new('长', 4001);

    private static readonly Dictionary<string, (Actor Actor, ICommand Command, string[] Wrong)> Cases = new()
    {
        ["test"] = (
            Town.HospitalClerk,
            new RecordSystemTest(Any, new(LongAgo, "", "咸\0阳", true, TooLong), 1),
            ["test.testedOn", "test.tester", "test.reportNumber", "test.summary"]
        ),
        ["permit"] = (
            Town.OfficeClerk,
            new PermitTrial(Any, "", LongAgo, LongAgo, 1),
            ["permitNumber", "startsOn", "endsBy"]
        ),
        ["renewal"] = (Town.OfficeClerk, new RenewTrialPermit(Any, "", LongAgo, 1), ["permitNumber", "endsBy"]),
        ["log"] = (
            Town.HospitalClerk,
            new LogTrial(Any, new(new(2026, 3, 3), new(2026, 3, 2), 10_001, -1, -1, -1, TooLong)),
            [
                "entry.until",
                "entry.uptimeBasisPoints",
                "entry.incidents",
                "entry.users",
                "entry.dataVolumeMegabytes",
                "entry.note",
            ]
        ),
        ["restart"] = (Town.HospitalClerk, new RestartTrial(Any, LongAgo, "", 1), ["restartsOn", "reason"]),
        ["finish"] = (Town.HospitalClerk, new FinishTrial(Any, LongAgo, "", true, 1), ["endedOn", "reportNumber"]),
        ["application"] = (
            Town.HospitalClerk,
            new ApplyForAcceptance(Any, [new(AcceptanceBasisKind.LocalStandard, "", "", "")], 1),
            ["basis[0].number", "basis[0].title", "basis[0].evidence"]
        ),
        ["panel"] = (
            Town.OfficeClerk,
            new FormAcceptancePanel(
                Any,
                [Town.AccountOf(Town.Experts[0]), Town.AccountOf(Town.Experts[0])],
                [Town.Planning.Id, Town.Planning.Id],
                LongAgo,
                "",
                1
            ),
            ["experts", "departments", "heldOn", "place"]
        ),
        ["security"] = (
            Town.OfficeClerk,
            new RecordSecurityEvaluation(Any, new(true, "", "", LongAgo), 1),
            ["evaluation.evaluator", "evaluation.certificateNumber", "evaluation.evaluatedOn"]
        ),
        ["conclusion"] = (
            Town.OfficeClerk,
            new ConcludeAcceptance(Any, new(false, "", LongAgo, "", []), null, 1),
            ["conclusion.documentNumber", "conclusion.decidedOn", "conclusion.opinion", "conclusion.defects"]
        ),
        ["rectification"] = (Town.HospitalClerk, new StartRectification(Any, "", 1), ["plan"]),
        ["rectified"] = (Town.HospitalClerk, new ReportRectified(Any, LongAgo, "", 1), ["rectifiedOn", "report"]),
        ["revocation"] = (Town.OfficeClerk, new RevokeAcceptance(Any, TooLong, 1), ["reason"]),
        ["use"] = (Town.HospitalClerk, new PutProjectIntoUse(Any, LongAgo, 1), ["inUseOn"]),
        ["evaluation"] = (
            Town.OfficeClerk,
            new ConcludePostEvaluation(
                Any,
                new(
                    101,
                    EvaluationResult.Poor,
                    "",
                    LongAgo,
                    new("", "调查", "调查", new("", "实际"), new("计划", "实际"), new("计划", "实际"), new("计划", ""))
                ),
                1
            ),
            [
                "evaluation.score",
                "evaluation.documentNumber",
                "evaluation.concludedOn",
                "evaluation.survey.decision",
                "evaluation.survey.cost.planned",
                "evaluation.survey.use.actual",
            ]
        ),
        ["annulment"] = (Town.OfficeClerk, new AnnulPostEvaluation(Any, "", 1), ["reason"]),
    };

    public static TheoryData<string> Names() => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Send_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath(string name)
    {
        await using var module = await AcceptanceHost.StartAsync(DatabaseKind.Sqlite);
        var (actor, command, wrong) = Cases[name];

        var result = await module.SendAs(actor, command);

        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        result.Failure!.Fields.Select(field => field.Field).ShouldBe(wrong, ignoreOrder: true);
    }

    [Fact]
    public async Task FormPanel_WhenAccountsAndUnitsAreUnknown_ThenTheirPlacesAreTold()
    {
        await using var module = await AcceptanceHost.StartAsync(DatabaseKind.Sqlite);
        var applied = await module.AppliedAsync(await module.BuiltAsync(isService: true));

        var result = await module.SendAs(
            Town.OfficeClerk,
            new FormAcceptancePanel(
                applied.Id,
                [Town.AccountOf(Town.Experts[0]), new(Ids.Next())],
                [new(Ids.Next())],
                module.Today,
                "会议室",
                applied.Version
            )
        );

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe([("experts[1]", "ACCOUNT_UNKNOWN"), ("departments[0]", "UNIT_UNKNOWN")]);
    }

    [Fact]
    public async Task List_WhenTheCursorIsNotOurs_ThenInvalid()
    {
        await using var module = await AcceptanceHost.StartAsync(DatabaseKind.Sqlite);

        var result = await module.AskAs(Town.OfficeClerk, new ListAcceptances(After: "???"));

        result.ShouldFail(ErrorKind.Invalid, "CURSOR_INVALID");
    }
}
