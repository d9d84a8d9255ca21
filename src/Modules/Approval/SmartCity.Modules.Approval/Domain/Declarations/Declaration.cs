using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>The unit that declares, as Security knows it on the day of the act.</summary>
internal sealed record LeadUnit(UnitId Unit, string Name, UnitKind Kind, string CreditCode);

/// <summary>Who carries out an act, and for which unit.</summary>
internal sealed record ActingFor(AccountId Account, UnitId Unit)
{
    public static ActingFor Of(Actor actor) => new(new(actor.Account), new(actor.Unit));
}

/// <summary>The master plan item that the sheet cites, as it stands on the day of the act.</summary>
internal sealed record CitedItem(string Code, MasterPlanItems.MasterPlanItemState State);

/// <summary>The panel that the office forms.</summary>
internal sealed record NamedPanel(
    ReviewSitting Sitting,
    IReadOnlyList<NamedExpert> Experts,
    IReadOnlyList<NamedDepartment> Departments,
    AccountId Chair
);

/// <summary>What a department said, as the conclusion records it.</summary>
internal sealed record DepartmentStatement(UnitId Unit, string Statement);

/// <summary>
/// A project on its way from the draft to the report to finance (articles 2 to 7). What a submission said is frozen;
/// a revision is a new version and gets a review round of its own.
/// </summary>
[ObjectName("declaration", "申报事项", "declaration")]
internal sealed class Declaration : AggregateRoot<DeclarationId>
{
    private readonly List<Participation> participations = [];
    private readonly List<DeclarationDocument> documents = [];
    private readonly List<DeclarationVersion> versions = [];
    private readonly List<ReviewRound> rounds = [];

    private Declaration() { }

    /// <summary>申报编号: unique; its order is the order of drafting.</summary>
    public string Number { get; private init; } = "";

    public DeclarationState State { get; private set; }

    public UnitId LeadUnit { get; private init; }

    public string LeadUnitName { get; private init; } = "";

    public AccountId DraftedBy { get; private init; }

    public DateOnly DraftedOn { get; private init; }

    public DeclarationSheet Sheet { get; private set; } = new();

    // Beside the sheet for lists, filters and sums in SQL; set only together with it.
    public string ProjectName { get; private set; } = "";

    public ProjectKind? Kind { get; private set; }

    public MasterPlanItemId? MasterPlanItem { get; private set; }

    public Money TotalInvestment { get; private set; }

    public Money FiscalShare { get; private set; }

    public string? CancelledBecause { get; private set; }

    public DateOnly? CancelledOn { get; private set; }

    public IReadOnlyList<Participation> Participations => participations;

    public IReadOnlyList<DeclarationDocument> Documents => documents;

    public IReadOnlyList<DeclarationVersion> Versions => versions;

    public IReadOnlyList<ReviewRound> Rounds => rounds;

    public FinanceReport? FinanceReport { get; private set; }

    public ReviewRound? CurrentRound => rounds.MaxBy(round => round.Number);

    public DeclarationVersion? LastVersion => versions.MaxBy(version => version.Number);

    public static Result<Declaration> Draft(
        DeclarationId id,
        LeadUnit lead,
        DeclarationSheet sheet,
        AccountId by,
        RulesInForce rules
    )
    {
        var verdict = rules.Judge(Article02.UnitOutOfScope.On(new(lead.Name, lead.Kind)));
        if (verdict.IsFailure)
        {
            return verdict.Failure;
        }

        var declaration = new Declaration
        {
            Id = id,
            // The id begins with the time, so the number does.
            Number = $"SB{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            State = DeclarationState.Draft,
            LeadUnit = lead.Unit,
            LeadUnitName = lead.Name,
            DraftedBy = by,
            DraftedOn = rules.Today,
        };
        declaration.Fill(sheet);
        return declaration;
    }

    /// <summary>Replaces the sheet while it is being written or revised.</summary>
    public Result Revise(DeclarationSheet sheet, ActingFor actor, RulesInForce rules) =>
        Editing(actor, rules)
            .Then(() =>
            {
                Fill(sheet);
                return Result.Success;
            });

