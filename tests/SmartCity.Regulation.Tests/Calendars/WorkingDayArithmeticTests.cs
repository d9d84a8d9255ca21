using CsCheck;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Tests.Calendars;

public sealed class WorkingDayArithmeticTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    private static readonly Gen<DateOnly> Days = Gen.Int[
            new DateOnly(2015, 1, 1).DayNumber,
            new DateOnly(2035, 12, 31).DayNumber
        ]
        .Select(DateOnly.FromDayNumber);

    private static readonly Gen<int> Numbers = Gen.Int[1, 250];

    [Fact]
    public void After_WhenAnyDayAndNumber_ThenLandsOnAWorkingDayBehindIt() =>
        Gen.Select(Days, Numbers)
            .Sample(
                (day, number) => Calendar.IsWorkingDay(Calendar.After(day, number)) && Calendar.After(day, number) > day
            );

    [Fact]
    public void After_WhenOneMore_ThenLater() =>
        Gen.Select(Days, Numbers)
            .Sample((day, number) => Calendar.After(day, number + 1) > Calendar.After(day, number));

    [Fact]
    public void After_WhenInTwoSteps_ThenTheSameAsInOne() =>
        Gen.Select(Days, Numbers, Numbers)
            .Sample(
                (day, first, second) =>
                    Calendar.After(Calendar.After(day, first), second) == Calendar.After(day, first + second)
            );

    [Fact]
    public void Before_WhenFromAWorkingDay_ThenUndoesAfter() =>
        Gen.Select(Days, Numbers)
            .Where((day, _) => Calendar.IsWorkingDay(day))
            .Sample((day, number) => Calendar.Before(Calendar.After(day, number), number) == day);

    [Fact]
    public void After_WhenCountedDayByDay_ThenTheSame() =>
        Gen.Select(Days, Numbers).Sample((day, number) => Calendar.After(day, number) == CountedAfter(day, number));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void After_WhenNotAtLeastOne_ThenThrows(int number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.After(new(2026, 3, 2), number));

    [Fact]
    public void After_WhenTheCalendarEnds_ThenThrows() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.After(WorkingCalendar.LastDay, 1));

    [Fact]
    public void Before_WhenTheCalendarBegins_ThenThrows() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.Before(WorkingCalendar.FirstDay, 1));

    private static DateOnly CountedAfter(DateOnly day, int number)
    {
        while (number > 0)
        {
            day = day.AddDays(1);
            number -= Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
