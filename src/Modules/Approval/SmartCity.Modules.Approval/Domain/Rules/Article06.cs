using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>Declaration, expert review, report to finance.</summary>
internal static partial class Article06
{
    private const string Text =
        "各行政、事业单位的信息化项目，应向市政府信息办提交建设方案和资金报告，市政府信息办根据项目性质组织专家会同有关部门对方案进行评审、论证后，报市财政局按照程序安排资金，市财政局对各单位未经审核的信息化项目资金申请不予拨付。";

    internal static Parameter<int> MinimumExperts { get; } =
        new("review.minimum-experts", 6, ParameterAct.Control, 5, "评审专家组最少人数（人）", new(1, 99));

    internal static Parameter<bool> OddNumberOfExperts { get; } =
        new("review.odd-number-of-experts", 6, ParameterAct.Control, true, "评审专家人数是否须为单数");

    internal static Parameter<int> MinimumDepartments { get; } =
        new(
            "review.minimum-departments",
            6,
            ParameterAct.Interpretation,
            1,
            "会同评审的有关部门最少个数（个）",
            new(1, 20)
        );

    internal static Parameter<bool> PassNeedsMajority { get; } =
        new("review.pass-needs-majority", 6, ParameterAct.Control, true, "评审通过是否须有多数专家同意");

    internal sealed record DocumentFacts(IReadOnlyList<string> ConstructionPlans, IReadOnlyList<string> FundReports);

    internal static Rule<DocumentFacts> DeclarationIncomplete { get; } =
        new(
            "DECLARATION_INCOMPLETE",
            RuleKind.Refusal,
            6,
            Basis.Text(Text),
            new(
                "建设方案和资金报告两份文件都要上传，并选对文件类别。",
                "Attach both the construction plan and the fund report, each under its own kind."
            ),
            (facts, _) => facts.ConstructionPlans.Count > 0 && facts.FundReports.Count > 0
        );

    /// <param name="Missing">Paths of the sheet that are empty.</param>
    internal sealed record SheetFacts(IReadOnlyList<string> Missing);

    internal static Rule<SheetFacts> SheetIncomplete { get; } =
        new(
            "DECLARATION_SHEET_INCOMPLETE",
            RuleKind.Refusal,
            6,
            Basis.Control("申报书应逐项填写完整，专家据此评审。"),
            new("补填所列各栏后重新提交。", "Fill in the fields listed, then submit again."),
            (facts, _) => facts.Missing.Count == 0
        );

    internal sealed record BudgetFacts(Money TotalInvestment, Money LinesTogether, int Lines);

    internal static Rule<BudgetFacts> BudgetLinesMismatch { get; } =
        new(
            "BUDGET_LINES_MISMATCH",
            RuleKind.Refusal,
            6,
            Basis.Control("概算明细合计应等于总投资。"),
            new(
                "更正概算明细或总投资，使明细合计与总投资一分不差。",
                "Correct the lines or the total, so that the lines add up to the total to the fen."
            ),
            (facts, _) => facts.Lines > 0 && facts.LinesTogether == facts.TotalInvestment
        );

    internal sealed record ExpertFacts(string Expert, bool IsExpert, bool IsNaturalPerson, bool IsActive);

    internal static Rule<ExpertFacts> PanelMemberIneligible { get; } =
        new(
            "PANEL_MEMBER_INELIGIBLE",
            RuleKind.Refusal,
            6,
            Basis.Control("评审专家应是专家库中在用的个人账号，以便本人签署意见。"),
            new("改请专家库中在用的专家。", "Choose an expert with an active personal account."),
            (facts, _) => facts is { IsExpert: true, IsNaturalPerson: true, IsActive: true }
        );

    internal sealed record ConflictFacts(
        string Expert,
        string Employer,
        bool EmployerDeclares,
        bool SitsForAnotherDepartment
    );

    internal static Rule<ConflictFacts> ExpertConflict { get; } =
        new(
            "EXPERT_CONFLICT",
            RuleKind.Refusal,
            6,
            Basis.Control("专家不得评审本单位牵头或参建的项目，也不得同时代表会同评审的部门。"),
            new(
                "请该专家回避，改请与牵头、参建单位和会同部门无关的专家。",
                "Replace this expert by one of no unit that declares or sits on the panel as a department."
            ),
            (facts, _) => facts is { EmployerDeclares: false, SitsForAnotherDepartment: false }
        );

    internal sealed record QuorumFacts(int Experts);

    internal static Rule<QuorumFacts> PanelQuorumNotMet { get; } =
        new(
            "PANEL_QUORUM_NOT_MET",
            RuleKind.Refusal,
            6,
            Basis.Control("评审专家组不少于规定人数，且为单数。"),
            new(
                "增减专家，使人数不少于参数 review.minimum-experts（初始为 5 人）且为单数。",
                "Add or remove experts: at least review.minimum-experts (initially 5), and an odd number."
            ),
            (facts, parameters) =>
                facts.Experts >= parameters.Of(MinimumExperts)
                && (int.IsOddInteger(facts.Experts) || !parameters.Of(OddNumberOfExperts))
        );

