using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Application.Faults;
using SmartCity.Modules.Operations.Application.Maintenance;
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Application.Warranties;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Module;

/// <summary>Who reads what, who may do what, and how the others are told.</summary>
public sealed class AccessTests
{
    [Theory, EveryDatabase]
    public async Task Read_WhenEachActorAsks_ThenListAndDetailAgree(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var fault = (await module.AFaultAsync()).Id;
        var warranty = (await module.AskAs(Town.OfficeClerk, new GetFaultReport(fault))).Value.Warranty;
        var violation = (await module.ACaseAsync()).Id;
        var request = await module.AMaintenanceRequestAsync();
        // Warranty and fault, case, maintenance request.
        (Actor Actor, bool[] Reads)[] table =
        [
            (Town.HospitalClerk, [true, false, true]),
            (Town.BuilderClerk, [true, true, false]),
            (Town.IntegratorClerk, [false, false, false]),
            (Town.LibraryClerk, [false, false, false]),
            (Town.OfficeClerk, [true, true, true]),
            (Town.FinanceClerk, [false, false, true]),
            (Town.Auditor, [true, true, true]),
            (Town.CountyClerk, [false, false, false]),
        ];

        foreach (var (actor, reads) in table)
        {
            bool[] details =
            [
                !(await module.AskAs(actor, new GetWarranty(warranty))).IsFailure,
                !(await module.AskAs(actor, new GetFaultReport(fault))).IsFailure,
                !(await module.AskAs(actor, new GetViolationCase(violation))).IsFailure,
                !(await module.AskAs(actor, new GetMaintenanceRequest(request))).IsFailure,
            ];
            var warranties = (await module.AskAs(actor, new ListWarranties())).Value.Items;
            bool[] lists =
            [
                warranties.Any(line => line.Id == warranty),
                (await module.AskAs(actor, new ListFaultReports())).Value.Items.Count == 1,
                (await module.AskAs(actor, new ListViolationCases())).Value.Items.Count == 1,
                (await module.AskAs(actor, new ListMaintenanceRequests())).Value.Items.Count == 1,
            ];

            bool[] expected = [reads[0], .. reads];
            details.ShouldBe(expected, actor.Name);
            lists.ShouldBe(expected, actor.Name);
        }
    }

    [Theory, EveryDatabase]
    public async Task ProjectWarranty_WhenEachActorAsks_ThenOnlyThoseConcernedAreTold(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        await module.AWarrantyAsync();
        (Actor Actor, int? Warranties)[] table =
        [
            (Town.HospitalClerk, 2),
            (Town.BuilderClerk, 1),
            (Town.IntegratorClerk, 1),
            (Town.OfficeClerk, 2),
            (Town.Auditor, 2),
            (Town.LibraryClerk, null),
            (Town.FinanceClerk, null),
            (Town.CountyClerk, null),
        ];

        foreach (var (actor, warranties) in table)
        {
            var told = await module.AskAs(actor, new GetProjectWarranty(Town.Works.Declaration));

            (actor.Name, told.IsFailure ? (int?)null : told.Value.Warranties.Count).ShouldBe((actor.Name, warranties));
        }
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheFaultIsAnothers_ThenItDoesNotExist(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.AFaultAsync();

        var confirm = await module.SendAs(Town.LibraryClerk, new ConfirmRepair(id, version));
        var respond = await module.SendAs(
            Town.IntegratorClerk,
            new RespondToFault(id, "到场。", OperationsHost.Today, version)
        );

        confirm.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        respond.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheContractorConfirmsItsOwnRepair_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.AFaultAsync();

        var result = await module.SendAs(Town.BuilderClerk, new ConfirmRepair(id, version));

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheOfficeRepliesForTheUnit_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync();

        var result = await module.SendAs(Town.OfficeClerk, new ReplyToCase(id, "代为陈述。", version));

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheOfficeReportsAFaultOfAnothersProject_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var warranty = await module.AWarrantyAsync();

        var result = await module.SendAs(Town.OfficeClerk, OperationsHost.Fault(warranty));

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenAnotherThanTheOfficeOpensACase_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var result = await module.SendAs(Town.FinanceClerk, OperationsHost.Case());

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheActorOversees_ThenReadOnly(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var result = await module.SendAs(Town.Auditor, OperationsHost.Case());

        result.ShouldFail(ErrorKind.Forbidden, "READ_ONLY_ROLE");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheActorIsOfACounty_ThenOutOfJurisdiction(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var result = await module.SendAs(Town.CountyClerk, OperationsHost.Case());

        result.ShouldFail(ErrorKind.Forbidden, "OUT_OF_JURISDICTION");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenAPersonSendsTheModulesOwnCommand_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var warranty = await module.AWarrantyAsync();

        var result = await module.SendAs(
            Town.OfficeClerk,
            new VoidWarranty(warranty, "无依据。", OperationsHost.Today)
        );

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }
}
