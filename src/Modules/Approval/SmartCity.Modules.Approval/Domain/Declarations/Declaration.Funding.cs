using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

// The money of a declaration (article 6): reported by the office, arranged by finance.
internal sealed partial class Declaration
{
    private readonly List<FundArrangement> arrangements = [];
    private readonly List<FundSuspension> suspensions = [];

    public FinanceReport? FinanceReport { get; private set; }

    public IReadOnlyList<FundArrangement> Arrangements => arrangements;

    public IReadOnlyList<FundSuspension> Suspensions => suspensions;

    /// <summary>All that finance has arranged so far, before a take-over too: the ceiling of every payment.</summary>
    public Money Arranged => arrangements.Select(one => one.Amount).Sum() + (TakeOver?.Arranged ?? Money.Zero);

    public bool IsFundSuspended => suspensions.Exists(one => !one.HasEnded);

    /// <summary>评审通过 → 已报财政, for the fiscal share only (INT-19, INT-20).</summary>
    public Result ReportToFinance(FinanceReportText text, ActingFor actor, RulesInForce rules)
    {
        if (State is DeclarationState.ReportedToFinance or DeclarationState.FundArranged or DeclarationState.Cancelled)
        {
            return NotFrom(State);
        }

        return rules
            .Judge(Article06.FundNotReviewed.On(new(State)))
            .Then(() => rules.Judge(this.ReportQuestions(text, rules.Today)))
            .Then(() =>
            {
                var round = CurrentRound?.Number ?? 0;
                FinanceReport = FinanceReport.Make(text, round, actor.Account);
                State = DeclarationState.ReportedToFinance;
                Announce(new ReportedToFinance(Id, round, text.DocumentNumber, text.ReportedOn, text.Amount.Fen));
                return Result.Success;
            });
    }

    /// <summary>
    /// 已报财政 → 已安排资金. A further arrangement of the same report is the same act; together they stay within what was
    /// reported.
    /// </summary>
    public Result ArrangeFund(FundArrangementText text, DecisionMaker? maker, ActingFor actor, RulesInForce rules)
    {
        if (State is DeclarationState.Cancelled)
        {
            return NotFrom(State);
        }

        return rules
            .Judge(Article06.FundNotReviewed.On(new(State)), Article06.NotReportedToFinance.On(new(State)))
            .Then(() => rules.Judge(this.ArrangementQuestions(text, maker, rules.Today)))
            .Then(() =>
            {
                arrangements.Add(FundArrangement.Make(arrangements.Count + 1, text, maker!, actor.Account));
                State = DeclarationState.FundArranged;
                return Result.Success;
            });
    }

    /// <summary>Stops every payment until the fund is resumed.</summary>
    public Result SuspendFund(string reason, ActingFor actor, RulesInForce rules) =>
        From(DeclarationState.FundArranged)
            .Then(() => IsFundSuspended ? FundIs(new("已暂停", "suspended already")) : Result.Success)
            .Then(() =>
            {
                suspensions.Add(FundSuspension.Begin(suspensions.Count + 1, reason, actor.Account, rules.Today));
                return Result.Success;
            });

    public Result ResumeFund(string reason, ActingFor actor, RulesInForce rules) =>
        From(DeclarationState.FundArranged)
            .Then(() => IsFundSuspended ? Result.Success : FundIs(new("未暂停", "not suspended")))
            .Then(() =>
            {
                suspensions.Single(one => !one.HasEnded).End(reason, actor.Account, rules.Today);
                return Result.Success;
            });

    private static Error FundIs(LocalizedText state) =>
        Error.IllegalTransition(
            new($"该项目资金{state.Chinese}，不能办理此项。", $"The fund of this project is {state.English}.")
        );
}
