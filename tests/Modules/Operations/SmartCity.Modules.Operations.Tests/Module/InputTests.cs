using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Application.Faults;
using SmartCity.Modules.Operations.Application.Maintenance;
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Application.Warranties;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Module;

/// <summary>Malformed requests: each wrong field is told by its path, and nothing breaks.</summary>
public sealed class InputTests
{
    private static readonly string TooLong = new('长', 4001);

    [Fact]
    public async Task RequestMaintenance_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath() =>
        await ShouldTellAsync(
            Town.HospitalClerk,
            OperationsHost.Maintenance(Town.Works) with
            {
                Year = 9999,
                Amount = Money.Zero,
                Payee = new("", "某\0银行", new string('1', 51)),
                Purpose = TooLong,
            },
            ("year", "OUT_OF_RANGE"),
            ("amount", "OUT_OF_RANGE"),
            ("payee.name", "REQUIRED"),
            ("payee.bank", "UNPRINTABLE"),
            ("payee.account", "TOO_LONG"),
            ("purpose", "TOO_LONG")
        );

    [Fact]
    public async Task RequestMaintenance_WhenTheFundingDeclarationIsUnknown_ThenItsFieldIsTold() =>
        await ShouldTellAsync(
            Town.HospitalClerk,
            OperationsHost.Maintenance(Town.Works) with
            {
                FundedBy = new DeclarationId(Ids.Next()),
            },
            ("fundedBy", "DECLARATION_UNKNOWN")
        );

    [Fact]
    public async Task ReportFault_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath() =>
        await ShouldTellAsync(
            Town.HospitalClerk,
            OperationsHost.Fault(new(Ids.Next())) with
            {
                Title = "",
                Description = TooLong,
                OccurredOn = new(1900, 1, 1),
            },
            ("title", "REQUIRED"),
            ("description", "TOO_LONG"),
            ("occurredOn", "OUT_OF_RANGE")
        );

    [Fact]
    public async Task OpenCase_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath() =>
        await ShouldTellAsync(
            Town.OfficeClerk,
            OperationsHost.Case() with
            {
                Title = "",
                Facts = TooLong,
                CausedMajorLoss = true,
                Loss = Money.Zero,
            },
            ("title", "REQUIRED"),
            ("facts", "TOO_LONG"),
            ("loss", "LOSS_REQUIRED")
        );

    [Fact]
    public async Task OpenCase_WhenSubjectAndProjectAreUnknown_ThenBothAreTold() =>
        await ShouldTellAsync(
            Town.OfficeClerk,
            OperationsHost.Case() with
            {
                Subject = new UnitId(Ids.Next()),
                Project = new DeclarationId(Ids.Next()),
            },
            ("subject", "UNIT_UNKNOWN"),
            ("project", "DECLARATION_UNKNOWN")
        );

    [Fact]
    public async Task ClaimCompensation_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        var debtor = new ClaimCompensation.ChosenDebtor(Town.Builder.Id, Money.Zero);

        await ShouldTellAsync(
            Town.OfficeClerk,
            new ClaimCompensation(new(Ids.Next()), "", TooLong, [debtor, debtor], 1),
            ("documentNumber", "REQUIRED"),
            ("grounds", "TOO_LONG"),
            ("debtors", "DUPLICATE"),
            ("debtors[0].amount", "OUT_OF_RANGE"),
            ("debtors[1].amount", "OUT_OF_RANGE")
        );
    }

    [Fact]
    public async Task Lists_WhenTheCursorIsNotOurs_ThenInvalid()
    {
        await using var module = await OperationsHost.StartAsync(DatabaseKind.Sqlite);

        (await module.AskAs(Town.Auditor, new ListWarranties(After: "?"))).ShouldFail(
            ErrorKind.Invalid,
            "CURSOR_INVALID"
        );
        (await module.AskAs(Town.Auditor, new ListFaultReports(After: "?"))).ShouldFail(
            ErrorKind.Invalid,
            "CURSOR_INVALID"
        );
        (await module.AskAs(Town.Auditor, new ListViolationCases(After: "?"))).ShouldFail(
            ErrorKind.Invalid,
            "CURSOR_INVALID"
        );
        (await module.AskAs(Town.Auditor, new ListMaintenanceRequests(After: "?"))).ShouldFail(
            ErrorKind.Invalid,
            "CURSOR_INVALID"
        );
    }

    private static async Task ShouldTellAsync(
        Actor actor,
        ICommand command,
        params (string Field, string Code)[] expected
    )
    {
        await using var module = await OperationsHost.StartAsync(DatabaseKind.Sqlite);

        var result = await module.SendAs(actor, command);

        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        result.Failure!.Fields.Select(field => (field.Field, field.Code)).ShouldBe(expected, ignoreOrder: true);
    }
}
