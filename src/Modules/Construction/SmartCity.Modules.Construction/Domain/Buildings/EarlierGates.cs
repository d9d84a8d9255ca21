using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Domain.Buildings;

/// <summary>
/// Which rules of this module a running project would have met before its take-over. They are heard from the acts
/// themselves, rehearsed on a building that is thrown away, so no list of them has to be kept.
/// </summary>
internal static class EarlierGates
{
    public static IReadOnlyList<UnjudgedRule> Of(
        Project project,
        RunningWork work,
        UnitProfile contractor,
        RulesInForce rules
    ) => rules.AskedBy(rehearsal => Rehearse(project, work, contractor, rehearsal));

    private static Result Rehearse(Project project, RunningWork work, UnitProfile unit, RulesInForce rehearsal)
    {
        var day = work.Contract.SignedOn;
        var bidder = Contractor.Register(default, unit, day);
        var building = Building.OpenTender(default, project, ATender(work), rehearsal).Value;
        return building
            .RecordBid(default, bidder, [], work.Contract.Amount, day, rehearsal)
            .Then(() => building.GiveAward(building.Bids[0], bidder, [], "", day, rehearsal))
            .Then(() => building.SignContract(default, work.Contract, bidder, [], project, rehearsal))
            .Then(() =>
                work.State is BuildingState.Contracted ? Result.Success : Construct(building, project, work, rehearsal)
            );
    }

    private static Result Construct(Building building, Project project, RunningWork work, RulesInForce rehearsal)
    {
        var day = work.StartedOn!.Value;
        var expert = new NamedExpert(default, "", true, day);
        var group = new GroupToday(
            new(default, "", true, true),
            [new(default, "", MemberRole.Business, true)],
            [expert],
            day
        );
        return building
            .AssignExpert(expert, rehearsal)
            .Then(() => building.SetUpWorkingGroup(group, project, rehearsal))
            .Then(() => building.Start(day, group, project, rehearsal))
            .Then(() =>
                work.BuiltOn is { } builtOn ? building.ReportBuilt(builtOn, "", group, rehearsal) : Result.Success
            );
    }

    private static Tender ATender(RunningWork work) =>
        new()
        {
            Method = ProcurementMethod.PublicTender,
            Platform = "",
            NoticeNumber = "",
            PublishedOn = work.Contract.SignedOn,
            ClosesOn = work.Contract.SignedOn,
            Ceiling = work.Contract.Amount,
        };
}
