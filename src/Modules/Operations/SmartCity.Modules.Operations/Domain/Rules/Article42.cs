using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Operations.Domain.Rules;

/// <summary>Units that break the regulation: correction, and penalty. Contractors' corrections are ordered alike.</summary>
internal static class Article42
{
    private const string Text =
        "项目建设单位违反本办法的，由市政府信息办责令改正，情节严重并造成重大损失的，给予相应的处罚，并依照有关规定追究单位负责人和有关人员的行政责任。";

    private const string Contractors = "第四十三条";

    private static readonly UnitKind[] Contracting = [UnitKind.Contractor, UnitKind.Enterprise];

    internal static Parameter<NoticeDays> CorrectionLadder { get; } =
        new(
            "correction.notice-days",
            42,
            ParameterAct.Control,
            [7, 3, 0, -1],
            "改正期限届满前后发出提醒的时间（日，0 为当日，负数为逾期后）"
        );

    internal sealed record SubjectFacts(string Unit, UnitKind Kind);

    internal static Rule<SubjectFacts> SubjectNotAUnit { get; } =
        new(
            "CASE_SUBJECT_NOT_UNIT",
            RuleKind.Refusal,
            42,
            Basis.Text(Text),
            new(
                "第四十二条适用于项目建设单位；对承揽单位请依据第四十三条立案。",
                "Article 42 is for the units that build; open the case against a contractor under article 43."
            ),
            (facts, _) => !Contracting.Contains(facts.Kind)
        );

    internal sealed record DueFacts(DateOnly? DueOn);

    internal static Rule<DueFacts> DueRequired { get; } =
        new(
            "DUE_REQUIRED",
            RuleKind.Refusal,
            42,
            Basis.Control("责令改正应写明改正期限，以便到期核查。"),
            new("填写改正期限。", "Name the day by which it must be corrected."),
            (facts, _) => facts.DueOn is not null,
            Contractors
        );

    internal sealed record DuePastFacts(DateOnly? DueOn, DateOnly Today);

    internal static Rule<DuePastFacts> DueInThePast { get; } =
        new(
            "DUE_IN_THE_PAST",
            RuleKind.Refusal,
            42,
            Basis.Control("改正期限不得早于责令之日。"),
            new("把改正期限改为今天或以后的日期。", "Set the due day to today or later."),
            (facts, _) => facts.DueOn is not { } due || due >= facts.Today,
            Contractors
        );

    internal sealed record OverdueFacts(DateOnly DueOn, DateOnly Today);

    internal static Rule<OverdueFacts> NotOverdueYet { get; } =
        new(
            "CORRECTION_NOT_OVERDUE",
            RuleKind.Refusal,
            42,
            Basis.Control("改正期限届满的次日起，方可认定逾期未改正。"),
            new(
                "改正期限届满之后再认定逾期。",
                "Wait until the due day has passed; on that day itself it may still be corrected."
            ),
            (facts, _) => facts.Today > facts.DueOn,
            Contractors
        );

    internal static Rule<ClockFacts> CorrectionOverdue { get; } =
        new(
            "CORRECTION_OVERDUE",
            RuleKind.Breach,
            42,
            Basis.Control("责令改正的，应当在改正期限内完成改正。"),
            new(
                "尽快完成改正并报告；逾期仍可改正。",
                "Correct it and report without delay; it is still taken after the due day."
            ),
            (facts, _) => facts.Today <= facts.DueOn,
            Contractors
        );

    internal sealed record ReportFacts(bool CorrectionReported);

    internal static Rule<ReportFacts> CorrectionNotReported { get; } =
        new(
            "CORRECTION_NOT_REPORTED",
            RuleKind.Refusal,
            42,
            Basis.Control("当事单位报告改正情况后，方可确认已改正。"),
            new(
                "请当事单位先报告改正情况，再核实确认。",
                "Let the unit report what it did; then check and confirm it."
            ),
            (facts, _) => facts.CorrectionReported,
            Contractors
        );

    internal sealed record PenaltyFacts(bool IsSerious, bool CausedMajorLoss);

    internal static Rule<PenaltyFacts> PenaltyConditionsNotMet { get; } =
        new(
            "PENALTY_CONDITIONS_NOT_MET",
            RuleKind.Refusal,
            42,
            Basis.Text(Text),
            new(
                "情节严重和造成重大损失两项须同时具备，方可处罚；不具备的，责令改正。",
                "A penalty needs both a serious case and major loss; otherwise order a correction."
            ),
            (facts, _) => facts.IsSerious && facts.CausedMajorLoss,
            "INT-15"
        );
}
