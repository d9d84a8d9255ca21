using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.TakingOver;

/// <summary>
/// Which rules of this module a running project would have met before its take-over. They are heard from the acts
/// themselves, rehearsed on a declaration that is thrown away, so no list of them has to be kept.
/// </summary>
internal static class EarlierGates
{
    // Nobody did these acts: no account, no unit, no text.
    private static readonly DecisionMaker Nobody = new(default, "", default, true, true, true);

    public static IReadOnlyList<UnjudgedRule> Of(
        LeadUnit lead,
        DeclarationSheet sheet,
        RunningProject project,
        RulesInForce rules
    ) => rules.AskedBy(rehearsal => Rehearse(lead, sheet, project, rehearsal));

    private static Result Rehearse(
        LeadUnit lead,
        DeclarationSheet sheet,
        RunningProject project,
        RulesInForce rehearsal
    )
    {
        var actor = new ActingFor(default, lead.Unit);
        var cited = sheet with { MasterPlanItem = sheet.MasterPlanItem ?? default };
        var declaration = Declaration.Draft(default, lead, cited, default, rehearsal).Value;
        return declaration
            .Submit(lead, null, actor, rehearsal)
            .Then(() => Review(declaration, project, actor, rehearsal))
            .Then(() =>
                project.ArrangedInSum().IsPositive ? Fund(declaration, project, actor, rehearsal) : Result.Success
            )
            .Then(() =>
                project is { Contract: { } contract } && project.PaidInSum().IsPositive
                    ? Pay(declaration, contract, actor, rehearsal)
                    : Result.Success
            );
    }

    private static Result Review(
        Declaration declaration,
        RunningProject project,
        ActingFor actor,
        RulesInForce rehearsal
    )
    {
        var expert = new NamedExpert(default, "", default, "", "", "", true, true, true);
        var panel = new NamedPanel(new(default, default, ""), [expert], [], default);
        var opinion = new OpinionText
        {
            Verdict = OpinionVerdict.Pass,
            Necessity = "",
            Feasibility = "",
            Technology = "",
            Investment = "",
            Security = "",
            Benefit = "",
            Reasons = "",
            ProposedBudget = project.ReviewedBudget,
            DeclaresNoConflict = true,
            Comments = [],
        };
        var conclusion = new ConclusionText(true, project.ReviewedBudget, "", null, "", project.TakenOverOn);
        return declaration
            .FormPanel(panel, actor, rehearsal)
            .Then(() => declaration.GiveOpinion(1, default, opinion, default, rehearsal))
            .Then(() => declaration.Conclude(conclusion, Nobody, [], actor, rehearsal));
    }

    private static Result Fund(
        Declaration declaration,
        RunningProject project,
        ActingFor actor,
        RulesInForce rehearsal
    ) =>
        declaration
            .ReportToFinance(new("", project.TakenOverOn, "", "", []), actor, rehearsal)
            .Then(() =>
                declaration.ArrangeFund(
                    new(
                        "",
                        project.TakenOverOn,
                        [.. project.Fund.Select(line => new ArrangedAmount(line.Kind, line.Year, line.Arranged))]
                    ),
                    Nobody,
                    actor,
                    rehearsal
                )
            );

    private static Result Pay(
        Declaration declaration,
        RunningContract contract,
        ActingFor actor,
        RulesInForce rehearsal
    )
    {
        var commitments = new Commitments(Money.Zero, Money.Zero, Money.Zero);
        var facts = PaymentFacts.Of(declaration.Id);
        facts.Hear(
            new ContractTerms(
                default,
                contract.Number,
                "",
                FinancingMode.Fiscal,
                contract.Amount(),
                Money.Zero,
                contract.Retention,
                contract.Payee,
                contract.SignedOn
            ),
            new("", null, default)
        );
        var text = new PaymentText(PaymentKind.ContractPayment, Money.Zero, contract.Payee, "", rehearsal.Today.Year);
        var payment = Payment.Request(default, declaration, default, text, facts, commitments, actor, rehearsal).Value;
        return payment
            .Approve(null, declaration, declaration, facts, commitments, actor, rehearsal)
            .Then(() => payment.Instruct("", declaration, declaration, facts, commitments, actor, rehearsal))
            .Then(() => payment.Confirm("", rehearsal.Today, rehearsal));
    }
}
