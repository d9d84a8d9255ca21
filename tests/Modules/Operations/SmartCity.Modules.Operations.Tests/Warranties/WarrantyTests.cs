using System.Globalization;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Regulation.Calendars;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Warranties;

public sealed class WarrantyTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    [Theory]
    [InlineData("2022-03-02", 36, "2025-03-03", false)] // a Sunday rolls to Monday
    [InlineData("2022-10-01", 36, "2025-10-09", false)] // past the National Day holidays
    [InlineData("2024-02-29", 24, "2026-02-28", false)] // no 29 February, and a make-up Saturday
    [InlineData("2026-03-02", 36, "2029-03-02", true)] // the days off of 2029 are not published
    public void End_WhenTheMonthsHaveRun_ThenRollsPastDaysOffAndTellsWhetherItMayMove(
        string start,
        int months,
        string end,
        bool isProvisional
    )
    {
        var told = Objects.AWarranty(Parse(start), months).End(Calendar);

        (told.Day, told.IsProvisional).ShouldBe((Parse(end), isProvisional));
    }

    [Theory]
    [InlineData("2025-03-02", WarrantyState.Running)]
    [InlineData("2025-03-03", WarrantyState.Running)]
    [InlineData("2025-03-04", WarrantyState.Ended)]
    public void StateOn_WhenAroundTheRolledEnd_ThenItsLastDayStillRuns(string today, object state) =>
        Objects.AWarranty(new(2022, 3, 2)).StateOn(Parse(today), Calendar).ShouldBe((WarrantyState)state);

    [Theory]
    [InlineData("2022-03-01", false)]
    [InlineData("2022-03-02", true)]
    [InlineData("2025-03-03", true)]
    [InlineData("2025-03-04", false)]
    public void CoverOn_WhenAroundBothEnds_ThenBothDaysAreCovered(string day, bool isWithin) =>
        Objects.AWarranty(new(2022, 3, 2)).CoverOn(Parse(day), Calendar).IsWithin.ShouldBe(isWithin);

    [Fact]
    public void LastEndedCorrespondingDay_WhenAskedForEveryDayOfTwoYears_ThenAgreesWithTheState()
    {
        var first = new DateOnly(2022, 1, 1);
        for (var number = 0; number < 730; number++)
        {
            var warranty = Objects.AWarranty(first.AddDays(number), 36);
            foreach (var later in Enumerable.Range(-2, 14))
            {
                var today = warranty.CorrespondingDay.AddDays(later);
                var ended = warranty.CorrespondingDay <= Warranty.LastEndedCorrespondingDay(today, Calendar);

                (today, ended).ShouldBe((today, warranty.StateOn(today, Calendar) == WarrantyState.Ended));
            }
        }
    }

    [Fact]
    public void Void_WhenTheAcceptanceIsRevoked_ThenNothingIsCovered()
    {
        var warranty = Objects.AWarranty();

        warranty.Void("材料不实。", new(2026, 6, 1)).ShouldBeAccepted();

        warranty.StateOn(new(2026, 6, 1), Calendar).ShouldBe(WarrantyState.Void);
        warranty.CoverOn(Town.PassedOn, Calendar).IsWithin.ShouldBeFalse();
        warranty.CurrentTerm.VoidedBecause.ShouldBe("材料不实。");
    }

    [Fact]
    public void Void_WhenVoidAlready_ThenIllegal()
    {
        var warranty = Objects.AWarranty();
        warranty.Void("材料不实。", new(2026, 6, 1)).ShouldBeAccepted();

        warranty.Void("再次。", new(2026, 6, 2)).ShouldBeIllegalNow();
    }

    [Fact]
    public void Restart_WhenAcceptedAgain_ThenTheStartMovesAndTheTermBeforeIsKept()
    {
        var warranty = Objects.AWarranty();
        warranty.Void("材料不实。", new(2026, 6, 1)).ShouldBeAccepted();

        warranty.Restart(Objects.Passed(2, new(2026, 9, 1)), Objects.Rules.Parameters).ShouldBeAccepted();

        warranty.StateOn(new(2026, 9, 1), Calendar).ShouldBe(WarrantyState.Running);
        (warranty.StartsOn, warranty.CorrespondingDay).ShouldBe((new(2026, 9, 1), new(2029, 9, 1)));
        warranty.Terms.Select(term => (term.Number, term.VoidedOn)).ShouldBe([(1, new(2026, 6, 1)), (2, null)]);
    }

    [Fact]
    public void Restart_WhenItRunsFromALaterRound_ThenTheStartMoves()
    {
        var warranty = Objects.AWarranty();

        warranty.Restart(Objects.Passed(2, new(2026, 9, 1)), Objects.Rules.Parameters).ShouldBeAccepted();

        warranty.StartsOn.ShouldBe(new DateOnly(2026, 9, 1));
    }

    [Fact]
    public void Restart_WhenItRunsFromThisRound_ThenIllegal() =>
        Objects.AWarranty().Restart(Objects.Passed(), Objects.Rules.Parameters).ShouldBeIllegalNow();

    [Fact]
    public void Restart_WhenTheRoundItRestedOnWasRevoked_ThenIllegalAndItStaysVoid()
    {
        var warranty = Objects.AWarranty();
        warranty.Void("材料不实。", new(2026, 6, 1)).ShouldBeAccepted();

        warranty.Restart(Objects.Passed(), Objects.Rules.Parameters).ShouldBeIllegalNow();

        warranty.IsVoid.ShouldBeTrue();
    }

    private static DateOnly Parse(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
