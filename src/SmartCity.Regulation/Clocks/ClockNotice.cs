using System.Globalization;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Notices;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Clocks;

/// <summary>The words of the notices that clocks raise. They tell the day itself, so that a late notice is true as well.</summary>
internal static class ClockNotice
{
    public static NoticeRaised OfRung(
        StatutoryClock clock,
        ClockKind kind,
        LadderRung rung,
        ClockUnit addressee,
        Guid notice,
        DateOnly today
    ) => Of(clock, kind, rung.Name, TitleOf(clock, kind, today), addressee, notice, today);

    public static NoticeRaised OfMove(
        StatutoryClock clock,
        ClockKind kind,
        DateOnly before,
        Guid notice,
        DateOnly today
    ) =>
        Of(
            clock,
            kind,
            "moved",
            new(
                $"{kind.Name.Chinese}：按新公布的放假安排，由{Day(before)}改为{Day(clock.DueOn)}",
                $"{kind.Name.English}: by the days off now published it moves from {Day(before)} to {Day(clock.DueOn)}"
            ),
            clock.Unit,
            notice,
            today
        );

    private static NoticeRaised Of(
        StatutoryClock clock,
        ClockKind kind,
        string name,
        LocalizedText title,
        ClockUnit addressee,
        Guid notice,
        DateOnly today
    )
    {
        var provisional = clock.IsProvisional
            ? new LocalizedText(
                "该年放假安排尚未公布，日期暂定。",
                " That year's days off are not published yet, so the day may move."
            )
            : new LocalizedText("", "");
        return new(
            notice,
            $"{kind.Code}-{name}",
            addressee.Value,
            Account: null,
            Cut(title.Chinese, NoticeRaised.LongestTitle),
            Cut(title.English, NoticeRaised.LongestTitle),
            Cut(
                $"{clock.ObjectTitle}：{kind.ToDo.Chinese}{provisional.Chinese}（第{ChineseNumerals.Of(kind.Article)}条）",
                NoticeRaised.LongestText
            ),
            Cut(
                $"{clock.ObjectTitle}: {kind.ToDo.English}{provisional.English} (article {kind.Article})",
                NoticeRaised.LongestText
            ),
            kind.Article,
            clock.ObjectType,
            clock.ObjectId,
            Cut(clock.ObjectTitle, InputRules.ShortText),
            clock.Id.Value,
            clock.DueOn,
            today
        );
    }

    private static LocalizedText TitleOf(StatutoryClock clock, ClockKind kind, DateOnly today)
    {
        var (chinese, english, day) = (kind.Name.Chinese, kind.Name.English, Day(clock.DueOn));
        return (kind.Nature, today.CompareTo(clock.DueOn)) switch
        {
            (ClockNature.Opening, < 0) => new($"{chinese}：自{day}起可以办理", $"{english}: possible from {day} on"),
            (ClockNature.Opening, _) => new($"{chinese}：已可办理（自{day}起）", $"{english}: possible since {day}"),
            (ClockNature.Ending, < 0) => new($"{chinese}：将于{day}届满", $"{english}: ends on {day}"),
            (ClockNature.Ending, 0) => new($"{chinese}：今天届满（{day}）", $"{english}: ends today, {day}"),
            (ClockNature.Ending, _) => new($"{chinese}：已于{day}届满", $"{english}: ended on {day}"),
            (_, < 0) => new($"{chinese}：最后期限为{day}", $"{english}: due by {day}"),
            (_, 0) => new($"{chinese}：今天是最后一天（{day}）", $"{english}: due today, {day}"),
            (_, _) => new($"{chinese}：已逾期，最后期限为{day}", $"{english}: overdue, it was due by {day}"),
        };
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : $"{text[..(longest - 1)]}…";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
