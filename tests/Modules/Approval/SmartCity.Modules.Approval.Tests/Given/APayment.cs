using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Tests.Given;

/// <summary>Payments in each state of the business, and the facts that they are judged by.</summary>
internal static class APayment
{
    public static readonly ContractId TheContract = new(Ids.Next());

    public static readonly DateOnly EvaluationUntil = new(2028, 6, 30);

    public static Payee TheContractor { get; } = new("某软件公司", "建设银行", "6105-0001");

    public static Commitments NothingElse { get; } = new(Money.Zero, Money.Zero, Money.Zero);

    public static FactOrigin Origin(string source = "construction.contract-signed.v1") =>
        new(source, new ActId(Ids.Next()), DateTimeOffset.UnixEpoch);

    /// <summary>600,000 yuan, of which 400,000 are capitalised and 60,000 are retained.</summary>
    public static ContractTerms Terms(FinancingMode financing = FinancingMode.Fiscal, long capitalised = 400_000) =>
        new(
            TheContract,
            "HT-1",
            "某软件公司",
            financing,
            Money.FromYuan(600_000),
            Money.FromYuan(capitalised),
            Money.FromYuan(60_000),
            TheContractor,
            ADeclaration.Today
        );

    public static PaymentFacts Facts(Declaration declaration, ContractTerms? terms = null)
    {
        var facts = PaymentFacts.Of(declaration.Id);
        facts.Hear(terms ?? Terms(), Origin()).ShouldSucceed();
        return facts;
    }

    public static PaymentFacts With(this PaymentFacts facts, ProjectFactKind kind, EvaluationResult? result = null)
    {
        facts
            .Hear(
                new ProjectEvent(
                    kind,
                    ADeclaration.Today,
                    kind is ProjectFactKind.PutIntoUse ? EvaluationUntil : null,
                    result
                ),
                Origin(kind.ToString())
            )
            .ShouldSucceed();
        return facts;
    }

    public static PaymentText Text(
        PaymentKind kind = PaymentKind.ContractPayment,
        Money? amount = null,
        Payee? payee = null
    ) => new(kind, amount ?? Money.FromYuan(100_000), payee ?? TheContractor, "合同第八条", 2026);

    public static Result<Payment> Requested(
        Declaration declaration,
        PaymentFacts? facts,
        PaymentText? text = null,
        Commitments? commitments = null
    ) =>
        Payment.Request(
            new(Ids.Next()),
            declaration,
            TheContract,
            text ?? Text(),
            facts,
            commitments ?? NothingElse,
            ADeclaration.TheHospital,
            ADeclaration.Rules
        );

    /// <summary>Maintenance money of a project, taken from what is arranged for a declaration.</summary>
    public static Payment Maintenance(Declaration fundedBy, Declaration? project = null, UnitId? unit = null) =>
        Payment.TakeUp(
            new(Ids.Next()),
            new(Ids.Next()),
            fundedBy.Id,
            (project ?? fundedBy).Id,
            unit ?? fundedBy.LeadUnit,
            Text(PaymentKind.Maintenance),
            ADeclaration.Today
        );

    public static Payment In(PaymentState state, Declaration declaration)
    {
        var payment = Requested(declaration, Facts(declaration)).Value;
        var rules = ADeclaration.Rules;
        if (state is PaymentState.Declined)
        {
            payment.Decline("依据不足", rules).ShouldSucceed();
        }
        else if (state is not PaymentState.Requested)
        {
            payment.Approved(declaration).ShouldSucceed();
        }

        if (state is PaymentState.Instructed or PaymentState.Confirmed or PaymentState.Returned)
        {
            payment.Instructed(declaration).ShouldSucceed();
        }

        if (state is PaymentState.Confirmed)
        {
            payment.Confirm("回单1", ADeclaration.Today, rules).ShouldSucceed();
        }

        if (state is PaymentState.Returned)
        {
            payment.Return("账号有误", rules).ShouldSucceed();
        }

        return payment;
    }

    public static Result Approved(
        this Payment payment,
        Declaration declaration,
        PaymentFacts? facts = null,
        string? reason = null,
        RulesInForce? rules = null
    ) =>
        payment.Approve(
            reason,
            declaration,
            declaration,
            facts ?? Facts(declaration),
            NothingElse,
            ADeclaration.TheFinanceBureau,
            rules ?? ADeclaration.Rules
        );

    public static Result Instructed(
        this Payment payment,
        Declaration declaration,
        PaymentFacts? facts = null,
        RulesInForce? rules = null
    ) =>
        payment.Instruct(
            "指令1",
            declaration,
            declaration,
            facts ?? Facts(declaration),
            NothingElse,
            ADeclaration.TheFinanceBureau,
            rules ?? ADeclaration.Rules
        );

    private static void ShouldSucceed(this Result result) => result.Failure.ShouldBeNull();
}
