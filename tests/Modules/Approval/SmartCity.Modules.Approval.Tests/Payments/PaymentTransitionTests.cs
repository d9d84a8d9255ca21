using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Payments;

/// <summary>Every state of a payment against every act.</summary>
public sealed class PaymentTransitionTests
{
    private static readonly Dictionary<string, Func<Payment, Declaration, Result>> Acts = new()
    {
        ["Approve"] = (one, declaration) => one.Approved(declaration),
        ["Decline"] = (one, _) => one.Decline("依据不足", ADeclaration.Rules),
        ["Instruct"] = (one, declaration) => one.Instructed(declaration),
        ["Confirm"] = (one, _) => one.Confirm("回单2", ADeclaration.Today, ADeclaration.Rules),
        ["Return"] = (one, _) => one.Return("账号有误", ADeclaration.Rules),
    };

    // Where each legal pair leads; every other pair is an illegal transition.
    private static readonly Dictionary<(PaymentState, string), PaymentState> Legal = new()
    {
        [(PaymentState.Requested, "Approve")] = PaymentState.Approved,
        [(PaymentState.Requested, "Decline")] = PaymentState.Declined,
        [(PaymentState.Approved, "Instruct")] = PaymentState.Instructed,
        [(PaymentState.Approved, "Decline")] = PaymentState.Declined,
        [(PaymentState.Instructed, "Confirm")] = PaymentState.Confirmed,
        [(PaymentState.Instructed, "Return")] = PaymentState.Returned,
        [(PaymentState.Returned, "Instruct")] = PaymentState.Instructed,
        [(PaymentState.Returned, "Decline")] = PaymentState.Declined,
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Enum.GetNames<PaymentState>())
        {
            foreach (var act in Acts.Keys)
            {
                pairs.Add(state, act);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_WhenThePaymentIsInThisState_ThenLeadsOnOrIsIllegal(string stateName, string act)
    {
        var state = Enum.Parse<PaymentState>(stateName);
        var declaration = ADeclaration.FundArranged();
        var payment = APayment.In(state, declaration);

        var result = Acts[act](payment, declaration);

        if (Legal.TryGetValue((state, act), out var next))
        {
            result.ShouldBeAccepted();
            payment.State.ShouldBe(next);
        }
        else
        {
            result.ShouldBeIllegalNow();
            payment.State.ShouldBe(state);
        }
    }
}
