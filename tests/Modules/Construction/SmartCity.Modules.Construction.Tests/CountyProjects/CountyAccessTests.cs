using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

/// <summary>Who reads which county's projects, who may do what, and how the others are told.</summary>
public sealed class CountyAccessTests
{
    [Theory, EveryDatabase]
    public async Task Read_WhenEachActorAsks_ThenListAndDetailAgree(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var registered = await module.RegisteredAsync();
        (Actor Actor, bool Reads)[] table =
        [
            (Counties.SanyuanClerk, true),
            (Counties.OfficeClerk, true),
            (Counties.Auditor, true),
            (Counties.Inspector, true),
            (Counties.JingyangClerk, false),
            (Counties.SanyuanCivilAffairs, false),
            (Counties.HospitalClerk, false),
            (Counties.FinanceClerk, false),
            (Counties.Contractor, false),
        ];

        foreach (var (actor, reads) in table)
        {
            var detail = await module.AskAs(actor, new GetCountyProject(registered.Id));
            var list = await module.AskAs(actor, new ListCountyProjects());

            (actor.Name, !detail.IsFailure).ShouldBe((actor.Name, reads));
            (actor.Name, list.Value.Items.Count == 1).ShouldBe((actor.Name, reads));
            if (!reads)
            {
                detail.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheProjectIsAnotherCountys_ThenItDoesNotExist(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var at = await module.RegisteredAsync();
        ICommand[] acts =
        [
            CountyHost.Amending(at),
            CountyHost.Tendering(at),
            CountyHost.Submitting(at),
            CountyHost.Starting(at),
        ];

        foreach (var act in acts)
        {
            var result = await module.SendAs(Counties.JingyangClerk, act);

            result.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        }

        var told = (await module.AskAs(Counties.SanyuanClerk, new GetCountyProject(at.Id))).Value;
        told.Version.ShouldBe(at.Version);
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenAMunicipalAccountSendsWhatIsTheCountys_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var at = await module.RegisteredAsync();
        ICommand[] acts =
        [
            CountyHost.Registering(ACountyProject.Threshold),
            CountyHost.Amending(at),
            CountyHost.Tendering(at),
            CountyHost.Submitting(at),
            CountyHost.Starting(at),
        ];
        Actor[] actors = [Counties.OfficeClerk, Counties.HospitalClerk, Counties.SanyuanCivilAffairs];

        foreach (var (act, actor) in acts.SelectMany(act => actors.Select(actor => (act, actor))))
        {
            var result = await module.SendAs(actor, act);

            result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        }
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheCountyFilesItsOwnPlan_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var submitted = await module.SubmittedAsync();

        foreach (ICommand act in new ICommand[] { CountyHost.Filing(submitted), CountyHost.Returning(submitted) })
        {
            var result = await module.SendAs(Counties.SanyuanClerk, act);

            result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        }
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheActorOversees_ThenReadOnly(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var submitted = await module.SubmittedAsync();

        var result = await module.SendAs(Counties.Auditor, CountyHost.Filing(submitted));

        result.ShouldFail(ErrorKind.Forbidden, "READ_ONLY_ROLE");
    }

    [Theory, EveryDatabase]
    public async Task Register_WhenACountySends_ThenTheProjectIsThatCountys(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);

        var registered = await module.RegisteredAsync(clerk: Counties.JingyangClerk);

        var told = (await module.AskAs(Counties.OfficeClerk, new GetCountyProject(registered.Id))).Value;
        told.County.ShouldBe(Counties.Jingyang);
    }

    [Theory, EveryDatabase]
    public async Task List_WhenFiltered_ThenOnlyWhatMeetsTheFilterIsTold(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        await module.SubmittedAsync();
        await module.RegisteredAsync(clerk: Counties.JingyangClerk);
        (Actor Actor, ListCountyProjects Filter, int Found)[] table =
        [
            (Counties.OfficeClerk, new(), 2),
            (Counties.OfficeClerk, new(County: Counties.Sanyuan), 1),
            (Counties.OfficeClerk, new(County: "610402"), 0),
            (Counties.OfficeClerk, new(State: CountyProjectState.Registered), 2),
            (Counties.OfficeClerk, new(State: CountyProjectState.UnderConstruction), 0),
            (Counties.OfficeClerk, new(Filing: CountyFilingState.Submitted), 1),
            (Counties.OfficeClerk, new(Filing: CountyFilingState.Filed), 0),
            (Counties.OfficeClerk, new(Text: "社区"), 2),
            (Counties.OfficeClerk, new(Text: "民政"), 2),
            (Counties.OfficeClerk, new(Text: "%"), 0),
            (Counties.SanyuanClerk, new(), 1),
            (Counties.SanyuanClerk, new(County: Counties.Jingyang), 0),
        ];

        foreach (var (actor, filter, found) in table)
        {
            var page = await module.AskAs(actor, filter);

            (filter, page.Value.Items.Count).ShouldBe((filter, found));
        }
    }

    [Theory, EveryDatabase]
    public async Task List_WhenReadPageByPage_ThenEachIsToldOnceNewestFirst(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        for (var number = 1; number <= 5; number++)
        {
            module.Host.Time.Advance(TimeSpan.FromSeconds(1));
            await module.AcceptedAs(
                Counties.SanyuanClerk,
                CountyHost.Registering(ACountyProject.Threshold) with
                {
                    Name = $"项目{number}",
                }
            );
        }

        var told = new List<string>();
        string? after = null;
        do
        {
            var page = (await module.AskAs(Counties.OfficeClerk, new ListCountyProjects(After: after, Limit: 2))).Value;
            told.AddRange(page.Items.Select(line => line.Name));
            after = page.Next;
        } while (after is not null);

        told.ShouldBe(["项目5", "项目4", "项目3", "项目2", "项目1"]);
    }
}
