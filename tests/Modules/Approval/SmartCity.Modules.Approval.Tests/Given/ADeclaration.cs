using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Tests.Given;

/// <summary>Declarations in each state of the business, brought there by the acts that lead there.</summary>
internal static class ADeclaration
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static RulesInForce Rules { get; } = new(ParameterSnapshot.AtPromulgation, Today);

    public static ActingFor TheHospital { get; } = ActingFor.Of(Town.HospitalClerk);

    public static ActingFor TheHealthCommission { get; } = ActingFor.Of(Town.HealthClerk);

    public static ActingFor TheFinanceBureau { get; } = ActingFor.Of(Town.FinanceClerk);

    public static ActingFor TheOffice { get; } = ActingFor.Of(Town.OfficeClerk);

    public static LeadUnit Hospital { get; } =
        new(Town.Hospital.Id, Town.Hospital.Name, Town.Hospital.Kind, Town.Hospital.CreditCode);

    public static CitedItem OpenItem { get; } = new("GH-2026-001", MasterPlanItemState.Open);

    public static Declaration InDraft(DeclarationSheet? sheet = null)
    {
        var drafted = Declaration.Draft(
            new(Ids.Next()),
            Hospital,
            sheet ?? Sheets.Complete(),
            TheHospital.Account,
            Rules
        );
        var declaration = drafted.Value;
        declaration.Attach(ADocument(DocumentKind.ConstructionPlan, '1'), TheHospital, Rules).ShouldSucceed();
        declaration.Attach(ADocument(DocumentKind.FundReport, '2'), TheHospital, Rules).ShouldSucceed();
        return declaration;
    }

    public static Declaration Declared(DeclarationSheet? sheet = null)
    {
        var declaration = InDraft(sheet);
        declaration.Submit(Hospital, OpenItem, TheHospital, Rules).ShouldSucceed();
        return declaration;
    }

    public static Declaration UnderReview(DeclarationSheet? sheet = null)
    {
        var declaration = Declared(sheet);
        declaration.FormPanel(APanel(), TheOffice, Rules).ShouldSucceed();
        return declaration;
    }

    public static Declaration WithAllOpinions(
        OpinionVerdict verdict = OpinionVerdict.Pass,
        DeclarationSheet? sheet = null
    )
    {
        var declaration = UnderReview(sheet);
        foreach (var expert in Town.Experts.Take(5))
        {
            declaration
                .GiveOpinion(1, Town.AccountOf(expert), AnOpinion(verdict), DateTimeOffset.UnixEpoch, Rules)
                .ShouldSucceed();
        }

        return declaration;
    }

    public static Declaration ReviewPassed(DeclarationSheet? sheet = null)
    {
        var declaration = WithAllOpinions(sheet: sheet);
        declaration.Conclude(APass(), ADecisionMaker(), [], TheOffice, Rules).ShouldSucceed();
        return declaration;
    }

    public static Declaration RevisionRequired()
    {
        var declaration = WithAllOpinions(OpinionVerdict.Revise);
        declaration.Conclude(ARevision(), ADecisionMaker(), [], TheOffice, Rules).ShouldSucceed();
        return declaration;
    }

    public static Declaration ReportedToFinance()
    {
        var declaration = ReviewPassed();
        declaration.ReportToFinance(ALetter(), TheOffice, Rules).ShouldSucceed();
        return declaration;
    }

    /// <summary>All of the 700,000 yuan that were reported.</summary>
    public static Declaration FundArranged()
    {
        var declaration = ReportedToFinance();
        declaration.ArrangeFund(AnArrangement(), AFinanceDecisionMaker(), TheFinanceBureau, Rules).ShouldSucceed();
        return declaration;
    }

    public static Declaration Cancelled()
    {
        var declaration = InDraft();
        declaration.Cancel("不再建设", Rules).ShouldSucceed();
        return declaration;
    }

    public static Declaration In(DeclarationState state) =>
        state switch
        {
            DeclarationState.Draft => InDraft(),
            DeclarationState.Declared => Declared(),
            DeclarationState.UnderReview => UnderReview(),
            DeclarationState.ReviewPassed => ReviewPassed(),
            DeclarationState.RevisionRequired => RevisionRequired(),
            DeclarationState.ReportedToFinance => ReportedToFinance(),
            DeclarationState.FundArranged => FundArranged(),
            DeclarationState.Cancelled => Cancelled(),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    public static DeclarationDocument ADocument(DocumentKind kind, char content) =>
        new()
        {
            Id = new(Ids.Next()),
            Kind = kind,
            FileName = "文件.pdf",
            Sha256 = new string(content, 64),
            Length = 1000,
            MediaType = "application/pdf",
            AttachedBy = TheHospital.Account,
            AttachedAt = DateTimeOffset.UnixEpoch,
        };

    public static NamedPanel APanel(IEnumerable<NamedExpert>? experts = null) =>
        new(
            new(ReviewMethod.Meeting, Today, "第一会议室"),
            [.. experts ?? Town.Experts.Take(5).Select(AnExpert)],
            [new(Town.Planning.Id, Town.Planning.Name, "信息化科科长")],
            Town.AccountOf(Town.Experts[0])
        );

    public static NamedExpert AnExpert(Actor actor) =>
        new(
            Town.AccountOf(actor),
            actor.Name,
            new(actor.Unit),
            "工作单位",
            "信息化",
            "高级工程师",
            IsExpert: true,
            IsNaturalPerson: true,
            IsActive: true
        );

    public static OpinionText AnOpinion(OpinionVerdict verdict = OpinionVerdict.Pass) =>
        new()
        {
            Verdict = verdict,
            Score = 85,
            Necessity = "必要。",
            Feasibility = "可行。",
            Technology = "合理。",
            Investment = "基本合理。",
            Security = "符合要求。",
            Benefit = "明显。",
            Reasons = "材料齐全。",
            ProposedBudget = Money.FromYuan(950_000),
            DeclaresNoConflict = true,
            Comments = verdict == OpinionVerdict.Revise ? ["细化接口。"] : [],
        };

    public static ConclusionText APass(Money? budget = null) =>
        new(true, budget ?? Money.FromYuan(950_000), "同意建设。", null, "评〔2026〕1号", Today);

    public static ConclusionText ARevision() =>
        new(false, Money.Zero, "须修订。", "细化接口。", "评〔2026〕2号", Today);

    public static DecisionMaker ADecisionMaker() =>
        new(
            Town.AccountOf(Town.OfficeDirector),
            Town.OfficeDirector.Name,
            Town.Office.Id,
            IsCompetent: true,
            IsNaturalPerson: true,
            IsActive: true
        );

    public static DecisionMaker AFinanceDecisionMaker() =>
        new(
            Town.AccountOf(Town.FinanceClerk),
            Town.FinanceClerk.Name,
            Town.Finance.Id,
            IsCompetent: true,
            IsNaturalPerson: true,
            IsActive: true
        );

    public static FundArrangementText AnArrangement(params ArrangedAmount[] lines) =>
        new(
            "财〔2026〕1号",
            Today,
            lines.Length > 0 ? lines : [new(FundingKind.SpecialFund, 2026, Money.FromYuan(700_000))]
        );

    public static FinanceReportText ALetter(params ProposedArrangement[] proposed) =>
        new(
            "报〔2026〕1号",
            Today,
            "市财政局",
            "主任",
            proposed.Length > 0 ? proposed : [new(FundingKind.SpecialFund, 2026, Money.FromYuan(700_000))]
        );

    public static Dictionary<int, CommentResponse> AllAnswers(this Declaration declaration) =>
        declaration.CurrentRound!.Comments.ToDictionary(
            comment => comment.Number,
            _ => new CommentResponse(ResponseDecision.Adopted, "已补充。", "第三章")
        );

    private static void ShouldSucceed(this Result result) => result.Failure.ShouldBeNull();
}
