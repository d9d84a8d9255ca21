using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Domain.ViolationCases;

internal readonly record struct ViolationCaseId(Guid Value) : IStrongId<ViolationCaseId>
{
    public static ViolationCaseId From(Guid value) => new(value);
}

/// <summary>The unit that the case is about, as Security knows it on the day of the act.</summary>
internal sealed record CaseSubject(UnitId Unit, string Name, UnitKind Kind);

/// <summary>What the office found.</summary>
/// <param name="Project">The declaration of the project concerned; null where none is.</param>
/// <param name="IsSerious">情节严重</param>
/// <param name="CausedMajorLoss">造成重大损失</param>
internal sealed record CaseFindings(
    CaseArticle Article,
    string Title,
    string Facts,
    DeclarationId? Project,
    bool IsSerious,
    bool CausedMajorLoss,
    Money Loss
);

/// <summary>
/// A violation by a unit that builds (article 42) or by a contractor (article 43): correction on one side, and beside it
/// measures that each have conditions of their own.
/// </summary>
[ObjectName("violation-case", "违规事项", "violation case")]
internal sealed class ViolationCase : AggregateRoot<ViolationCaseId>
{
    private readonly List<Reply> replies = [];
    private readonly List<Recommendation> recommendations = [];

    private ViolationCase() { }

    /// <summary>违规事项编号</summary>
    public string Number { get; private init; } = "";

    public ViolationCaseState State { get; private set; }

    public CaseArticle Article { get; private init; }

    public UnitId Subject { get; private init; }

    public string SubjectName { get; private init; } = "";

    public string Title { get; private init; } = "";

    public string Facts { get; private init; } = "";

    public DeclarationId? Project { get; private init; }

    public bool IsSerious { get; private init; }

    public bool CausedMajorLoss { get; private init; }

    public Money Loss { get; private init; }

    public AccountId OpenedBy { get; private init; }

    public DateOnly OpenedOn { get; private init; }

