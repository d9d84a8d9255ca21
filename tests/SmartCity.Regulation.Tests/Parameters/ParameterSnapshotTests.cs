using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Tests.Parameters;

public sealed class ParameterSnapshotTests
{
    private static readonly Parameter<int> Experts = new(
        "review.minimum-experts",
        6,
        ParameterAct.Interpretation,
        5,
        "评审专家人数下限（人）"
    );

    private static readonly Parameter<bool> Strict = new("review.strict", 6, ParameterAct.Control, false, "从严");

    [Fact]
    public void Of_WhenNothingWasChanged_ThenTheValueAtPromulgation() =>
        ParameterSnapshot.AtPromulgation.Of(Experts).ShouldBe(5);

    [Fact]
    public void With_WhenOneIsChanged_ThenTheNextVersionHasItAndAllOthersStay()
    {
        var changed = ParameterSnapshot.AtPromulgation.With(Experts, 7);

        changed.Version.ShouldBe(2);
        changed.Of(Experts).ShouldBe(7);
        changed.Of(Strict).ShouldBeFalse();
    }

    [Fact]
    public void With_WhenOneIsChanged_ThenTheFormerSnapshotIsAsItWas()
    {
        var former = ParameterSnapshot.AtPromulgation.With(Experts, 7);

        _ = former.With(Experts, 9).With(Strict, true);

        (former.Version, former.Of(Experts), former.Of(Strict)).ShouldBe((2, 7, false));
    }

    [Fact]
    public void With_WhenChangedAgain_ThenTheLastValueCounts()
    {
        var changed = ParameterSnapshot.AtPromulgation.With(Experts, 7).With(Experts, 5);

        (changed.Version, changed.Of(Experts)).ShouldBe((3, 5));
    }

    [Fact]
    public void InitialValue_WhenAskedWithoutItsType_ThenTheValueAtPromulgation() =>
        ((IParameter)Experts).InitialValue.ShouldBe(5);
}
