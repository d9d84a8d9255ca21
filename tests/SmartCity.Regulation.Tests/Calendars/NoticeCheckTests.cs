using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Tests.Calendars;

public sealed class NoticeCheckTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    [Theory]
    [InlineData(2019)]
    [InlineData(2021)]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Of_WhenAPublishedNoticeIsListedAgain_ThenNothingIsWrongWithItAndItIsBalanced(int year)
    {
        var check = NoticeCheck.Of(year, year, Listing.OfNotice(year), Calendar, isCorrection: true);

        check.Faults.ShouldBeEmpty();
        check.Imbalance.ShouldBeNull();
    }

    // The only notice that was changed after a holiday had begun: it was extended, and names the first day of work.
    [Fact]
    public void Of_WhenTheNoticeWasExtendedInTheHoliday_ThenItsDayOfWorkIsToldAndTheImbalance()
    {
        var check = NoticeCheck.Of(2020, 2020, Listing.OfNotice(2020), Calendar, isCorrection: true);

        check.Faults.Select(fault => (fault.Place, fault.Code)).ShouldBe([("2020-02-03", "MAKE_UP_DAY_ON_WEEKDAY")]);
        check.Imbalance.ShouldNotBeNull();
    }

    [Fact]
    public void Of_WhenTheNextYearListsItsStatutoryHolidays_ThenNothingIsWrong() =>
        Faults(Listing.NextYear, Listing.OfStatutoryDays(Listing.NextYear)).ShouldBeEmpty();

    [Theory]
    [InlineData("2026-03-16", false, "MAKE_UP_DAY_ON_WEEKDAY")]
    [InlineData("2026-03-14", true, "DAY_OFF_ON_WEEKEND")]
    [InlineData("2027-01-01", true, "DAY_OF_OTHER_YEAR")]
    [InlineData("2025-12-24", true, "DAY_OF_OTHER_YEAR")]
    [InlineData("2025-12-25", true, null)]
    [InlineData("2025-12-28", false, null)]
    [InlineData("2026-05-09", false, "DAY_TWICE")]
    [InlineData("2026-02-30", true, "DATE_INVALID")]
    [InlineData("2026/02/15", true, "DATE_INVALID")]
    [InlineData("2026-03-14", false, null)]
    public void Of_WhenADayIsAdded_ThenOnlyWhatIsWrongWithItIsTold(string date, bool isOffDay, string? code) =>
        Codes([.. Listing.OfNotice(2026), Listing.Line(date, isOffDay)]).ShouldBe(code is null ? [] : [code]);

    [Theory]
    [InlineData("2026-10-01", "HOLIDAY_MISSING", "HOLIDAY_HAS_GAP")]
    [InlineData("2026-01-01", "HOLIDAY_MISSING")]
    [InlineData("2026-10-06", "HOLIDAY_HAS_GAP")]
    public void Of_WhenADayIsLeftOut_ThenTheGapIsTold(string date, params string[] codes)
    {
        var days = Listing.OfNotice(2026).Where(day => day.Date != date).ToList();
        if (date == "2026-10-01")
        {
            // The first day of the holiday leaves no gap inside it; with a day before it, it does.
            days.Add(Listing.Line("2026-09-30", true, "国庆节"));
        }

        Codes(days).ShouldBe(codes, ignoreOrder: true);
    }

    [Fact]
    public void Of_WhenAMakeUpDayIsLeftOut_ThenTheImbalanceIsToldAndNothingIsRefused()
    {
        var days = Listing.OfNotice(2026).Where(day => day.Date != "2026-05-09").ToList();

        var check = NoticeCheck.Of(2026, null, days, Calendar, isCorrection: true);

        check.Faults.ShouldBeEmpty();
        check.Imbalance.ShouldNotBeNull().Code.ShouldBe("DAYS_OUT_OF_BALANCE");
    }

    [Fact]
    public void Of_WhenLinesCannotBeRead_ThenEachIsToldAndNoGapIsGuessed()
    {
        ListedDay[] days =
        [
            new("days[0]", null, "2026-01-01", true),
            new("days[1]", "春节", null, true),
            new("days[2]", "春节", "2026-02-17", null),
            new("days[3]", new string('节', 41), "2026-13-01", null),
        ];

        Faults(2026, days, isCorrection: true)
            .ShouldBe([
                ("days[0]", "NAME_INVALID"),
                ("days[1]", "DATE_INVALID"),
                ("days[2]", "DAY_KIND_INVALID"),
                ("days[3]", "NAME_INVALID"),
                ("days[3]", "DAY_KIND_INVALID"),
                ("days[3]", "DATE_INVALID"),
            ]);
    }

    [Theory]
    [InlineData(0, "NO_DAYS")]
    [InlineData(121, "TOO_MANY")]
    public void Of_WhenThereIsNoLineOrFarTooMany_ThenToldSo(int lines, string code) =>
        Codes([.. Enumerable.Repeat(Listing.Line("2026-01-01", true), lines)]).ShouldBe([code]);

    [Theory]
    [InlineData(1)]
    [InlineData(120)]
    public void Of_WhenThereAreSoManyLines_ThenEachIsJudged(int lines) =>
        Codes([.. Enumerable.Repeat(Listing.Line("2026-01-01", true), lines)])
            .ShouldNotContain(code => code == "NO_DAYS" || code == "TOO_MANY");

    [Theory]
    [InlineData("节", 40, true)]
    [InlineData("节", 41, false)]
    [InlineData(" ", 2, false)]
    [InlineData("节\n", 2, false)]
    public void Of_WhenTheNameIsSo_ThenOneLineOfFortyCharactersAtMost(string part, int times, bool isTaken)
    {
        ListedDay day = new("added", string.Concat(Enumerable.Repeat(part, times)), "2026-03-14", false);

        Codes([.. Listing.OfNotice(2026), day]).ShouldBe(isTaken ? [] : ["NAME_INVALID"]);
    }

    // One holiday is one span; what lies more than fifteen days apart under one name are two holidays.
    [Theory]
    [InlineData("2026-03-17", true)]
    [InlineData("2026-03-18", false)]
    public void Of_WhenTwoDaysOfOneNameLieApart_ThenOnlyWithinFifteenDaysAGapIsTold(string second, bool isOneHoliday)
    {
        var faults = Faults(
            2026,
            [.. Listing.OfNotice(2026), Listing.Line("2026-03-02", true), Listing.Line(second, true)],
            isCorrection: true
        );

        // From 3 to 16 March there are ten weekdays.
        faults.Count(fault => fault.Code == "HOLIDAY_HAS_GAP").ShouldBe(isOneHoliday ? 10 : 0);
        if (isOneHoliday)
        {
            faults[0].ShouldBe(("2026-03-03", "HOLIDAY_HAS_GAP"));
        }
    }

    [Theory]
    [InlineData("2026-03-14", "2026-03-13", true)]
    [InlineData("2026-03-15", "2026-03-16", true)]
    [InlineData("2026-03-14", "2026-03-16", true)]
    [InlineData("2026-03-15", "2026-03-13", true)]
    [InlineData("2026-03-14", "2026-03-17", false)]
    [InlineData("2026-03-15", "2026-03-12", false)]
    public void Of_WhenAWeekendIsListedAsOff_ThenADayOffMustAdjoinIt(string weekend, string weekday, bool adjoins) =>
        Codes([.. Listing.OfNotice(2026), Listing.Line(weekend, true, "甲"), Listing.Line(weekday, true, "乙")])
            .ShouldBe(adjoins ? [] : ["DAY_OFF_ON_WEEKEND"]);

    [Fact]
    public void Of_WhenSomethingIsWrong_ThenItsPlaceAndItsWordsAreTold()
    {
        var check = NoticeCheck.Of(
            2026,
            2026,
            [
                .. Listing.OfNotice(2026).Where(day => day.Date != "2026-01-01"),
                Listing.Line("2026-03-16", false),
                Listing.Line("2026-06-06", true),
            ],
            Calendar,
            isCorrection: true
        );

        check
            .Faults.Select(fault => (fault.Place, fault.Code))
            .ShouldBe([
                ("2026-03-16", "MAKE_UP_DAY_ON_WEEKDAY"),
                ("2026-06-06", "DAY_OFF_ON_WEEKEND"),
                ("2026-01-01", "HOLIDAY_MISSING"),
            ]);
        check.Faults.ShouldAllBe(fault => fault.Text.Chinese.Contains(fault.Place, StringComparison.Ordinal));
        check.Imbalance.ShouldNotBeNull().Place.ShouldBe("days");
        check.Days.ShouldBe(check.Days.OrderBy(day => day.Date));
    }

    [Theory]
    [InlineData(2026, false, "YEAR_ALREADY_PUBLISHED")]
    [InlineData(2027, true, "NOTHING_TO_CORRECT")]
    [InlineData(2028, false, "YEAR_GAP")]
    [InlineData(2018, false, "YEAR_GAP")]
    public void Of_WhenTheYearIsNotItsTurn_ThenToldSo(int year, bool isCorrection, string code) =>
        Faults(year, Listing.OfStatutoryDays(year), isCorrection).ShouldBe([("year", code)]);

    [Fact]
    public void Of_WhenTheFileNamesAnotherYear_ThenToldSo() =>
        NoticeCheck
            .Of(2026, 2025, Listing.OfNotice(2026), Calendar, isCorrection: true)
            .Faults.Select(fault => fault.Code)
            .ShouldBe(["YEAR_MISMATCH"]);

    [Fact]
    public void Of_WhenSeveralThingsAreWrong_ThenAllAreToldAtOnce() =>
        Codes(
                [
                    .. Listing.OfNotice(2026).Where(day => day.Date != "2026-01-01"),
                    Listing.Line("2026-05-01", true),
                    Listing.Line("2024-05-01", true),
                    Listing.Line("2026-03-16", false),
                ],
                isCorrection: false
            )
            .ShouldBe([
                "YEAR_ALREADY_PUBLISHED",
                "DAY_TWICE",
                "DAY_OF_OTHER_YEAR",
                "MAKE_UP_DAY_ON_WEEKDAY",
                "HOLIDAY_MISSING",
            ]);

    private static List<string> Codes(IReadOnlyList<ListedDay> days, bool isCorrection = true) =>
        [.. Faults(2026, days, isCorrection).Select(fault => fault.Code)];

    private static List<(string Place, string Code)> Faults(
        int year,
        IReadOnlyList<ListedDay> days,
        bool isCorrection = false
    ) =>
        [.. NoticeCheck.Of(year, null, days, Calendar, isCorrection).Faults.Select(fault => (fault.Place, fault.Code))];
}
