using System.Globalization;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void IsWorkingDay_WhenAYearIsCounted_ThenHasTheNoticesNumberOfWorkingDays(int year, int workingDays) =>
        DaysOf(year).Count(WorkingCalendar.Published.IsWorkingDay).ShouldBe(workingDays);

    [Theory]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-11-22", false)]
    public void IsWorkingDay_WhenTheNoticeMovesDays_ThenFollowsIt(string day, bool working) =>
        WorkingCalendar.Published.IsWorkingDay(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(working);

    [Theory]
    [InlineData(2018, false)]
    [InlineData(2019, true)]
    [InlineData(2026, true)]
    [InlineData(2027, false)]
    public void IsPublished_WhenAsked_ThenKnowsWhichNoticesItHas(int year, bool published) =>
        WorkingCalendar.Published.IsPublished(year).ShouldBe(published);

    [Theory]
    [InlineData("2026-02-13", DayKind.WorkingDay)]
    [InlineData("2026-02-14", DayKind.MakeUpDay)]
    [InlineData("2026-02-15", DayKind.DayOff)]
    [InlineData("2026-03-14", DayKind.Weekend)]
    [InlineData("2026-03-15", DayKind.Weekend)]
    public void KindOf_WhenADayIsAskedFor_ThenAsTheNoticeOrTheWeekSays(string day, DayKind kind) =>
        WorkingCalendar.Published.KindOf(Day(day)).ShouldBe(kind);

    [Theory]
    [InlineData("2026-02-14", "2026-02-14")]
    [InlineData("2026-02-15", "2026-02-24")]
    [InlineData("2026-03-14", "2026-03-16")]
    public void NextWorkingDayFrom_WhenTheDayIsOff_ThenTheNextThatIsWorked(string day, string next) =>
        WorkingCalendar.Published.NextWorkingDayFrom(Day(day)).ShouldBe(Day(next));

    [Theory]
    [InlineData("2026-02-25", 1, "2026-02-24")]
    [InlineData("2026-02-24", 1, "2026-02-14")]
    [InlineData("2026-02-20", 1, "2026-02-14")]
    [InlineData("2026-02-20", 2, "2026-02-13")]
    public void Before_WhenDaysOffLieBetween_ThenOnlyWorkingDaysAreCountedBack(string day, int number, string before) =>
        WorkingCalendar.Published.Before(Day(day), number).ShouldBe(Day(before));

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2024, 251)]
    [InlineData(2026, 248)]
    public void WorkingDaysOf_WhenAYearIsAskedFor_ThenTheNoticesNumber(int year, int workingDays) =>
        WorkingCalendar.Published.WorkingDaysOf(year).ShouldBe(workingDays);

    [Fact]
    public void NoticesOf_WhenTheYearIsPublished_ThenItsPapersAndElseNone()
    {
        WorkingCalendar.Published.NoticesOf(2026).ShouldNotBeEmpty();
        WorkingCalendar.Published.NoticesOf(2027).ShouldBeEmpty();
    }

    [Fact]
    public void MovedIn_WhenANoticeMovesDaysOfTheYearBefore_ThenEachStandsInItsOwnYearAndInOrder()
    {
        var moved = WorkingCalendar.Published.MovedIn(2026).Select(day => day.Date).ToList();

        moved.ShouldNotBeEmpty();
        moved.ShouldBe(moved.Order());
        moved.ShouldAllBe(day => day.Year == 2026);
    }

    [Fact]
    public void After_WhenAskedOutsideTheCalendar_ThenThrowsAndTheEndsStillCount()
    {
        var calendar = WorkingCalendar.Published;

        calendar.After(WorkingCalendar.FirstDay, 1).ShouldBe(new(1980, 1, 2));
        calendar.Before(WorkingCalendar.LastDay, 1).ShouldBe(new(2200, 12, 30));
        Should.Throw<ArgumentOutOfRangeException>(() => calendar.After(WorkingCalendar.FirstDay.AddDays(-1), 1));
        Should.Throw<ArgumentOutOfRangeException>(() => calendar.Before(WorkingCalendar.LastDay.AddDays(1), 1));
        Should.Throw<ArgumentOutOfRangeException>(() => calendar.Before(new(2026, 3, 2), 0));
    }

    [Fact]
    public void With_WhenNoticesLand_ThenTheVersionGrowsByEachAndTheLaterWordStands()
    {
        YearOfNotices corrected = new(2026, [], [new("春节", new(2026, 2, 24), IsOffDay: true)]);
        YearOfNotices next = new(2027, ["国办发明电〔2026〕0号"], [new("元旦", new(2026, 12, 31), IsOffDay: true)]);

        var calendar = WorkingCalendar.With([corrected, next]);

        WorkingCalendar.With([]).ShouldBeSameAs(WorkingCalendar.Published);
        calendar.Version.ShouldBe(WorkingCalendar.Published.VersionAfter(2));
        calendar.WithAnother(next).Version.ShouldBe(WorkingCalendar.Published.VersionAfter(3));
        calendar.IsPublished(2027).ShouldBeTrue();
        calendar.KindOf(new(2026, 2, 24)).ShouldBe(DayKind.DayOff);
        calendar.KindOf(new(2026, 2, 16)).ShouldBe(DayKind.WorkingDay);
        calendar.KindOf(new(2026, 12, 31)).ShouldBe(DayKind.DayOff);
    }

    [Fact]
    public void Version_WhenAReleaseBringsOtherDays_ThenItIsLaterAlsoBehindTheSameLandings()
    {
        YearOfNotices landed = new(2027, [], []);
        var (earlier, later) = (Released(1), Released(2, new YearOfNotices(2028, [], [])));

        later.Version.ShouldBeGreaterThan(earlier.Version);
        later.WithAnother(landed).Version.ShouldBeGreaterThan(earlier.WithAnother(landed).Version);
        later.WithAnother(landed).Version.ShouldBeGreaterThan(later.Version);
        Released(2, new YearOfNotices(2028, [], [])).Version.ShouldBe(later.Version);
    }

    [Fact]
    public void Version_WhenANoticeLandsUnderAReleaseThatWasTakenBackTo_ThenItIsLaterThanBoth()
    {
        var after = Released(1).WithAnother(new(2027, [], []));

        after.Version.ShouldBeGreaterThan(Released(1).Version);
        after.Version.ShouldBeGreaterThan(Released(2).Version);
    }

    [Fact]
    public void VersionSince_WhenAYearIsAskedFor_ThenTheReleasesOrThatOfItsLanding()
    {
        YearOfNotices First(int year, int landing) =>
            new(year, [], []) { Landed = new("", new(2026, 11, 1), null, new(2026, 11, 1), landing) };
        var calendar = WorkingCalendar.With([First(2027, 1), First(2028, 2)]);

        int Since(int year) => calendar.VersionSince(calendar.Years.Single(one => one.Year == year));
        Since(2026).ShouldBe(WorkingCalendar.Published.Version);
        Since(2027).ShouldBe(WorkingCalendar.Published.VersionAfter(1));
        Since(2028).ShouldBe(calendar.Version);
    }

    [Fact]
    public void EditionOf_WhenTheDaysOfTheReleaseAreAsked_ThenTheOneThatTheirVersionNames()
    {
        var days = WorkingCalendar.Published.Years;

        ReleasedDays.EditionOf(days).ShouldBe(WorkingCalendar.Published.Version);
        ReleasedDays
            .EditionOf(days.Reverse().Select(year => new YearOfNotices(year.Year, [], [.. year.Days.Reverse()])))
            .ShouldBe(WorkingCalendar.Published.Version);
    }

    [Fact]
    public void EditionOf_WhenTheDaysAreOthers_ThenTheReleaseDoesNotStartWithoutALineOfTheirOwn()
    {
        var days = WorkingCalendar.Published.Years;
        var moved = days.Last() with { Days = [.. days.Last().Days.Skip(1)] };
        var worked = days.Last() with { Days = [.. days.Last().Days.Select(day => day with { IsOffDay = false })] };

        Should.Throw<InvalidOperationException>(() => ReleasedDays.EditionOf(days.Append(new(2027, [], []))));
        Should.Throw<InvalidOperationException>(() => ReleasedDays.EditionOf(days.SkipLast(1).Append(moved)));
        Should.Throw<InvalidOperationException>(() => ReleasedDays.EditionOf(days.SkipLast(1).Append(worked)));
    }

    [Fact]
    public void Take_WhenAnEarlierVersionComesLate_ThenTheLaterOneStays()
    {
        var inForce = new CalendarInForce();
        var later = WorkingCalendar.Published.WithAnother(new(2027, [], []));

        inForce.Take(WorkingCalendar.Published).ShouldBeFalse();
        inForce.Take(later).ShouldBeTrue();
        inForce.Take(later).ShouldBeFalse();
        inForce.Take(WorkingCalendar.Published).ShouldBeFalse();
        inForce.Current.ShouldBeSameAs(later);
    }

    private static WorkingCalendar Released(int edition, params YearOfNotices[] more) =>
        WorkingCalendar.Released(edition, WorkingCalendar.Published.Years.Concat(more));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