    public string? ClosingRemark { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public Correction? Correction { get; private set; }

    public IReadOnlyList<Reply> Replies => replies;

    public Penalty? Penalty { get; private set; }

    public IReadOnlyList<Recommendation> Recommendations => recommendations;

    public CompensationClaim? Claim { get; private set; }

    public static Result<ViolationCase> Open(
        ViolationCaseId id,
        CaseSubject subject,
        CaseFindings findings,
        AccountId by,
        RulesInForce rules
    )
    {
        var verdict = rules.Judge(
            findings.Article == CaseArticle.Article42
                ? Article42.SubjectNotAUnit.On(new(subject.Name, subject.Kind))
                : Article43.SubjectNotAContractor.On(new(subject.Name, subject.Kind))
        );
        if (verdict.IsFailure)
        {
            return verdict.Failure;
        }

        return new ViolationCase
        {
            Id = id,
            Number = ObjectNumber.Of("WG", id),
            State = ViolationCaseState.Found,
            Article = findings.Article,
            Subject = subject.Unit,
            SubjectName = subject.Name,
            Title = findings.Title,
            Facts = findings.Facts,
            Project = findings.Project,
            IsSerious = findings.IsSerious,
            CausedMajorLoss = findings.CausedMajorLoss,
            Loss = findings.Loss,
            OpenedBy = by,
            OpenedOn = rules.Today,
        };
    }

    /// <summary>已发现 → 已责令改正. It needs neither gravity nor loss.</summary>
    public Result OrderCorrection(
        string documentNumber,
        string requirement,
        DateOnly? dueOn,
        AccountId by,
        UnitId office,
        RulesInForce rules
    ) =>
        From(ViolationCaseState.Found)
            .Then(() =>
                rules.Judge(Article42.DueRequired.On(new(dueOn)), Article42.DueInThePast.On(new(dueOn, rules.Today)))
            )
            .Then(() =>
            {
                Correction = Correction.Order(documentNumber, requirement, dueOn!.Value, by, rules.Today);
                State = ViolationCaseState.CorrectionOrdered;
                Entail(
                    CorrectionClock.Until(
                        dueOn.Value,
                        rules.Today,
                        new(Subject.Value, Title, office.Value),
                        rules.Parameters
                    )
                );
                return Result.Success;
            });

    /// <summary>The unit is heard at any time before the case is closed.</summary>
    public Result Reply(string statement, AccountId by, DateOnly on) =>
        WhileOpen()
            .Then(() =>
            {
                replies.Add(ViolationCases.Reply.Of(replies.Count + 1, statement, by, on));
                return Result.Success;
            });

    /// <summary>The unit tells what it did; a late correction is welcome too.</summary>
    public Result ReportCorrection(string report, DateOnly on) =>
        From(ViolationCaseState.CorrectionOrdered, ViolationCaseState.Overdue)
            .Then(() =>
            {
                Correction!.Tell(report, on);
                return Result.Success;
            });

    /// <summary>已责令改正、逾期 → 已改正.</summary>
    public Result ConfirmCorrection(RulesInForce rules) =>
        From(ViolationCaseState.CorrectionOrdered, ViolationCaseState.Overdue)
            .Then(() => rules.Judge(Article42.CorrectionNotReported.On(new(Correction!.Report is not null))))
            .Then(() =>
            {
                Correction!.Confirm(rules.Today);
                State = ViolationCaseState.Corrected;
                Entail(CorrectionClock.Meet());
                return Result.Success;
            });

    /// <summary>已责令改正 → 逾期, from the day after the due day on.</summary>
    public Result MarkOverdue(RulesInForce rules) =>
        From(ViolationCaseState.CorrectionOrdered)
            .Then(() => rules.Judge(Article42.NotOverdueYet.On(new(Correction!.DueOn, rules.Today))))
            .Then(() =>
            {
                Correction!.MarkOverdue(rules.Today);
                State = ViolationCaseState.Overdue;
                return Result.Success;
            });

    public Result Close(string remark, DateOnly on) =>
        From(ViolationCaseState.Corrected, ViolationCaseState.Overdue)
            .Then(() =>
            {
                (State, ClosingRemark, ClosedOn) = (ViolationCaseState.Closed, remark, on);
                Entail(CorrectionClock.Lapse(remark));
                return Result.Success;
            });

    /// <summary>处罚: serious <b>and</b> with major loss (INT-15).</summary>
    public Result ImposePenalty(string documentNumber, string content, bool refers, AccountId by, RulesInForce rules) =>
        WhileOpen()
            .Then(() => Under(CaseArticle.Article42))
            .Then(() => Once(Penalty))
            .Then(() => rules.Judge(Article42.PenaltyConditionsNotMet.On(new(IsSerious, CausedMajorLoss))))
            .Then(() =>
            {
                Penalty = Penalty.Of(documentNumber, content, refers, by, rules.Today);
                return Result.Success;
            });

    /// <summary>建议撤销或者降低资质: serious is enough; the issuer decides (INT-16).</summary>
    public Result Recommend(RecommendationText text, AccountId by, RulesInForce rules) =>
        WhileOpen()
            .Then(() => Under(CaseArticle.Article43))
            .Then(() => rules.Judge(Article43.NotSerious.On(new(IsSerious))))
            .Then(() =>
            {
                recommendations.Add(Recommendation.Of(recommendations.Count + 1, text, by, rules.Today));
                return Result.Success;
            });

    /// <summary>The issuer's answer, which may come after the case was closed.</summary>
    public Result RecordIssuerAnswer(
        int recommendation,
        IssuerDecision decision,
        string documentNumber,
        string? text,
        DateOnly on
    )
    {
        if (recommendations.Find(one => one.Number == recommendation) is not { } asked)
        {
            return Error.NotFound(new("资质处理建议", "recommendation"));
        }

        return Once(asked.Answer)
            .Then(() =>
            {
                asked.Record(decision, documentNumber, text, on);
                return Result.Success;
            });
    }

    /// <summary>要求赔偿: loss is enough, serious or not (A43-1).</summary>
    public Result ClaimCompensation(
        string documentNumber,
        string grounds,
        IReadOnlyList<NamedDebtor> debtors,
        AccountId by,
        RulesInForce rules
    ) =>
        WhileOpen()
            .Then(() => Under(CaseArticle.Article43))
            .Then(() => Once(Claim))
            .Then(() =>
                rules.Judge(
                    Article43.NoLossToCompensate.On(new(Loss)),
                    Article43.DebtorRequired.On(new(debtors.Count)),
                    Article43.CompensationOverLoss.On(new(debtors.Select(debtor => debtor.Amount).Sum(), Loss))
                )
            )
            .Then(() =>
            {
                Claim = CompensationClaim.Of(documentNumber, grounds, debtors, by, rules.Today);
                return Result.Success;
            });

    private ClockKind CorrectionClock =>
        Article == CaseArticle.Article42 ? OperationsClocks.UnitCorrection : OperationsClocks.ContractorCorrection;

    private Result Under(CaseArticle article) =>
        Article == article
            ? Result.Success
            : Error.Unprocessable(
                "MEASURE_OF_OTHER_ARTICLE",
                new(
                    "该措施不适用于本事项：处罚依据第四十二条，建议处理资质和要求赔偿依据第四十三条。",
                    "This measure belongs to the other article: penalty to 42, recommendation and compensation to 43."
                )
            );

    private static Result Once(object? before) =>
        before is null
            ? Result.Success
            : Error.IllegalTransition(new("该项已经办理，不能重复办理。", "This was done already; it is done once."));

    private Result WhileOpen() => State == ViolationCaseState.Closed ? NotFrom(State) : Result.Success;

    private Result From(params ReadOnlySpan<ViolationCaseState> legal) =>
        legal.Contains(State) ? Result.Success : NotFrom(State);

    private static Error NotFrom(ViolationCaseState state) =>
        Error.IllegalTransition(
            new(
                $"违规事项现处于“{ViolationCaseStates.InChinese(state)}”，不能办理此项。",
                $"The violation case is in state {state}, which does not know this act."
            )
        );
}
