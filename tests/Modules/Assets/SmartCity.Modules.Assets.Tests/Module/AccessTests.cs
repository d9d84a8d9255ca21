using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Application.Counting;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Assets.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Module;

/// <summary>Who reads what, who may do what, and how the others are told.</summary>
public sealed class AccessTests
{
    [Theory, EveryDatabase]
    public async Task Read_WhenEachActorAsks_ThenListsAndDetailsAgree(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var (registration, servers, _) = await module.CompleteAsync(project);
        var inventory = await module.CountingAsync();
        (Actor Actor, bool Reads)[] table =
        [
            (Town.HospitalClerk, true),
            (Town.HospitalKeeper, true),
            (Town.OfficeClerk, true),
            (Town.FinanceClerk, true),
            (Town.Auditor, true),
            (Town.Inspector, true),
            (Town.HospitalExpert, false),
            (Town.LibraryClerk, false),
            (Town.Planner, false),
            (Town.Contractor, false),
            (Town.CountyClerk, false),
        ];

        foreach (var (actor, reads) in table)
        {
            bool[] told =
            [
                !(await module.AskAs(actor, new GetRegistration(registration))).IsFailure,
                (await module.AskAs(actor, new ListRegistrations())).Value.Items.Count == 1,
                !(await module.AskAs(actor, new GetProjectAssets(new(project.Declaration)))).IsFailure,
                !(await module.AskAs(actor, new GetCard(servers.Id))).IsFailure,
                (await module.AskAs(actor, new ListCards())).Value.Items.Count == 2,
                (await module.AskAs(actor, new GetLedgerTotals())).Value.Cards == 2,
                !(await module.AskAs(actor, new GetInventory(inventory.Id))).IsFailure,
                (await module.AskAs(actor, new ListInventories())).Value.Items.Count == 1,
            ];
            told.ShouldAllBe(one => one == reads, actor.Name);
        }
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenItIsNotTheirs_ThenEachIsToldWhy(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var (registration, servers, _) = await module.CompleteAsync(project);
        var counting = await module.CountingAsync();
        ICommand[] commands =
        [
            AssetsHost.Servers(registration, project),
            new StrikeOffCard(servers.Id, "有误", servers.Version),
            AssetsHost.ToTheClerk(servers),
            AssetsHost.Seen(counting, servers, "一号机房"),
            new CloseCounting(counting.Id, counting.Version),
        ];
        (Actor Actor, ErrorKind Kind, string Code)[] table =
        [
            (Town.LibraryClerk, ErrorKind.NotFound, "NOT_FOUND"),
            (Town.FinanceClerk, ErrorKind.Forbidden, "WRONG_AUTHORITY"),
            (Town.OfficeClerk, ErrorKind.Forbidden, "WRONG_AUTHORITY"),
            (Town.Contractor, ErrorKind.Forbidden, "WRONG_AUTHORITY"),
            (Town.HospitalExpert, ErrorKind.Forbidden, "WRONG_AUTHORITY"),
            (Town.Auditor, ErrorKind.Forbidden, "READ_ONLY_ROLE"),
            (Town.CountyClerk, ErrorKind.Forbidden, "OUT_OF_JURISDICTION"),
        ];

        foreach (var (actor, error, code) in table)
        {
            foreach (var command in commands)
            {
                (await module.SendAs(actor, command)).ShouldFail(error, code);
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Open_WhenAPersonSendsWhatTheModuleDoes_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var command = new OpenRegistration(
            new(Ids.Next()),
            new(Ids.Next()),
            "项目",
            Town.Hospital.Id,
            AssetsHost.Today
        );

        var result = await module.SendAs(Town.HospitalClerk, command);

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }
}