    public Result Attach(DeclarationDocument document, ActingFor actor, RulesInForce rules) =>
        Editing(actor, rules)
            .Then(() =>
            {
                if (documents.Count >= MostDocuments)
                {
                    return Error.Unprocessable(
                        "TOO_MANY_DOCUMENTS",
                        new(
                            $"附件不超过 {MostDocuments} 份，请先删去不用的。",
                            $"There are at most {MostDocuments} documents; remove one first."
                        )
                    );
                }

                documents.Add(document);
                return Result.Success;
            });

    public Result Remove(DocumentId document, ActingFor actor, RulesInForce rules) =>
        Editing(actor, rules)
            .Then(() =>
                documents.RemoveAll(one => one.Id == document) == 0
                    ? Error.NotFound(new("附件", "document"))
                    : Result.Success
            );

    /// <summary>草拟 → 已申报, with a frozen first version.</summary>
    public Result Submit(LeadUnit lead, CitedItem? item, ActingFor actor, RulesInForce rules) =>
        From(DeclarationState.Draft)
            .Then(() => rules.Judge([LeadUnitQuestion(actor), .. SubmissionQuestions(lead, item)]))
            .Then(() => Declare(Freeze(lead, actor, rules)));

    /// <summary>须修订 → 已申报, with the next version. The round before keeps its votes; they count no more.</summary>
    public Result Resubmit(LeadUnit lead, CitedItem? item, ActingFor actor, RulesInForce rules)
    {
        var legal = From(DeclarationState.RevisionRequired);
        if (legal.IsFailure)
        {
            return legal;
        }

        var (before, next, round) = (LastVersion!, Freeze(lead, actor, rules), CurrentRound!);
        var unanswered = round.Comments.Where(comment => !comment.IsAnswered).Select(comment => comment.Number);
        return rules
            .Judge([
                LeadUnitQuestion(actor),
                Article07.NoRevision.On(new(next.Number, before.ContentHash, next.ContentHash)),
                Article07.ExpertCommentUnanswered.On(new(round.Number, [.. unanswered])),
                .. SubmissionQuestions(lead, item),
            ])
            .Then(() => Declare(next));
    }

    /// <summary>Withdraws it before it was reported to finance.</summary>
    public Result Cancel(string reason, RulesInForce rules) =>
        From(
                DeclarationState.Draft,
                DeclarationState.Declared,
                DeclarationState.UnderReview,
                DeclarationState.RevisionRequired,
                DeclarationState.ReviewPassed
            )
            .Then(() =>
            {
                (State, CancelledBecause, CancelledOn) = (DeclarationState.Cancelled, reason, rules.Today);
                Announce(new DeclarationCancelled(Id, reason, rules.Today));
                return Result.Success;
            });

    /// <summary>已申报 → 评审中: opens the next round.</summary>
    public Result FormPanel(NamedPanel panel, ActingFor actor, RulesInForce rules) =>
        From(DeclarationState.Declared)
            .Then(() => rules.Judge(PanelQuestions(panel)))
            .Then(() =>
            {
                rounds.Add(
                    ReviewRound.Open(
                        rounds.Count + 1,
                        LastVersion!.Number,
                        panel.Sitting,
                        panel.Experts,
                        panel.Departments,
                        panel.Chair,
                        actor.Account,
                        rules.Today
                    )
                );
                State = DeclarationState.UnderReview;
                return Result.Success;
            });

    /// <summary>Receives the opinion of an expert who sits on the current round.</summary>
    public Result GiveOpinion(int round, AccountId expert, OpinionText text, DateTimeOffset at, RulesInForce rules)
    {
        var legal = From(DeclarationState.UnderReview);
        if (legal.IsFailure)
        {
            return legal;
        }

        var current = CurrentRound!;
        var stale = rules.Judge(Article07.StaleReviewVote.On(new(round, current.Number)));
        if (stale.IsFailure)
        {
            return stale;
        }

        if (!current.SitsOn(expert))
        {
            return Error.Forbidden(
                "NOT_ON_PANEL",
                new("您不是本轮评审的专家，不能签署意见。", "You are no expert of this round.")
            );
        }

        return rules
            .Judge(
                Article06.OpinionAlreadyGiven.On(new(expert.Value.ToString(), current.OpinionOf(expert) is not null)),
                Article06.ConflictStatementMissing.On(new(text.DeclaresNoConflict))
            )
            .Then(() =>
            {
                current.Receive(Opinion.Give(expert, text, current.Comments.Count() + 1, rules.Today, at));
                return Result.Success;
            });
    }

