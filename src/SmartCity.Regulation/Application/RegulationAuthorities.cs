using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Application.Articles;
using SmartCity.Regulation.Application.Calendars;
using SmartCity.Regulation.Application.Clocks;
using SmartCity.Regulation.Application.Deadlines;
using SmartCity.Regulation.Application.Enacting;
using SmartCity.Regulation.Application.Identifiers;
using SmartCity.Regulation.Application.Interpretations;
using SmartCity.Regulation.Application.LegalClocks;
using SmartCity.Regulation.Application.Parameters;
using SmartCity.Regulation.Application.Replaying;
using SmartCity.Regulation.Application.Rules;
using SmartCity.Regulation.Application.WhatIf;
using SmartCity.Regulation.Domain.Calendars;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Domain.LegalClocks;

namespace SmartCity.Regulation.Application;

/// <summary>
/// Who may interpret, amend and switch, enter days off, replay, and move the demonstration's legal date. The kernel knows no
/// module: the roles that articles 34 and 44 name are spelled here as the module spells them that gives them.
/// </summary>
internal sealed class RegulationAuthorities : AuthorityTable
{
    private static readonly LocalizedText Administrators = new("系统管理员", "an administrator");
    private static readonly LocalizedText Everybody = new("全体已登录账号", "every signed-in account");
    private static readonly LocalizedText Office = new("市政府信息办", "the informatization office");
    private static readonly LocalizedText OfficeAndOversight = new(
        "市政府信息办、审计和纪检监察机关",
        "the informatization office, audit and discipline inspection"
    );

    /// <summary>市政府信息办, which interprets the regulation.</summary>
    internal const string InformatizationOfficeRole = "informatization-office";

    /// <summary>Those who oversee (article 34).</summary>
    internal const string AuditOffice = "audit-office";

    /// <inheritdoc cref="AuditOffice"/>
    internal const string DisciplineInspection = "discipline-inspection";

    public RegulationAuthorities()
    {
        Command<MoveLegalDate>(
            Stake.Business,
            "regulation.move-legal-date",
            44,
            Administrators,
            Actor.AdministratorRole
        );
        Query<ReadLegalDate>("regulation.read-legal-date", 44, Everybody);

        // The city government has no account: the office registers its document.
        Command<EnactAmendment>(Stake.Rights, "regulation.enact-amendment", 44, Office, InformatizationOfficeRole);
        Command<EnactInterpretation>(
            Stake.Rights,
            "regulation.enact-interpretation",
            44,
            Office,
            InformatizationOfficeRole
        );
        Command<DecideOnControls>(Stake.Rights, "regulation.decide-on-controls", 44, Office, InformatizationOfficeRole);
        Query<ListEnactments>("regulation.list-enactments", 44, Everybody);
        Query<GetEnactment>("regulation.get-enactment", 44, Everybody);
        Query<ListParameters>("regulation.list-parameters", 44, Everybody);
        Query<GetParameter>("regulation.get-parameter", 44, Everybody);
        Query<ListInterpretations>("regulation.list-interpretations", 44, Everybody);
        Query<GetInterpretation>("regulation.get-interpretation", 44, Everybody);
        Query<AskWhatIf>("regulation.ask-what-if", 44, OfficeAndOversight, ReadersOfAll);
        Query<ReplayJudgements>("regulation.replay-judgements", 44, OfficeAndOversight, ReadersOfAll);

        Command<LandCalendarNotice>(
            Stake.Business,
            "regulation.land-calendar-notice",
            44,
            Office,
            InformatizationOfficeRole
        );
        QueryBeforeCommand<PreviewCalendarNotice>(
            "regulation.preview-calendar-notice",
            44,
            Office,
            InformatizationOfficeRole
        );
        Query<ListCalendarYears>("regulation.list-calendar-years", 44, Everybody);
        Query<GetCalendarYear>("regulation.get-calendar-year", 44, Everybody);

        Query<CheckIdentifiers>("regulation.check-identifiers", 16, Everybody);

        Query<CountDeadline>("regulation.count-deadline", 44, Everybody);

        Query<ListClocks>("regulation.list-clocks", 44, Everybody);
        Query<GetClock>("regulation.get-clock", 44, Everybody);
        Query<ListClockDays>("regulation.list-clock-days", 44, Everybody);

        Query<ListArticles>("regulation.list-articles", 44, Everybody);
        Query<GetArticle>("regulation.get-article", 44, Everybody);
        Query<ListRules>("regulation.list-rules", 1, Everybody);
        Query<GetRule>("regulation.get-rule", 1, Everybody);
        Query<EvaluateRule>("regulation.evaluate-rule", 1, Everybody);
    }

    private static string[] ReadersOfAll => [InformatizationOfficeRole, AuditOffice, DisciplineInspection];

    /// <summary>The table above says all there is to say about enactments.</summary>
    public static ObjectAuthority<Enactment> OnEnactment { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>The table above says all there is to say about notices of days off.</summary>
    public static ObjectAuthority<CalendarNotice> OnCalendarNotice { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>The table above says all there is to say about the clock.</summary>
    public static ObjectAuthority<LegalClock> OnClock { get; } = new((_, _) => true, (_, _) => null);
}
