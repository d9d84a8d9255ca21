using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>
/// A project on its way from the draft to the arrangement of its money (articles 2 to 7). What a submission said is frozen;
/// a revision is a new version and gets a review round of its own.
/// </summary>
[ObjectName("declaration", "申报事项", "declaration")]
internal sealed partial class Declaration : AggregateRoot<DeclarationId>
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

    public ReviewRound? CurrentRound => rounds.MaxBy(round => round.Number);

    public DeclarationVersion? LastVersion => versions.MaxBy(version => version.Number);

    /// <summary>True once its review passed, and for ever after unless it was cancelled.</summary>
    public bool HasPassedReview =>
        State is DeclarationState.ReviewPassed or DeclarationState.ReportedToFinance or DeclarationState.FundArranged;

    public bool IsDeclaredBy(UnitId unit) => unit == LeadUnit || participations.Exists(one => one.Unit == unit);

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

    /// <summary>The papers of a project that was taken over are attached when they are at hand, and stay.</summary>
    public Result Attach(DeclarationDocument document, ActingFor actor, RulesInForce rules) =>
        (TakeOver is null ? Editing(actor, rules) : Result.Success).Then(() =>
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
            .Then(() => rules.Judge([LeadUnitQuestion(actor), .. this.SubmissionQuestions(lead, item)]))
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
                .. this.SubmissionQuestions(lead, item),
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
    /// <param name="seatIsVacant">
    /// An expert of the current round can sign no opinion any more: it cannot be concluded, so another round takes its place.
    /// </param>
    public Result FormPanel(NamedPanel panel, ActingFor actor, RulesInForce rules, bool seatIsVacant = false) =>
        (seatIsVacant ? From(DeclarationState.Declared, DeclarationState.UnderReview) : From(DeclarationState.Declared))
            .Then(() => rules.Judge(this.PanelQuestions(panel)))
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

    /// <summary>Who of the current round has not signed an opinion.</summary>
    public IReadOnlyList<AccountId> Awaited =>
        State == DeclarationState.UnderReview && CurrentRound is { } round
            ? [.. round.Experts.Select(one => one.Account).Where(expert => round.OpinionOf(expert) is null)]
            : [];

    /// <summary>An expert left before he signed: the office is told to form another panel.</summary>
    /// <param name="office">The unit that formed the panel.</param>
    public Result ReopenSeat(PersonLeft left, UnitId office, DateOnly today) =>
        From(DeclarationState.UnderReview)
            .Then(() =>
            {
                Announce(SeatNotice(left, office, today));
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
            .Then(() => OfPanelDepartments(statements))
            .Then(() => rules.Judge(this.ConclusionQuestions(text, maker, rules.Today)))
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
                if (!text.Passed)
                {
                    Announce(RevisionNotice(round, rules.Today));
                }

                return Result.Success;
            });

    // What a department said is kept under its name or not taken at all.
    private Result OfPanelDepartments(IReadOnlyList<DepartmentStatement> statements)
    {
        var departments = CurrentRound!.Departments.Select(one => one.Unit).ToHashSet();
        return statements.All(statement => departments.Remove(statement.Unit))
            ? Result.Success
            : Error.Unprocessable(
                "DEPARTMENT_NOT_ON_PANEL",
                new(
                    "所填意见的单位不是本轮会同评审的部门，或者同一部门填了两次。",
                    "A statement names a unit that is no department of this round, or names one twice."
                )
            );
    }

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
        Article07.NotLeadUnit.On(new(LeadUnitName, actor.IsFor(LeadUnit)));

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
