using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Tests.Clocks;

public sealed class DaySpanTests
{
    private static readonly DaySpan Trial = new(Day(2), Day(20));

    [Fact]
    public void Without_WhenNothingCoversIt_ThenAllOfIt() => Trial.Without([]).ShouldBe([Trial]);

    [Fact]
    public void Without_WhenItIsCoveredFromEndToEnd_ThenNothing()
    {
        Trial.Without([Trial]).ShouldBeEmpty();
        Trial.Without([new(Day(1), Day(21))]).ShouldBeEmpty();
        Trial.Without([new(Day(11), Day(20)), new(Day(2), Day(10))]).ShouldBeEmpty();
    }

    [Fact]
    public void Without_WhenADayIsMissingAtEitherEndOrBetween_ThenThatDay()
    {
        Trial.Without([new(Day(3), Day(20))]).ShouldBe([new(Day(2), Day(2))]);
        Trial.Without([new(Day(2), Day(19))]).ShouldBe([new(Day(20), Day(20))]);
        Trial.Without([new(Day(2), Day(9)), new(Day(11), Day(20))]).ShouldBe([new(Day(10), Day(10))]);
    }

    [Fact]
    public void Without_WhenWhatCoversLiesBehindIt_ThenNoDayBeyondItsEndIsMissed()
    {
        Trial.Without([new(Day(25), Day(28))]).ShouldBe([Trial]);
        Trial.Without([new(Day(2), Day(20)), new(Day(25), Day(28))]).ShouldBeEmpty();
        Trial.Without([new(Day(2), Day(19)), new(Day(21), Day(28))]).ShouldBe([new(Day(20), Day(20))]);
    }

    private static DateOnly Day(int day) => new(2026, 3, day);
}
