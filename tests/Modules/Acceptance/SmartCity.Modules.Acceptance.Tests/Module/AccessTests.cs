using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Application.Accepting;
using SmartCity.Modules.Acceptance.Application.Opening;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Application.Using;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Module;

/// <summary>Who reads what, who may do what, and how the others are told.</summary>
public sealed class AccessTests
{
    [Theory, EveryDatabase]
    public async Task Read_WhenEachActorAsks_ThenListAndDetailAndMayRunAgree(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var seated = await module.SeatedAsync(await module.AppliedAsync(await module.TrialPassedAsync()));
        (Actor Actor, bool Reads)[] table =
        [
            (Town.HospitalClerk, true),
            (Town.HealthClerk, true),
            (Town.Contractor, true),
            (Town.OfficeClerk, true),
            (Town.FinanceClerk, true),
            (Town.BigDataClerk, true),
            (Town.DataCentreClerk, true),
            (Town.Auditor, true),
            (Town.Experts[0], true),
            (Town.Planner, true),
            (Town.LibraryClerk, false),
            (Town.Experts[1], false),
            (Town.CountyClerk, false),
        ];

        foreach (var (actor, reads) in table)
        {
            var detail = await module.AskAs(actor, new GetAcceptance(seated.Id));
            var list = await module.AskAs(actor, new ListAcceptances());
            var mayRun = await module.AskAs(actor, new MayRun(seated.Id));

            (actor.Name, !detail.IsFailure).ShouldBe((actor.Name, reads));
            (actor.Name, list.Value.Items.Count == 1).ShouldBe((actor.Name, reads));
            (actor.Name, !mayRun.IsFailure).ShouldBe((actor.Name, reads));
        }
    }

    [Theory, EveryDatabase]
    public async Task MayRun_WhenOnTrialUnderAPermit_ThenUntilItsLastDayAndNotAfter(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var trial = await module.OnTrialAsync();
        var during = (await module.AskAs(Town.DataCentreClerk, new MayRun(trial.Id))).Value;
        module.GoTo(new(2027, 1, 1));

        var after = (await module.AskAs(Town.DataCentreClerk, new MayRun(trial.Id))).Value;

        (during.Permitted, during.Until).ShouldBe((true, new DateOnly(2026, 12, 31)));
        (after.Permitted, after.Ground).ShouldBe((false, RunningGround.TrialPermitExpired));
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheAcceptanceIsAnotherUnits_ThenItDoesNotExist(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var built = await module.BuiltAsync();

        var result = await module.SendAs(
            Town.LibraryClerk,
            new RecordSystemTest(built.Id, AnAcceptance.ATest(), built.Version)
        );

        result.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenAParticipatingUnitActs_ThenWrongAuthorityForItMayRead(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var built = await module.BuiltAsync();

        var result = await module.SendAs(
            Town.HealthClerk,
            new RecordSystemTest(built.Id, AnAcceptance.ATest(), built.Version)
        );

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheLeadUnitPermitsItsOwnTrial_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var tested = await module.TestedAsync();

        var result = await module.SendAs(
            Town.HospitalClerk,
            new PermitTrial(tested.Id, "号", module.Today, module.Today, tested.Version)
        );

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheActorOverseesOrIsOfACounty_ThenEachIsToldWhy(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var passed = await module.PassedAsync();
        var command = new RevokeAcceptance(passed.Id, "理由", passed.Version);

        var overseer = await module.SendAs(Town.Auditor, command);
        var county = await module.SendAs(Town.CountyClerk, command);

        overseer.ShouldFail(ErrorKind.Forbidden, "READ_ONLY_ROLE");
        county.ShouldFail(ErrorKind.Forbidden, "OUT_OF_JURISDICTION");
    }

    [Theory, EveryDatabase]
    public async Task Open_WhenAPersonSendsTheModulesCommand_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);

        var result = await module.SendAs(
            Town.OfficeClerk,
            new OpenAcceptance(
                new(Ids.Next()),
                "项目",
                "Security",
                false,
                Town.Hospital.Id,
                [],
                [],
                AcceptanceHost.Start
            )
        );

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task List_WhenReadPageByPage_ThenEachIsToldOnceNewestFirst(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        for (var number = 1; number <= 5; number++)
        {
            module.Host.Time.Advance(TimeSpan.FromSeconds(1));
            await module.BuiltAsync(name: $"项目{number}");
        }

        var told = new List<string>();
        string? after = null;
        do
        {
            var page = (await module.AskAs(Town.HospitalClerk, new ListAcceptances(After: after, Limit: 2))).Value;
            told.AddRange(page.Items.Select(line => line.ProjectName));
            after = page.Next;
        } while (after is not null);

        told.ShouldBe(["项目5", "项目4", "项目3", "项目2", "项目1"]);
    }

    [Theory, EveryDatabase]
    public async Task List_WhenFiltered_ThenOnlyWhatMeetsTheFilterIsTold(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        await module.TestedAsync();
        (ListAcceptances Filter, int Found)[] table =
        [
            (new(State: AcceptanceState.Tested), 1),
            (new(State: AcceptanceState.InUse), 0),
            (new(Declaration: new(Ids.Next())), 0),
            (new(Text: "影像"), 1),
            (new(Text: "%"), 0),
        ];

        foreach (var (filter, found) in table)
        {
            var page = await module.AskAs(Town.OfficeClerk, filter);
            (filter, page.Value.Items.Count).ShouldBe((filter, found));
        }
    }
}
