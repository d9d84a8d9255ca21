using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Notices;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>What people read of a clock: the day itself, so that a notice which comes late is true as well.</summary>
public sealed class ClockNoticeTests
{
    private static readonly Guid Notice = new("019cabcd-0000-7000-8000-0000000000cc");

    // Due on 2026-03-09; a day before, on it, a day after.
    [Theory]
    [InlineData(ClockNature.Duty, -1, "差事：最后期限为2026-03-09", "Errand: due by 2026-03-09")]
    [InlineData(ClockNature.Duty, 0, "差事：今天是最后一天（2026-03-09）", "Errand: due today, 2026-03-09")]
    [InlineData(ClockNature.Duty, 1, "差事：已逾期，最后期限为2026-03-09", "Errand: overdue, it was due by 2026-03-09")]
    [InlineData(ClockNature.Ending, -1, "差事：将于2026-03-09届满", "Errand: ends on 2026-03-09")]
    [InlineData(ClockNature.Ending, 0, "差事：今天届满（2026-03-09）", "Errand: ends today, 2026-03-09")]
    [InlineData(ClockNature.Ending, 1, "差事：已于2026-03-09届满", "Errand: ended on 2026-03-09")]
    [InlineData(ClockNature.Opening, -1, "差事：自2026-03-09起可以办理", "Errand: possible from 2026-03-09 on")]
    [InlineData(ClockNature.Opening, 0, "差事：已可办理（自2026-03-09起）", "Errand: possible since 2026-03-09")]
    [InlineData(ClockNature.Opening, 1, "差事：已可办理（自2026-03-09起）", "Errand: possible since 2026-03-09")]
    public void OfRung_WhenBeforeOnAndAfterTheDay_ThenTheTitleTellsWhatItMeans(
        ClockNature nature,
        int days,
        string chinese,
        string english
    )
    {
        var kind = Errand.Due with { Nature = nature };
        var notice = OfRung(kind, AClock.Of(kind, 5), days);

        (notice.TitleChinese, notice.TitleEnglish).ShouldBe((chinese, english));
        (notice.TextChinese, notice.TextEnglish).ShouldBe(
            ("送信：请按期办结。（第二十一条）", "送信: Do it in time. (article 21)")
        );
        (notice.Kind, notice.Unit, notice.DueOn).ShouldBe(
            ("errands.due-7-days-before", ErrandsHost.Village, new DateOnly(2026, 3, 9))
        );
    }

    [Fact]
    public void OfRung_WhenTheDayIsProvisional_ThenTheTextSaysSo()
    {
        var notice = OfRung(Errand.Due, AClock.Of(Errand.Due, 300), -1);

        (notice.TextChinese, notice.TextEnglish).ShouldBe(
            (
                "送信：请按期办结。该年放假安排尚未公布，日期暂定。（第二十一条）",
                "送信: Do it in time. That year's days off are not published yet, so the day may move. (article 21)"
            )
        );
    }

    [Fact]
    public void OfMove_WhenTheDayHasMoved_ThenBothDaysAreTold()
    {
        var clock = AClock.Of(Errand.Due, 5);

        var notice = ClockNotice.OfMove(clock, Errand.Due, new(2026, 3, 6), Notice, AClock.Start);

        (notice.Kind, notice.TitleChinese, notice.TitleEnglish).ShouldBe(
            (
                "errands.due-moved",
                "差事：按新公布的放假安排，由2026-03-06改为2026-03-09",
                "Errand: by the days off now published it moves from 2026-03-06 to 2026-03-09"
            )
        );
    }

    [Theory]
    [InlineData(NoticeRaised.LongestText, false)]
    [InlineData(NoticeRaised.LongestText + 1, true)]
    public void OfRung_WhenTheTextReachesItsBound_ThenOneMoreCharacterIsCut(int length, bool isCut)
    {
        var frame = "送信：（第二十一条）".Length;
        var kind = Errand.Due with { ToDo = new(new string('办', length - frame), "Do it.") };

        var text = OfRung(kind, AClock.Of(kind, 5), 0).TextChinese;

        text.Length.ShouldBe(NoticeRaised.LongestText);
        text.EndsWith('…').ShouldBe(isCut);
    }

    private static NoticeRaised OfRung(ClockKind kind, StatutoryClock clock, int days) =>
        ClockNotice.OfRung(clock, kind, clock.Rungs[0], clock.Unit, Notice, clock.DueOn.AddDays(days));
}
