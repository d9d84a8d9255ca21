using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Acceptances;

/// <summary>The rules that a running project did not meet here are those that the acts ask on the ordinary way.</summary>
public sealed class EarlierGateTests
{
    private readonly HashSet<string> asked = [];

    [Fact]
    public void Of_WhenAccepted_ThenIsWhatTheActsOfTheOrdinaryWayAsk()
    {
        var acceptance = OnTrial();
        var rules = On(AnAcceptance.TrialEnd);
        var (hospital, office) = (AnAcceptance.TheHospital, AnAcceptance.TheOffice);
        var log = AnAcceptance.AnEntry(AnAcceptance.BuiltOn, AnAcceptance.TrialEnd);
        acceptance.LogTrial(log, hospital, rules).ShouldBeAccepted();
        acceptance.FinishTrial(AnAcceptance.TrialEnd, "试报1号", passed: true, rules).ShouldBeAccepted();
        acceptance.Apply(AnAcceptance.ABasis(), hospital, rules).ShouldBeAccepted();
        acceptance.FormPanel(AnAcceptance.APanel(), rules).ShouldBeAccepted();
        acceptance
            .Conclude(AnAcceptance.AConclusion(true), AnAcceptance.ADecisionMaker(), office, rules)
            .ShouldBeAccepted();

        var listed = Listed(isAccepted: true);

        asked.Count.ShouldBeGreaterThan(10);
        listed.ShouldBe(asked, ignoreOrder: true);
    }

    [Fact]
    public void Of_WhenInItsTrialRun_ThenIsWhatTheActsUpToThePermitAsk()
    {
        OnTrial();

        Listed(isAccepted: false).ShouldBe(asked, ignoreOrder: true);
    }

    private ProjectAcceptance OnTrial()
    {
        var acceptance = AnAcceptance.Built();
        var rules = On(AnAcceptance.BuiltOn);
        acceptance.RecordSystemTest(AnAcceptance.ATest(), AnAcceptance.TheHospital, rules).ShouldBeAccepted();
        acceptance
            .PermitTrial("试1号", AnAcceptance.BuiltOn, AnAcceptance.PermitEnd, AnAcceptance.TheOffice, rules)
            .ShouldBeAccepted();
        return acceptance;
    }

    private RulesInForce On(DateOnly today) => new(ParameterSnapshot.AtPromulgation, today, one => asked.Add(one.Rule));

    private static List<string> Listed(bool isAccepted)
    {
        var built = AnAcceptance.Built();
        var project = new BuiltProject(
            built.Declaration,
            built.ProjectName,
            built.Kind,
            built.IsService,
            built.LeadUnit,
            [],
            [],
            built.BuiltOn
        );
        return
        [
            .. EarlierGates
                .Of(project, ARunningProject.Running(isAccepted), AnAcceptance.Accepting)
                .Select(one => one.Rule),
        ];
    }
}