    /// <summary>评审中 → 评审通过 | 须修订.</summary>
    public Result Conclude(
        ConclusionText text,
        DecisionMaker? maker,
        IReadOnlyList<DepartmentStatement> statements,
        ActingFor actor,
        RulesInForce rules
    ) =>
        From(DeclarationState.UnderReview)
            .Then(() => rules.Judge(ConclusionQuestions(text, maker, rules.Today)))
            .Then(() =>
            {
                var round = CurrentRound!;
                foreach (var department in round.Departments)
                {
                    department.Statement = statements.FirstOrDefault(one => one.Unit == department.Unit)?.Statement;
                }

                round.Conclude(Conclusion.Draw(maker!, text, actor.Account, rules.Today));
                State = text.Passed ? DeclarationState.ReviewPassed : DeclarationState.RevisionRequired;
                Announce(text.Passed ? Passed(text, round) : Revision(text, round));
                return Result.Success;
            });

    /// <summary>Answers comments of the failed round by their numbers; an answer can be replaced until resubmission.</summary>
    public Result AnswerComments(
        IReadOnlyDictionary<int, CommentResponse> responses,
        ActingFor actor,
        RulesInForce rules
    ) =>
        From(DeclarationState.RevisionRequired)
            .Then(() => rules.Judge(LeadUnitQuestion(actor)))
            .Then(() =>
            {
                var comments = CurrentRound!.Comments.ToDictionary(comment => comment.Number);
                if (responses.Keys.Any(number => !comments.ContainsKey(number)))
                {
                    return Error.NotFound(new("该编号的专家意见", "comment of that number"));
                }

                foreach (var (number, response) in responses)
                {
                    comments[number].Respond(response, actor.Account, rules.Today);
                }

                return Result.Success;
            });

    /// <summary>评审通过 → 已报财政, for the fiscal share only (INT-19, INT-20).</summary>
    public Result ReportToFinance(FinanceReportText text, ActingFor actor, RulesInForce rules)
    {
        if (State is DeclarationState.ReportedToFinance or DeclarationState.Cancelled)
        {
            return NotFrom(State);
        }

        return rules
            .Judge(Article06.FundNotReviewed.On(new(State)))
            .Then(() => rules.Judge(ReportQuestions(text, rules.Today)))
            .Then(() =>
            {
                var round = CurrentRound!.Number;
                FinanceReport = FinanceReport.Make(text, round, actor.Account);
                State = DeclarationState.ReportedToFinance;
                Announce(new ReportedToFinance(Id, round, text.DocumentNumber, text.ReportedOn, text.Amount.Fen));
                return Result.Success;
            });
    }

    private const int NumberLength = 22;
    private const int MostDocuments = 30;

    private void Fill(DeclarationSheet sheet)
    {
        Sheet = sheet;
        ProjectName = sheet.ProjectName;
        Kind = sheet.Kind;
        MasterPlanItem = sheet.MasterPlanItem;
        TotalInvestment = sheet.TotalInvestment;
        FiscalShare = sheet.FiscalShare();
        participations.RemoveAll(one => !sheet.ParticipatingUnits.Contains(one.Unit));
        participations.AddRange(
            sheet
                .ParticipatingUnits.Distinct()
                .Where(unit => participations.TrueForAll(one => one.Unit != unit))
                .Select(Participation.Of)
                .ToList()
        );
    }

    private Result Editing(ActingFor actor, RulesInForce rules) =>
        From(DeclarationState.Draft, DeclarationState.RevisionRequired)
            .Then(() => rules.Judge(LeadUnitQuestion(actor)));

