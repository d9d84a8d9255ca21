using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Buildings;

/// <summary>The rules that a running project did not meet here are those that the acts ask on the ordinary way.</summary>
public sealed class EarlierGateTests
{
    [Fact]
    public void Of_WhenBuilt_ThenIsWhatTheActsOfTheOrdinaryWayAsk()
    {
        var asked = new HashSet<string>();
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, ABuilding.Today, one => asked.Add(one.Rule));
        GoTheOrdinaryWay(rules);

        var listed = Listed(BuildingState.Built);

        asked.Count.ShouldBeGreaterThan(10);
        listed.ShouldBe(asked, ignoreOrder: true);
    }

    [Fact]
    public void Of_WhenOnlyContracted_ThenTheGatesOfTheStartAreNotAmongThem()
    {
        var listed = Listed(BuildingState.Contracted);

        listed.ShouldContain("WARRANTY_TOO_SHORT");
        listed.ShouldNotContain("MAJOR_GATE_NOT_MET");
        listed.ShouldNotContain("WORKING_GROUP_INCOMPLETE");
    }

    private static List<string> Listed(BuildingState state)
    {
        var day = ABuilding.Today;
        var work = new RunningWork(
            "XX-2025-014",
            "咸信办发〔2026〕60号",
            day,
            state,
            ABuilding.AContract(),
            Town.Builder.Id,
            state is BuildingState.Contracted ? null : day,
            state is BuildingState.Built ? day : null
        );
        return
        [
            .. EarlierGates
                .Of(ABuilding.Of(Projects.Imaging), work, Town.Builder, ABuilding.Rules)
                .Select(one => one.Rule),
        ];
    }

    private static void GoTheOrdinaryWay(RulesInForce rules)
    {
        var (project, day) = (ABuilding.Of(Projects.Imaging), ABuilding.Today);
        var building = Building.OpenTender(new(Ids.Next()), project, ABuilding.ATender(), rules).Value;
        building
            .RecordBid(new(Ids.Next()), ABuilding.Builder, ABuilding.Demanded, ABuilding.Amount, day, rules)
            .ShouldBeAccepted();
        building
            .GiveAward(building.Bids[0], ABuilding.Builder, ABuilding.Demanded, "中标1号", day, rules)
            .ShouldBeAccepted();
        building
            .SignContract(new(Ids.Next()), ABuilding.AContract(), ABuilding.Builder, ABuilding.Demanded, project, rules)
            .ShouldBeAccepted();
        building.AssignExpert(ABuilding.AnExpert(), rules).ShouldBeAccepted();
        building.SetUpWorkingGroup(ABuilding.AGroup(), project, rules).ShouldBeAccepted();
        building.Start(day, ABuilding.AGroup(), project, rules).ShouldBeAccepted();
        building.ReportBuilt(day, "全部完成。", ABuilding.AGroup(), rules).ShouldBeAccepted();
    }
}
