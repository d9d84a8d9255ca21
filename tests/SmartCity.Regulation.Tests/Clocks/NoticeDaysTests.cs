using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Tests.Clocks;

public sealed class NoticeDaysTests
{
    [Theory]
    [InlineData("180,90,30", "180,90,30")]
    [InlineData("-1,0,7", "7,0,-1")]
    [InlineData("3,3", "3")]
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
    public void TryParse_WhenAnythingElse_ThenNone(string text) => NoticeDays.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Equals_WhenTheSameDaysInAnotherOrder_ThenEqual() =>
        NoticeDays.Of([30, 7]).ShouldBe(NoticeDays.Of([7, 30, 7]));
}