    private IQuestion LeadUnitQuestion(ActingFor actor) =>
        Article07.NotLeadUnit.On(new(LeadUnitName, actor.Unit == LeadUnit));

    private DeclarationVersion Freeze(LeadUnit lead, ActingFor actor, RulesInForce rules) =>
        DeclarationVersion.Freeze(
            new(
                lead.Unit,
                lead.Name,
                lead.Kind,
                lead.CreditCode,
                Sheet,
                [
                    .. documents
                        .OrderBy(document => document.Kind)
                        .ThenBy(document => document.Sha256, StringComparer.Ordinal)
                        .Select(document => new FrozenDocument(document.Kind, document.FileName, document.Sha256)),
                ]
            ),
            LastVersion,
            rules.Today,
            actor.Account
        );

    private Result Declare(DeclarationVersion version)
    {
        versions.Add(version);
        State = DeclarationState.Declared;
        Announce(
            new DeclarationSubmitted(
                Id,
                version.Number,
                version.ContentHash,
                ProjectName,
                Kind!.Value.ToString(),
                LeadUnit.Value,
                TotalInvestment.Fen,
                version.SubmittedOn
            )
        );
        return Result.Success;
    }

    private IEnumerable<IQuestion> SubmissionQuestions(LeadUnit lead, CitedItem? item)
    {
        var (fund, compliance) = (Sheet.Fund, Sheet.Compliance);
        var selfRaised = TotalOf(fund.Sources.Where(source => source.Kind == FundingKind.SelfRaised));
        var undocumented = fund.Sources.Where(source => string.IsNullOrWhiteSpace(source.BasisDocumentNumber));
        return
        [
            Article02.UnitOutOfScope.On(new(lead.Name, lead.Kind)),
            Article02.SelfFundedNotExempt.On(new(fund.ClaimsSelfFundedExemption, selfRaised, TotalInvestment)),
            Article02.FundingSourcesMismatch.On(
                new(TotalInvestment, TotalOf(fund.Sources), [.. fund.Sources.Select(source => source.Amount)])
            ),
            Article02.FundingBasisMissing.On(new([.. undocumented.Select(source => source.Kind)])),
            Article03.ProjectKindRequired.On(new(Kind)),
            Article03.NatureNotApplicable.On(new(Kind, Sheet.Nature)),
            Article03.NatureRequired.On(new(Kind, Sheet.Nature)),
            Article04.NotInMasterPlan.On(new(item?.Code, item?.State)),
            Article04.StandardNotDeclared.On(new([.. compliance.Standards.Select(standard => standard.Code)])),
            Article04.UnifiedPlatformRequired.On(new(compliance.UnifiedPlatform, compliance.UnifiedRemark)),
            Article04.UnifiedExitRequired.On(new(compliance.UnifiedExit, compliance.UnifiedRemark)),
            Article04.UnifiedNetworkRequired.On(new(compliance.UnifiedNetwork, compliance.UnifiedRemark)),
            Article06.DeclarationIncomplete.On(
                new(HashesOf(DocumentKind.ConstructionPlan), HashesOf(DocumentKind.FundReport))
            ),
            Article06.SheetIncomplete.On(new(SheetCompleteness.Missing(Sheet))),
            Article06.BudgetLinesMismatch.On(
                new(TotalInvestment, fund.Lines.Select(line => line.Amount).Sum(), fund.Lines.Count)
            ),
        ];
    }

