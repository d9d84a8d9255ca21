using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

// Projects that ran before the city began to keep them here. The article speaks of no take-over: all of it is control.
internal static partial class Article05
{
    internal static Parameter<DateOnly> TakeOverClosesOn { get; } =
        new(
            "take-over.closes-on",
            5,
            ParameterAct.Control,
            DateOnly.MaxValue,
            "接管在建项目的最后一天；初始不设",
            new(DateOnly.MinValue, DateOnly.MaxValue)
        );

    /// <param name="NotJudged">The rules of earlier gates, which the take-over leaves unjudged, each with its article.</param>
    internal sealed record TakeOverBasisFacts(
        string OfficeNumber,
        TakeOverStage Stage,
        string? BasisDocumentNumber,
        IReadOnlyList<UnjudgedRule> NotJudged
    );

    internal static Rule<TakeOverBasisFacts> TakeOverBasisMissing { get; } =
        new(
            "TAKE_OVER_BASIS_MISSING",
            RuleKind.Refusal,
            5,
            Basis.Control("接管前各环节未经本系统评判，接管应有市政府信息办的决定文号。"),
            new(
                "填写市政府信息办接管决定的文号。",
                "Give the number of the office's decision to take the project over: nobody judged the earlier gates here."
            ),
            (facts, _) => !string.IsNullOrWhiteSpace(facts.BasisDocumentNumber)
        );

    internal sealed record TakeOverDayFacts(DateOnly Today);

    internal static Rule<TakeOverDayFacts> TakeOverClosed { get; } =
        new(
            "TAKE_OVER_CLOSED",
            RuleKind.Refusal,
            5,
            Basis.Control("接管在建项目的期限届满后，项目一律从申报办起。"),
            new(
                "接管期限已过，请由项目牵头单位申报。",
                "The time for taking running projects over has passed; let the lead unit declare the project."
            ),
            (facts, parameters) => facts.Today <= parameters.Of(TakeOverClosesOn)
        );

    /// <param name="Missing">What the stage needs and nobody told.</param>
    internal sealed record TakeOverStageFacts(TakeOverStage Stage, IReadOnlyList<RunningPart> Missing);

    internal static Rule<TakeOverStageFacts> TakeOverIncomplete { get; } =
        new(
            "TAKE_OVER_INCOMPLETE",
            RuleKind.Refusal,
            5,
            Basis.Control("接管的项目应具备所处阶段的资金、合同、日期和文件，后续环节据此办理。"),
            new(
                "补填所列内容，或者改为与实际相符的较早阶段。",
                "Add what is listed, or choose the earlier stage that the project has really reached."
            ),
            (facts, _) => facts.Missing.Count == 0
        );

    /// <param name="Contradicting">What was told although the stage knows no such thing.</param>
    internal sealed record TakeOverContradictionFacts(
        TakeOverStage Stage,
        bool IsService,
        IReadOnlyList<RunningPart> Contradicting
    );

    internal static Rule<TakeOverContradictionFacts> TakeOverContradicted { get; } =
        new(
            "TAKE_OVER_CONTRADICTED",
            RuleKind.Refusal,
            5,
            Basis.Control("接管填报的内容不得超出所处阶段；服务类项目没有试运行，全部自筹的项目没有财政安排的资金。"),
            new(
                "删去所列内容，或者改为与实际相符的较晚阶段。",
                "Remove what is listed, or choose the later stage that the project has really reached."
            ),
            (facts, _) => facts.Contradicting.Count == 0
        );

    /// <param name="Field">Which date, by its name in the request.</param>
    /// <param name="NotBefore">The day of what came before it, where that is known.</param>
    internal sealed record TakeOverDateFacts(string Field, DateOnly Date, DateOnly? NotBefore, DateOnly NotAfter);

    internal static Rule<TakeOverDateFacts> TakeOverDateImplausible { get; } =
        new(
            "TAKE_OVER_DATE_IMPLAUSIBLE",
            RuleKind.Refusal,
            5,
            Basis.Control("接管前的日期应依次在前：不早于前一环节，不晚于接管日；接管日不晚于今天。"),
            new("核对原件，更正所列日期。", "Check the papers and correct the date named."),
            (facts, _) => !(facts.Date < facts.NotBefore) && facts.Date <= facts.NotAfter
        );
}
