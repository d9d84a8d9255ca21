using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Module;

/// <summary>A person leaves: his duty in the group is open, and the gates are shut until another is named (article 11).</summary>
public sealed class VacancyTests
{
    [Theory, EveryDatabase]
    public async Task PersonLeft_WhenHeIsNamedInTheGroup_ThenTheLeadUnitIsToldAndTheDutyIsVacant(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.WithGroupAsync();
        (await module.DetailAsync(at.Id)).WorkingGroup!.LeaderServes.ShouldBeTrue();

        await module.LeaveAsync(Town.HospitalDirector);
        await module.LeaveAsync(Town.HospitalDoctor);
        await module.LeaveAsync(Town.Expert);

        var notices = await module.NoticesAsync();
        notices
            .Select(one => (one.Kind, one.Unit, one.Account, one.ObjectId, one.TitleChinese))
            .ShouldBe([
                Notice("项目负责人离任，请另行确定"),
                Notice("工作组成员离任，请另行确定"),
                Notice("选派人员离任，请另行确定"),
            ]);
        var told = await module.DetailAsync(at.Id);
        told.WorkingGroup!.LeaderServes.ShouldBeFalse();
        told.WorkingGroup.Members.Single(one => !one.Serves).Name.ShouldBe(Town.HospitalDoctor.Name);
        told.AssignedExperts.ShouldHaveSingleItem().Serves.ShouldBeFalse();

        (string, Guid, Guid?, string, string) Notice(string title) =>
            ("construction.duty-vacant", Town.Hospital.Id.Value, null, at.Id.Value.ToString(), title);
    }

    [Theory, EveryDatabase]
    public async Task PersonLeft_WhenTheProjectRuns_ThenItIsNotReportedBuiltUntilAnotherIsNamed(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.UnderConstructionAsync();
        await module.LeaveAsync(Town.HospitalDirector);
        at = await VersionAsync(module, at);

        var vacant = await module.SendAs(Town.HospitalClerk, Built(at));
        at = Step.Of(await module.AcceptedAs(Town.HospitalClerk, ConstructionHost.Group(at, Town.HospitalActing)));
        var built = await module.SendAs(Town.HospitalClerk, Built(at));

        vacant.ShouldBeRefused("WORKGROUP_VACANT");
        built.ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task PersonLeft_WhenTheProjectHasNotStarted_ThenItDoesNotStart(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.WithGroupAsync();
        await module.LeaveAsync(Town.Expert);
        at = await VersionAsync(module, at);

        var vacant = await module.SendAs(Town.HospitalClerk, Start(at));
        at = Step.Of(
            await module.AcceptedAs(
                Town.OfficeClerk,
                new AssignExpert(at.Id, Town.AccountOf(Town.OtherExpert), at.Version)
            )
        );
        var started = await module.SendAs(Town.HospitalClerk, Start(at));

        vacant.ShouldBeRefused("MAJOR_GATE_NOT_MET");
        started.ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task PersonLeft_WhenNoRunningProjectNamesHim_ThenNothingIsLeftBehind(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.UnderConstructionAsync();
        await module.AcceptedAs(Town.HospitalClerk, Built(at));
        var entries = await module.EntriesAsync();

        await module.LeaveAsync(Town.HospitalDirector);
        await module.LeaveAsync(Town.LibraryClerk);

        (await module.HeardAsync()).ShouldAllBe(one => one.Outcome == InboxOutcome.NotConcerned);
        (await module.EntriesAsync()).ShouldBe(entries);
        (await module.NoticesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReopenGroupDuty_WhenAnybodyButTheModuleSendsIt_ThenForbidden()
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.WithGroupAsync();

        var result = await module.SendAs(
            Town.OfficeClerk,
            new ReopenGroupDuty(
                at.Id,
                new(Town.AccountOf(Town.Expert), Town.University.Id, Town.Expert.Name, ConstructionHost.Today)
            )
        );

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    private static ReportBuilt Built(Step at) => new(at.Id, ConstructionHost.Today, "全部完成。", at.Version);

    private static StartConstruction Start(Step at) => new(at.Id, ConstructionHost.Today, at.Version);

    private static async Task<Step> VersionAsync(ConstructionHost module, Step at) =>
        at with
        {
            Version = (await module.DetailAsync(at.Id)).Version,
        };
}