    private IEnumerable<IQuestion> PanelQuestions(NamedPanel panel) =>
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
                        Declares(expert.Employer),
                        panel.Departments.Any(department => department.Unit == expert.Employer)
                    )
                )
            ),
        ];

    private IEnumerable<IQuestion> ConclusionQuestions(ConclusionText text, DecisionMaker? maker, DateOnly today)
    {
        var round = CurrentRound!;
        var silent = round.Experts.Where(expert => round.OpinionOf(expert.Account) is null);
        var forPassing = round.Opinions.Count(opinion => opinion.Verdict == OpinionVerdict.Pass);
        return
        [
            Article05.DecisionMakerRequired.On(
                new(
                    maker?.Name,
                    maker?.IsOfTheOffice ?? false,
                    maker?.IsNaturalPerson ?? false,
                    maker?.IsActive ?? false
                )
            ),
            Article05.SelfApprovalForbidden.On(
                new(
                    maker?.Name,
                    maker is not null && Declares(maker.Unit),
                    maker?.Account == DraftedBy,
                    maker is not null && round.SitsOn(maker.Account)
                )
            ),
            Article06.OpinionsIncomplete.On(
                new(round.Experts.Count, round.Opinions.Count, [.. silent.Select(expert => expert.Name)])
            ),
            Article06.ConclusionAgainstPanel.On(new(text.Passed, forPassing, round.Opinions.Count - forPassing)),
            Article06.ReviewedBudgetOverDeclared.On(new(text.Passed, text.ReviewedBudget, TotalInvestment)),
            Article06.DocumentDateImplausible.On(new(text.DecidedOn, round.OpenedOn, today)),
        ];
    }

    private IEnumerable<IQuestion> ReportQuestions(FinanceReportText text, DateOnly today)
    {
        var conclusion = CurrentRound!.Conclusion!;
        var selfRaised = text.Proposed.Where(line => line.Kind == FundingKind.SelfRaised);
        return
        [
            Article06.NoFiscalShare.On(new(FiscalShare)),
            Article06.ReportOverReviewedBudget.On(new(text.Amount, conclusion.ReviewedBudget)),
            Article06.ReportOverFiscalShare.On(new(text.Amount, FiscalShare)),
            Article06.SelfRaisedReported.On(new(selfRaised.Select(line => line.Amount).Sum())),
            Article06.DocumentDateImplausible.On(new(text.ReportedOn, conclusion.DecidedOn, today)),
        ];
    }

    private ReviewPassed Passed(ConclusionText text, ReviewRound round) =>
        new(
            Id,
            round.Number,
            round.VersionNumber,
            ProjectName,
            Kind!.Value.ToString(),
            LeadUnit.Value,
            MasterPlanItem!.Value,
            TotalInvestment.Fen,
            FiscalShare.Fen,
            text.ReviewedBudget.Fen,
            text.DocumentNumber,
            text.DecidedOn
        );

    private RevisionRequired Revision(ConclusionText text, ReviewRound round) =>
        new(Id, round.Number, round.VersionNumber, LeadUnit.Value, text.DocumentNumber, text.DecidedOn);

    private bool Declares(UnitId unit) => unit == LeadUnit || participations.Exists(one => one.Unit == unit);

    private static Money TotalOf(IEnumerable<FundingSource> sources) => sources.Select(source => source.Amount).Sum();

    private List<string> HashesOf(DocumentKind kind) =>
        [.. documents.Where(document => document.Kind == kind).Select(document => document.Sha256)];

    private Result From(params ReadOnlySpan<DeclarationState> legal) =>
        legal.Contains(State) ? Result.Success : NotFrom(State);

    private static Error NotFrom(DeclarationState state) =>
        Error.IllegalTransition(
            new(
                $"申报事项现处于“{DeclarationStates.InChinese(state)}”，不能办理此项。",
                $"The declaration is in state {state}, which does not know this act."
            )
        );
}

/// <summary>A unit that takes part beside the lead unit.</summary>
internal sealed class Participation
{
    private Participation() { }

    public UnitId Unit { get; private init; }

    public static Participation Of(UnitId unit) => new() { Unit = unit };
}

internal static class DeclarationStates
{
    public static string InChinese(DeclarationState state) =>
        state switch
        {
            DeclarationState.Draft => "草拟",
            DeclarationState.Declared => "已申报",
            DeclarationState.UnderReview => "评审中",
            DeclarationState.ReviewPassed => "评审通过",
            DeclarationState.RevisionRequired => "须修订",
            DeclarationState.ReportedToFinance => "已报财政",
            DeclarationState.Cancelled => "已撤销",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
