using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Tests.Clocks;

public sealed class NoticeDaysTests
{
    [Theory]
    [InlineData("180,90,30", "180,90,30")]
    [InlineData("-1,0,7", "7,0,-1")]
    [InlineData("3,3", "3")]
    [InlineData("3660,-366", "3660,-366")]
    public void TryParse_WhenWholeNumbers_ThenEachOnceTheFarthestFirst(string text, string written)
    {
        NoticeDays.TryParse(text, out var days).ShouldBeTrue();

        days.ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7,")]
    [InlineData("7;3")]
    [InlineData("seven")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("3661")]
    [InlineData("-367")]
    public void TryParse_WhenAnythingElse_ThenNone(string text) => NoticeDays.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Equals_WhenTheSameDaysInAnotherOrder_ThenEqual() =>
        NoticeDays.Of([30, 7]).ShouldBe(NoticeDays.Of([7, 30, 7]));

    [Fact]
    public void Equals_WhenADayMoreOrNothingAtAll_ThenNot()
    {
        var days = NoticeDays.Of([30, 7]);

        days.Equals(NoticeDays.Of([30, 7, 0])).ShouldBeFalse();
        days.Equals(null).ShouldBeFalse();
        days.Equals((object)"30,7").ShouldBeFalse();
        days.GetHashCode().ShouldBe(NoticeDays.Of([7, 30]).GetHashCode());
        (days.Count, days[0], days[1]).ShouldBe((2, 30, 7));
    }
}
