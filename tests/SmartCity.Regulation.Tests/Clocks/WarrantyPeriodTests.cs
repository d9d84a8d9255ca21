using System.Globalization;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Tests.Clocks;

public sealed class WarrantyPeriodTests
{
    [Theory]
    [InlineData("2023-03-02", 36, "2026-03-02", false)]
    // 2026-10-01 to 2026-10-07 are days off.
    [InlineData("2023-10-01", 36, "2026-10-08", false)]
    // A make-up Saturday is a working day.
    [InlineData("2023-02-14", 36, "2026-02-14", false)]
    [InlineData("2024-02-29", 36, "2027-03-01", true)]
    public void End_WhenTheCorrespondingDayIsOff_ThenRollsInTheOwnersFavour(
        string start,
        int months,
        string end,
        bool provisional
    ) =>
        WarrantyPeriod
            .End(DateOnly.Parse(start, CultureInfo.InvariantCulture), months, WorkingCalendar.Published)
            .ShouldBe(new(DateOnly.Parse(end, CultureInfo.InvariantCulture), provisional));
}