    internal sealed record ChairFacts(bool ChairIsOnThePanel);

    internal static Rule<ChairFacts> ChairNotOnPanel { get; } =
        new(
            "PANEL_CHAIR_NOT_MEMBER",
            RuleKind.Refusal,
            6,
            Basis.Control("专家组组长应是本组专家。"),
            new("从本组专家中指定组长。", "Name one of the panel's experts as chair."),
            (facts, _) => facts.ChairIsOnThePanel
        );

    internal sealed record DepartmentFacts(int Departments);

    internal static Rule<DepartmentFacts> PanelDepartmentMissing { get; } =
        new(
            "PANEL_DEPARTMENT_MISSING",
            RuleKind.Refusal,
            6,
            Basis.Text(Text),
            new(
                "列入会同评审的有关部门及其代表，至少一个。",
                "Name at least one department concerned, with its representative."
            ),
            (facts, parameters) => facts.Departments >= parameters.Of(MinimumDepartments)
        );

    internal sealed record OpinionFacts(string Expert, bool HasGivenOne);

    internal static Rule<OpinionFacts> OpinionAlreadyGiven { get; } =
        new(
            "OPINION_ALREADY_GIVEN",
            RuleKind.Refusal,
            6,
            Basis.Control("每位专家在一轮评审中只签署一份意见，签署后不得更改。"),
            new(
                "您的意见已经收到，无需再次提交；要补充的，请在评审会上向组长提出。",
                "Your opinion has been received; raise anything further with the chair."
            ),
            (facts, _) => !facts.HasGivenOne
        );

    internal sealed record NoConflictFacts(bool DeclaresNoConflict);

    internal static Rule<NoConflictFacts> ConflictStatementMissing { get; } =
        new(
            "CONFLICT_STATEMENT_MISSING",
            RuleKind.Refusal,
            6,
            Basis.Control("专家应声明与项目无利害关系后签署意见。"),
            new(
                "确无利害关系的，勾选回避声明；有利害关系的，告知市政府信息办另请专家。",
                "State that you have no conflict; if you have one, tell the office to replace you."
            ),
            (facts, _) => facts.DeclaresNoConflict
        );

    internal sealed record OpinionsFacts(int Experts, int Opinions, IReadOnlyList<string> WithoutOpinion);

    internal static Rule<OpinionsFacts> OpinionsIncomplete { get; } =
        new(
            "OPINIONS_INCOMPLETE",
            RuleKind.Refusal,
            6,
            Basis.Control("本轮全部专家签署意见后方可作出结论。"),
            new(
                "请所列专家用本人账号签署意见后再作结论。",
                "Have the experts listed give their opinions from their own accounts first."
            ),
            (facts, _) => facts.WithoutOpinion.Count == 0
        );

    internal sealed record MajorityFacts(bool Passed, int ForPassing, int ForRevision);

    internal static Rule<MajorityFacts> ConclusionAgainstPanel { get; } =
        new(
            "CONCLUSION_AGAINST_PANEL",
            RuleKind.Refusal,
            6,
            Basis.Control("评审通过的结论应有多数专家同意。"),
            new(
                "同意的专家不占多数，应作出“须修订”的结论。",
                "Fewer experts are for passing than against: conclude that a revision is required."
            ),
            (facts, parameters) =>
                !facts.Passed || facts.ForPassing > facts.ForRevision || !parameters.Of(PassNeedsMajority)
        );

    internal sealed record ReviewedBudgetFacts(bool Passed, Money ReviewedBudget, Money DeclaredTotal);

    internal static Rule<ReviewedBudgetFacts> ReviewedBudgetOverDeclared { get; } =
        new(
            "REVIEWED_BUDGET_OVER_DECLARED",
            RuleKind.Refusal,
            6,
            Basis.Control("核定预算应大于零且不超过申报的总投资。"),
            new(
                "核定预算不得高于申报总投资；确需增加的，要求单位修订后重新申报。",
                "The reviewed budget may not exceed the declared total; if more is needed, require a revision."
            ),
            (facts, _) =>
                !facts.Passed || (facts.ReviewedBudget.IsPositive && facts.ReviewedBudget <= facts.DeclaredTotal)
        );

    internal sealed record DateFacts(DateOnly DocumentDate, DateOnly NotBefore, DateOnly NotAfter);

    internal static Rule<DateFacts> DocumentDateImplausible { get; } =
        new(
            "DOCUMENT_DATE_IMPLAUSIBLE",
            RuleKind.Refusal,
            6,
            Basis.Control("文件日期不得早于其所依据的办理环节，也不得晚于今天。"),
            new("更正文件日期。", "Correct the document's date."),
            (facts, _) => facts.DocumentDate >= facts.NotBefore && facts.DocumentDate <= facts.NotAfter
        );
}
