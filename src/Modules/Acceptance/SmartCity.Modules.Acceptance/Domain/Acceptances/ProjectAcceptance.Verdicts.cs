using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

// From the application to the two verdicts, and what is rectified between rounds.
internal sealed partial class ProjectAcceptance
{
    /// <summary>试运行合格 | 整改中 → 已申请验收: opens the next round. A service applies as soon as it is delivered.</summary>
    public Result Apply(IReadOnlyList<AcceptanceBasis> basis, AccountId by, RulesInForce rules) =>
        From(
                AcceptanceState.Built,
                AcceptanceState.Tested,
                AcceptanceState.TrialRun,
                AcceptanceState.TrialPassed,
                AcceptanceState.Rectifying
            )
            .Then(() =>
                rules.Judge(
                    Article35.TestOrTrialMissing.On(
                        new(
                            IsService,
                            // What was accepted before a take-over had been tested and tried by then.
                            PassedTest?.TestedOn
                                ?? TakenUp?.AcceptedOn,
                            PassedTrial?.EndedOn ?? TakenUp?.AcceptedOn
                        )
                    ),
                    Article36.AcceptanceBasisMissing.On(
                        new(
                            NumbersOf(basis, one => one.Kind != AcceptanceBasisKind.ConstructionDocument),
                            NumbersOf(basis, one => one.Kind == AcceptanceBasisKind.ConstructionDocument)
                        )
                    ),
                    Article35.RectificationNotReported.On(
                        new(State == AcceptanceState.Rectifying, CurrentRound?.Rectification?.RectifiedOn)
                    )
                )
            )
            .Then(() =>
            {
                rounds.Add(AcceptanceRound.Apply(rounds.Count + 1, basis, by, rules.Today));
                State = AcceptanceState.AcceptanceApplied;
                return Result.Success;
            });

    /// <summary>The office forms the panel of the current round, once.</summary>
    public Result FormPanel(NamedPanel panel, RulesInForce rules)
    {
        if (State != AcceptanceState.AcceptanceApplied || CurrentRound!.HeldOn is not null)
        {
            return NotNow();
        }

        return rules
            .Judge(PanelQuestions(panel))
            .Then(() =>
            {
                CurrentRound.Seat(panel);
                return Result.Success;
            });
    }

    /// <summary>
    /// Records a security evaluation; the last one counts, so none from before it is taken. It changes no state: it stands
    /// beside the rounds.
    /// </summary>
    public Result RecordSecurityEvaluation(SecurityEvaluationText text, AccountId by, RulesInForce rules) =>
        From(
                AcceptanceState.AcceptanceApplied,
                AcceptanceState.AcceptancePassed,
                AcceptanceState.AcceptanceFailed,
                AcceptanceState.Rectifying
            )
            .Then(() =>
                rules.Judge(
                    Article35.NotApplicableToServices.On(new(IsService)),
                    Article35.DateImplausible.On(
                        new(
                            "evaluatedOn",
                            text.EvaluatedOn,
                            LastSecurityEvaluation?.EvaluatedOn ?? BuiltOn,
                            rules.Today
                        )
                    )
                )
            )
            .Then(() =>
            {
                securityEvaluations.Add(SecurityEvaluation.Of(securityEvaluations.Count + 1, text, by));
                return Result.Success;
            });

    /// <summary>已申请验收 → 验收合格 | 验收不合格.</summary>
    public Result Conclude(ConclusionText text, DecisionMaker? maker, AccountId by, RulesInForce rules) =>
        From(AcceptanceState.AcceptanceApplied)
            .Then(() => rules.Judge(ConclusionQuestions(text, maker, rules.Today)))
            .Then(() =>
            {
                var round = CurrentRound!;
                round.Conclude(AcceptanceConclusion.Draw(text, maker!, by));
                if (!text.Passed)
                {
                    State = AcceptanceState.AcceptanceFailed;
                    return Result.Success;
                }

                Pass(round.Number, text.DocumentNumber, text.DecidedOn);
                return Result.Success;
            });

