using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Domain.Rules;
using SmartCity.Regulation.Parameters;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Rules;

public sealed class Article44Tests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void NotRetroactive_WhenItTakesEffect_ThenOnTheNextDayAtTheEarliest(int days, bool satisfied) =>
        Article44.NotRetroactive.ShouldJudge(new(Today.AddDays(days), Today), satisfied);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void EnactmentDateImplausible_WhenIssued_ThenNotAfterTheRegistration(int days, bool satisfied) =>
        Article44.EnactmentDateImplausible.ShouldJudge(new(Today.AddDays(days), Today), satisfied);

    // Which act may change what: one line for each pair.
    [Theory]
    [InlineData(ParameterAct.Amendment, ParameterAct.Amendment, "")]
    [InlineData(ParameterAct.Amendment, ParameterAct.Interpretation, "INTERPRETATION_EXCEEDS_TEXT")]
    [InlineData(ParameterAct.Amendment, ParameterAct.Control, "INTERPRETATION_EXCEEDS_TEXT")]
    [InlineData(ParameterAct.Interpretation, ParameterAct.Amendment, "INTERPRETATION_REQUIRED")]
    [InlineData(ParameterAct.Interpretation, ParameterAct.Interpretation, "")]
    [InlineData(ParameterAct.Interpretation, ParameterAct.Control, "INTERPRETATION_REQUIRED")]
    [InlineData(ParameterAct.Control, ParameterAct.Amendment, "CONTROL_DECISION_REQUIRED")]
    [InlineData(ParameterAct.Control, ParameterAct.Interpretation, "CONTROL_DECISION_REQUIRED")]
    [InlineData(ParameterAct.Control, ParameterAct.Control, "")]
    public void Change_WhenByAnAct_ThenOnlyTheParametersOwnKindPasses(
        ParameterAct changedBy,
        ParameterAct by,
        string violated
    )
    {
        var facts = new Article44.ChangeFacts("sample", changedBy, by);

        Article44.InterpretationExceedsText.ShouldJudge(facts, violated != "INTERPRETATION_EXCEEDS_TEXT");
        Article44.InterpretationRequired.ShouldJudge(facts, violated != "INTERPRETATION_REQUIRED");
        Article44.ControlDecisionRequired.ShouldJudge(facts, violated != "CONTROL_DECISION_REQUIRED");
    }

    [Theory]
    [InlineData(BasisKind.Control, true)]
    [InlineData(BasisKind.Text, false)]
    [InlineData(BasisKind.Reading, false)]
    [InlineData(BasisKind.HigherLaw, false)]
    public void OnlyControlsAreSwitched_WhenOfAnyOtherBasis_ThenViolated(BasisKind basis, bool satisfied) =>
        Article44.OnlyControlsAreSwitched.ShouldJudge(new("SAMPLE", basis), satisfied);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void LegalDateMovesForward_WhenMovedBySoManyDays_ThenOnlyForward(int days, bool satisfied) =>
        Article44.LegalDateMovesForward.ShouldJudge(new(Today, Today.AddDays(days), Today), satisfied);

    [Fact]
    public void Basis_WhenTold_ThenTheTextIsQuotedOnlyWhereItSpeaks()
    {
        Article44.InterpretationRequired.ShouldRestOn(BasisKind.Text, 44);
        Article44.InterpretationExceedsText.ShouldRestOn(BasisKind.Reading, 44);
        Article44.NotRetroactive.ShouldRestOn(BasisKind.Reading, 44);
        Article44.OnlyControlsAreSwitched.ShouldRestOn(BasisKind.Reading, 44);
        Article44.ControlDecisionRequired.ShouldRestOn(BasisKind.Control, 44);
        Article44.EnactmentDateImplausible.ShouldRestOn(BasisKind.Control, 44);
        Article44.LegalDateMovesForward.ShouldRestOn(BasisKind.Control, 44);
    }
}
