using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Application.Articles;
using SmartCity.Regulation.Application.Calendars;
using SmartCity.Regulation.Application.Deadlines;
using SmartCity.Regulation.Application.Identifiers;
using SmartCity.Regulation.Application.LegalClocks;
using SmartCity.Regulation.Application.Rules;
using SmartCity.Regulation.Domain.Calendars;
using SmartCity.Regulation.Domain.LegalClocks;

namespace SmartCity.Regulation.Application;

/// <summary>Who enters what the law is counted by. The kernel knows no module, hence the office's role in its own words.</summary>
internal sealed class RegulationAuthorities : AuthorityTable
{
    /// <summary>市政府信息办, as tokens name it.</summary>
    internal const string InformatizationOfficeRole = "informatization-office";

    private static readonly LocalizedText InformatizationOffice = new("市政府信息办", "the informatization office");
    private static readonly LocalizedText Administrators = new("系统管理员", "an administrator");
    private static readonly LocalizedText Everybody = new("全体已登录账号", "every signed-in account");

    public RegulationAuthorities()
    {
        Command<MoveLegalDate>("regulation.move-legal-date", 44, Administrators, Actor.AdministratorRole);
        Query<ReadLegalDate>("regulation.read-legal-date", 44, Everybody);

        Command<LandCalendarNotice>(
            "regulation.land-calendar-notice",
            44,
            InformatizationOffice,
            InformatizationOfficeRole
        );
        Query<PreviewCalendarNotice>(
            "regulation.preview-calendar-notice",
            44,
            InformatizationOffice,
            InformatizationOfficeRole
        );
        Query<ListCalendarYears>("regulation.list-calendar-years", 44, Everybody);
        Query<GetCalendarYear>("regulation.get-calendar-year", 44, Everybody);

        Query<CheckIdentifiers>("regulation.check-identifiers", 16, Everybody);

        Query<CountDeadline>("regulation.count-deadline", 44, Everybody);

        Query<ListArticles>("regulation.list-articles", 44, Everybody);
        Query<GetArticle>("regulation.get-article", 44, Everybody);
        Query<ListRules>("regulation.list-rules", 1, Everybody);
        Query<GetRule>("regulation.get-rule", 1, Everybody);
        Query<EvaluateRule>("regulation.evaluate-rule", 1, Everybody);
    }

    /// <summary>The table above says all there is to say about notices of days off.</summary>
    public static ObjectAuthority<CalendarNotice> OnCalendarNotice { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>The table above says all there is to say about the clock.</summary>
    public static ObjectAuthority<LegalClock> OnClock { get; } = new((_, _) => true, (_, _) => null);
}