    /// <summary>验收不合格 → 整改中.</summary>
    public Result StartRectification(string plan, RulesInForce rules) =>
        From(AcceptanceState.AcceptanceFailed)
            .Then(() =>
            {
                CurrentRound!.Rectify(Rectification.Begin(rules.Today, plan));
                State = AcceptanceState.Rectifying;
                return Result.Success;
            });

    /// <summary>Reports what was put right; a later report replaces it until the next application.</summary>
    public Result ReportRectified(DateOnly rectifiedOn, string report, RulesInForce rules) =>
        From(AcceptanceState.Rectifying)
            .Then(() =>
                rules.Judge(
                    Article35.DateImplausible.On(
                        new("rectifiedOn", rectifiedOn, CurrentRound!.Rectification!.StartedOn, rules.Today)
                    )
                )
            )
            .Then(() =>
            {
                CurrentRound!.Rectification!.ReportDone(rectifiedOn, report);
                return Result.Success;
            });

    /// <summary>验收合格 | 已投入使用 | 已后评价 → 整改中: the verdict is void, and so is all that rested on it.</summary>
    public Result Revoke(string reason, RulesInForce rules) =>
        From(AcceptanceState.AcceptancePassed, AcceptanceState.InUse, AcceptanceState.PostEvaluated)
            .Then(() =>
            {
                if (State == AcceptanceState.PostEvaluated)
                {
                    AnnulLastEvaluation(reason, rules.Today);
                }

                var round = CurrentRound!;
                round.Revoke(reason, rules.Today);
                round.Rectify(Rectification.Begin(rules.Today, null));
                (State, PassedOn, InUseOn) = (AcceptanceState.Rectifying, null, null);
                (EvaluationFrom, EvaluationUntil) = (null, null);
                Entail(AcceptanceClocks.PostEvaluation.Lapse(reason));
                Announce(new AcceptanceRevoked(Id, Declaration.Value, reason, rules.Today));
                return Result.Success;
            });

    private IEnumerable<IQuestion> PanelQuestions(NamedPanel panel) =>
        [
            Article35.PanelMissing.On(new(panel.Experts.Count, panel.Departments.Count)),
            Article35.DateImplausible.On(new("heldOn", panel.HeldOn, CurrentRound!.AppliedOn, null)),
            .. panel.Experts.Select(expert =>
                Article35.PanelMemberIneligible.On(
                    new(expert.Name, expert.IsExpert, expert.IsNaturalPerson, expert.IsActive)
                )
            ),
            .. panel.Experts.Select(expert => ConflictQuestion(expert.Name, [expert.Employer, .. expert.Predecessors])),
            .. panel.Departments.Select(department =>
                ConflictQuestion(department.Name, [department.Unit, .. department.Predecessors])
            ),
        ];

    /// <param name="of">The member's unit, and those whose business it has taken over.</param>
    private IQuestion ConflictQuestion(string member, IReadOnlyList<UnitId> of) =>
        Article35.PanelConflict.On(
            new(member, of.Contains(LeadUnit), of.Any(unit => Involves(unit, UnitPart.Contractor)))
        );

    private IEnumerable<IQuestion> ConclusionQuestions(ConclusionText text, DecisionMaker? maker, DateOnly today)
    {
        var round = CurrentRound!;
        return
        [
            Article35.PanelMissing.On(new(round.Experts.Count, round.Departments.Count)),
            Article35.DecisionMakerRequired.On(
                new(
                    maker?.Name,
                    maker?.IsOfTheOffice ?? false,
                    maker?.IsNaturalPerson ?? false,
                    maker?.IsActive ?? false
                )
            ),
            Article35.SelfAcceptanceForbidden.On(
                new(
                    maker?.Name,
                    maker is not null && (IsOfTheProject(maker.Unit) || maker.Predecessors.Any(IsOfTheProject)),
                    maker is not null && round.Experts.Any(expert => expert.Account == maker.Account)
                )
            ),
            Article35.DateImplausible.On(new("decidedOn", text.DecidedOn, round.HeldOn ?? round.AppliedOn, today)),
        ];
    }

    private static List<string> NumbersOf(
        IEnumerable<AcceptanceBasis> basis,
        Func<AcceptanceBasis, bool> isOfTheKind
    ) => [.. basis.Where(isOfTheKind).Select(one => one.Number)];
}
