using System.Globalization;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Tests.Clocks;

public sealed class MinimumDurationTests
{
    [Theory]
    [InlineData("2026-08-31", 3, "2026-11-30")]
    [InlineData("2026-11-30", 3, "2027-02-28")]
    [InlineData("2027-11-30", 3, "2028-02-29")]
    [InlineData("2026-03-02", 3, "2026-06-02")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    // 2026-10-01 is a holiday: a minimum duration does not roll.
    [InlineData("2026-07-01", 3, "2026-10-01")]
    public void End_WhenMonthsAreCounted_ThenIsTheCorrespondingDay(string start, int months, string end) =>
        MinimumDuration
            .End(DateOnly.Parse(start, CultureInfo.InvariantCulture), months)
            .ShouldBe(DateOnly.Parse(end, CultureInfo.InvariantCulture));
}
