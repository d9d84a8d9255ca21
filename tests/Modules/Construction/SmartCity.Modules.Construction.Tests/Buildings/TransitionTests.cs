using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Buildings;

/// <summary>Every state against every act: which are legal, where they lead, and how the others are told.</summary>
public sealed class TransitionTests
{
    private static readonly Dictionary<string, Func<Building, Result>> Acts = new()
    {
        ["RecordBid"] = one =>
            one.RecordBid(
                new(Ids.Next()),
                ABuilding.Rival,
                ABuilding.Demanded,
                ABuilding.Amount,
                ABuilding.Today,
                ABuilding.Rules
            ),
        ["GiveAward"] = one =>
            one.GiveAward(
                one.Bids[0],
                ABuilding.Builder,
                ABuilding.Demanded,
                "中标1号",
                ABuilding.Today,
                ABuilding.Rules
            ),
        ["SignContract"] = one =>
            one.SignContract(
                new(Ids.Next()),
                ABuilding.AContract(),
                one.Award is null ? null : ABuilding.Builder,
                ABuilding.Demanded,
                ABuilding.Of(Projects.Imaging),
                ABuilding.Rules
            ),
        ["AssignExpert"] = one => one.AssignExpert(ABuilding.AnExpert(), ABuilding.Rules),
        ["SetUpWorkingGroup"] = one =>
            one.SetUpWorkingGroup(ABuilding.AGroup(), ABuilding.Of(Projects.Imaging), ABuilding.Rules),
        ["Start"] = one =>
            one.Start(ABuilding.Today, ABuilding.AGroup(), ABuilding.Of(Projects.Imaging), ABuilding.Rules),
        ["ReportBuilt"] = one => one.ReportBuilt(ABuilding.Today, "全部完成。", ABuilding.AGroup(), ABuilding.Rules),
        ["TerminateContract"] = one => one.TerminateContract("逾期不履行", ABuilding.Rules),
        ["Abandon"] = one => one.Abandon("申报撤销", ABuilding.Rules),
    };

    // What each legal pair answers; every pair that is not here is an illegal transition.
    private static readonly Dictionary<(BuildingState, string), string> Legal = new()
    {
        [(BuildingState.Tendering, "RecordBid")] = "Tendering",
        [(BuildingState.Tendering, "GiveAward")] = "Awarded",
        [(BuildingState.Tendering, "SignContract")] = "CONTRACT_WITHOUT_AWARD",
        [(BuildingState.Tendering, "AssignExpert")] = "Tendering",
        [(BuildingState.Tendering, "SetUpWorkingGroup")] = "Tendering",
        [(BuildingState.Tendering, "Abandon")] = "Abandoned",
        [(BuildingState.Awarded, "SignContract")] = "Contracted",
        [(BuildingState.Awarded, "AssignExpert")] = "Awarded",
        [(BuildingState.Awarded, "SetUpWorkingGroup")] = "Awarded",
        [(BuildingState.Awarded, "Abandon")] = "Abandoned",
        [(BuildingState.Contracted, "AssignExpert")] = "Contracted",
        [(BuildingState.Contracted, "SetUpWorkingGroup")] = "Contracted",
        [(BuildingState.Contracted, "Start")] = "UnderConstruction",
        [(BuildingState.Contracted, "TerminateContract")] = "Terminated",
        [(BuildingState.Contracted, "Abandon")] = "Abandoned",
        [(BuildingState.UnderConstruction, "AssignExpert")] = "UnderConstruction",
        [(BuildingState.UnderConstruction, "SetUpWorkingGroup")] = "UnderConstruction",
        [(BuildingState.UnderConstruction, "ReportBuilt")] = "Built",
        [(BuildingState.UnderConstruction, "TerminateContract")] = "Terminated",
        [(BuildingState.UnderConstruction, "Abandon")] = "Abandoned",
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Enum.GetNames<BuildingState>())
        {
            foreach (var act in Acts.Keys)
            {
                pairs.Add(state, act);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_WhenTheBuildingIsInThisState_ThenLeadsOnOrIsToldWhyNot(string stateName, string act)
    {
        var state = Enum.Parse<BuildingState>(stateName);
        var building = ABuilding.In(state);

        var result = Acts[act](building);

        if (!Legal.TryGetValue((state, act), out var expected))
        {
            result.ShouldBeIllegalNow();
            building.State.ShouldBe(state);
        }
        else if (Enum.TryParse<BuildingState>(expected, out var next))
        {
            result.ShouldBeAccepted();
            building.State.ShouldBe(next);
        }
        else
        {
            result.ShouldBeRefused(expected.Split(','));
            building.State.ShouldBe(state);
        }
    }
}
