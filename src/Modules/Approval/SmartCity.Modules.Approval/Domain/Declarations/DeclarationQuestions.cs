using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>What each act on a declaration asks of the rules; the declaration itself decides when to ask.</summary>
internal static class DeclarationQuestions
{
    public static IEnumerable<IQuestion> SubmissionQuestions(
        this Declaration declaration,
        LeadUnit lead,
        CitedItem? item
    )
    {
        var (fund, compliance) = (declaration.Sheet.Fund, declaration.Sheet.Compliance);
        var selfRaised = TotalOf(fund.Sources.Where(source => source.Kind == FundingKind.SelfRaised));
        var undocumented = fund.Sources.Where(source => string.IsNullOrWhiteSpace(source.BasisDocumentNumber));
        return
        [
            Article02.UnitOutOfScope.On(new(lead.Name, lead.Kind)),
            Article02.SelfFundedNotExempt.On(
                new(fund.ClaimsSelfFundedExemption, selfRaised, declaration.TotalInvestment)
            ),
            Article02.FundingSourcesMismatch.On(
                new(
                    declaration.TotalInvestment,
                    TotalOf(fund.Sources),
                    [.. fund.Sources.Select(source => source.Amount)]
                )
            ),
            Article02.FundingBasisMissing.On(new([.. undocumented.Select(source => source.Kind)])),
            Article03.ProjectKindRequired.On(new(declaration.Kind)),
            Article03.NatureNotApplicable.On(new(declaration.Kind, declaration.Sheet.Nature)),
            Article03.NatureRequired.On(new(declaration.Kind, declaration.Sheet.Nature)),
            Article04.NotInMasterPlan.On(new(item?.Code, item?.State)),
            Article04.StandardNotDeclared.On(new([.. compliance.Standards.Select(standard => standard.Code)])),
            Article04.UnifiedPlatformRequired.On(new(compliance.UnifiedPlatform, compliance.UnifiedRemark)),
            Article04.UnifiedExitRequired.On(new(compliance.UnifiedExit, compliance.UnifiedRemark)),
            Article04.UnifiedNetworkRequired.On(new(compliance.UnifiedNetwork, compliance.UnifiedRemark)),
            Article06.DeclarationIncomplete.On(
                new(
                    HashesOf(declaration, DocumentKind.ConstructionPlan),
                    HashesOf(declaration, DocumentKind.FundReport)
                )
            ),
            Article06.SheetIncomplete.On(new(SheetCompleteness.Missing(declaration.Sheet))),
            Article06.BudgetLinesMismatch.On(
                new(declaration.TotalInvestment, fund.Lines.Select(line => line.Amount).Sum(), fund.Lines.Count)
            ),
        ];
    }

    public static IEnumerable<IQuestion> PanelQuestions(this Declaration declaration, NamedPanel panel) =>
        [
            Article06.PanelQuorumNotMet.On(new(panel.Experts.Count)),
            Article06.PanelDepartmentMissing.On(new(panel.Departments.Count)),
            Article06.ChairNotOnPanel.On(new(panel.Experts.Any(expert => expert.Account == panel.Chair))),
            .. panel.Experts.Select(expert =>
                Article06.PanelMemberIneligible.On(
                    new(expert.Name, expert.IsExpert, expert.IsNaturalPerson, expert.IsActive)
                )
            ),
            .. panel.Experts.Select(expert =>
                Article06.ExpertConflict.On(
                    new(
                        expert.Name,
                        expert.EmployerName,
                        declaration.IsDeclaredBy(expert.Employer) || expert.Predecessors.Any(declaration.IsDeclaredBy),
                        panel.Departments.Any(department =>
                            department.Unit == expert.Employer || expert.Predecessors.Contains(department.Unit)
                        )
                    )
                )
            ),
        ];

    public static IEnumerable<IQuestion> ConclusionQuestions(
        this Declaration declaration,
        ConclusionText text,
        DecisionMaker? maker,
        DateOnly today
    )
    {
        var round = declaration.CurrentRound!;
        var silent = round.Experts.Where(expert => round.OpinionOf(expert.Account) is null);
        var forPassing = round.Opinions.Count(opinion => opinion.Verdict == OpinionVerdict.Pass);
        return
        [
            Article05.DecisionMakerRequired.On(
                new(maker?.Name, maker?.IsCompetent ?? false, maker?.IsNaturalPerson ?? false, maker?.IsActive ?? false)
            ),
            Article05.SelfApprovalForbidden.On(
                new(
                    maker?.Name,
                    maker is not null
                        && (declaration.IsDeclaredBy(maker.Unit) || maker.Predecessors.Any(declaration.IsDeclaredBy)),
                    maker?.Account == declaration.DraftedBy,
                    maker is not null && round.SitsOn(maker.Account)
                )
            ),
            Article06.OpinionsIncomplete.On(
                new(round.Experts.Count, round.Opinions.Count, [.. silent.Select(expert => expert.Name)])
            ),
            Article06.ConclusionAgainstPanel.On(new(text.Passed, forPassing, round.Opinions.Count - forPassing)),
            Article06.ReviewedBudgetOverDeclared.On(new(text.Passed, text.ReviewedBudget, declaration.TotalInvestment)),
            Article06.DocumentDateImplausible.On(new(text.DecidedOn, round.OpenedOn, today)),
        ];
    }

    public static IEnumerable<IQuestion> ReportQuestions(
        this Declaration declaration,
        FinanceReportText text,
        DateOnly today
    )
    {
        var selfRaised = text.Proposed.Where(line => line.Kind == FundingKind.SelfRaised);
        return
        [
            Article06.NoFiscalShare.On(new(declaration.FiscalShare)),
            Article06.ReportOverReviewedBudget.On(new(text.Amount, declaration.ReviewedBudget)),
            Article06.ReportOverFiscalShare.On(new(text.Amount, declaration.FiscalShare)),
            Article06.SelfRaisedReported.On(new(selfRaised.Select(line => line.Amount).Sum())),
            Article06.DocumentDateImplausible.On(new(text.ReportedOn, declaration.ReviewPassedOn!.Value, today)),
        ];
    }

    public static IEnumerable<IQuestion> ArrangementQuestions(
        this Declaration declaration,
        FundArrangementText text,
        DecisionMaker? maker,
        DateOnly today
    )
    {
        var selfRaised = text.Lines.Where(line => line.Kind == FundingKind.SelfRaised);
        var since = declaration.FinanceReport?.ReportedOn ?? declaration.TakeOver!.TakenOverOn;
        return
        [
            Article06.FinanceDecisionMakerRequired.On(
                new(maker?.Name, maker?.IsCompetent ?? false, maker?.IsNaturalPerson ?? false, maker?.IsActive ?? false)
            ),
            Article06.ArrangedOverReported.On(new(declaration.Reported, declaration.Arranged, text.Amount)),
            Article06.SelfRaisedArranged.On(new(selfRaised.Select(line => line.Amount).Sum())),
            Article06.DocumentDateImplausible.On(new(text.ArrangedOn, since, today)),
        ];
    }

    private static Money TotalOf(IEnumerable<FundingSource> sources) => sources.Select(source => source.Amount).Sum();

    private static List<string> HashesOf(Declaration declaration, DocumentKind kind) =>
        [.. declaration.Documents.Where(document => document.Kind == kind).Select(document => document.Sha256)];
}
