using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Tests.Sample.Domain.Rules;

namespace SmartCity.Regulation.Tests.Parameters;

public sealed class ParametersInForceTests
{
    private static readonly DateOnly First = new(2026, 4, 1);

    private readonly ParametersInForce parameters = new();

    [Fact]
    public void On_WhenNothingWasEnacted_ThenVersionOneOnEveryDay()
    {
        parameters.On(DateOnly.MinValue).Version.ShouldBe(1);
        parameters.On(DateOnly.MaxValue).ShouldBeSameAs(ParameterSnapshot.AtPromulgation);
    }

    [Theory]
    [InlineData(-1, 1, 30)]
    [InlineData(0, 2, 45)]
    [InlineData(1, 2, 45)]
    [InlineData(30, 3, 60)]
    public void On_WhenActsTakeEffect_ThenEachFromItsFirstDayOn(int days, int version, int value)
    {
        parameters.Hold([Days(First, 45), Days(First.AddDays(30), 60)]);

        var inForce = parameters.On(First.AddDays(days));

        (inForce.Version, inForce.Of(Article36.Days)).ShouldBe((version, value));
    }

    [Fact]
    public void OfVersion_WhenAnEarlierActIsRegisteredLater_ThenWhatHadTakenEffectKeepsItsNumber()
    {
        parameters.Hold([Days(First, 45), Days(First.AddDays(30), 60)]);
        var taken = parameters.OfVersion(2)!.Of(Article36.Days);

        parameters.Hold([Days(First, 45), Days(First.AddDays(10), 50), Days(First.AddDays(30), 60)]);

        parameters.OfVersion(2)!.Of(Article36.Days).ShouldBe(taken);
        parameters.OfVersion(4)!.Of(Article36.Days).ShouldBe(60);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void OfVersion_WhenThereIsNone_ThenNull(int version)
    {
        parameters.Hold([Days(First, 45)]);

        parameters.OfVersion(version).ShouldBeNull();
    }

    [Fact]
    public void Hold_WhenAControlIsSwitchedOffAndOn_ThenEachVersionTellsIt()
    {
        parameters.Hold([Switched(First, isOff: true), Switched(First.AddDays(1), isOff: false)]);

        parameters.On(First).IsSwitchedOff(Article36.Guarded.Code).ShouldBeTrue();
        parameters.On(First.AddDays(1)).IsSwitchedOff(Article36.Guarded.Code).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Rule_WhenItIsAControlThatIsSwitchedOff_ThenStopsNobody(int months, bool satisfied)
    {
        parameters.Hold([Switched(First, isOff: true)]);

        Article36.Guarded.IsSatisfied(new(months), parameters.On(First)).ShouldBe(satisfied);
    }

    [Fact]
    public void Rule_WhenItRestsOnTheText_ThenASwitchDoesNotReachIt()
    {
        parameters.Hold([new(Guid.Empty, First, [], [new SwitchedControl(Article36.TooShort.Code, IsOff: true)])]);

        Article36.TooShort.IsSatisfied(new(2), parameters.On(First)).ShouldBeFalse();
    }

    private static EnactedChange Days(DateOnly from, int days) =>
        new(Guid.Empty, from, [new NewParameterValue(Article36.Days, days)], []);

    private static EnactedChange Switched(DateOnly from, bool isOff) =>
        new(Guid.Empty, from, [], [new SwitchedControl(Article36.Guarded.Code, isOff)]);
}
