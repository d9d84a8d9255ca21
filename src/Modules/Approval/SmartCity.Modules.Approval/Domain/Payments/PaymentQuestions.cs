using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Payments;

/// <summary>What other payments already take, this one not counted.</summary>
/// <param name="OfFund">Of what is arranged for the declaration.</param>
/// <param name="OfContract">Of the contract.</param>
/// <param name="OfRetention">Of the contract's retention.</param>
internal sealed record Commitments(Money OfFund, Money OfContract, Money OfRetention);

/// <summary>The gates of a payment, asked when it is requested, when it is approved and before it is instructed.</summary>
internal static class PaymentQuestions
{
    /// <summary>Article 6: whatever is paid, maintenance included.</summary>
    public static IEnumerable<IQuestion> OfFund(this Payment payment, Declaration declaration, Commitments commitments)
    {
        yield return Article06.FundNotReviewed.On(new(declaration.State));
        yield return Article06.NotReportedToFinance.On(new(declaration.State));
        yield return Article06.FundNotArranged.On(new(declaration.State));
        yield return Article06.FundSuspended.On(new(declaration.IsFundSuspended));

        // Who asks under a contract was told before: money asked for by an event comes from a unit that nobody has asked yet.
        if (payment.Kind is PaymentKind.Maintenance)
        {
            yield return Article06.FundOfAnotherUnit.On(
                new(declaration.LeadUnitName, declaration.IsDeclaredBy(payment.Unit))
            );
        }

        // Before anything is arranged there is no ceiling to compare with.
        if (declaration.State is DeclarationState.FundArranged)
        {
            yield return Article06.DisburseOverArranged.On(
                new(declaration.Arranged, commitments.OfFund + declaration.PaidBefore, payment.Amount)
            );
        }
    }

    /// <summary>What the facts say: of the contract it is paid under, or of the project that is maintained.</summary>
    /// <param name="project">The declaration of the project that the facts are about.</param>
    public static IEnumerable<IQuestion> OfFacts(
        this Payment payment,
        Declaration project,
        PaymentFacts? facts,
        Commitments commitments,
        string? reason,
        DateOnly today
    ) =>
        payment.Kind is PaymentKind.Maintenance
            ? OfMaintenance(payment, project, facts, reason, today)
            : OfContract(payment, project, facts, commitments);

    private static IEnumerable<IQuestion> OfContract(
        Payment payment,
        Declaration project,
        PaymentFacts? facts,
        Commitments commitments
    )
    {
        // Without a contract in force there is nothing to compare with: the missing fact refuses by itself.
        if (facts?.ContractInForce(payment.Contract) is not { } contract)
        {
            return [Article06.PaymentFactMissing.On(new([RequiredFact.ContractInForce]))];
        }

        var accepted = facts.Current(ProjectFactKind.AcceptancePassed) is not null;
        return
        [
            Article06.PaymentFactMissing.On(new([])),
            .. CeilingsOf(payment, contract, Counting(commitments, contract, project))
                .Select(Article06.PaymentOverContract.On),
            Article10.PayeeMismatch.On(new(contract.Payee, payment.Payee)),
            Article38.AssetsNotRegistered.On(
                new(payment.Kind, accepted, facts.RegistrationOf(contract.Capitalised, IsService(project)))
            ),
            Article39.PaymentKindMismatch.On(new(payment.Kind, contract.Financing)),
            Article41.RetentionBeforeAcceptance.On(new(payment.Kind, accepted)),
        ];
    }

    // What was paid before a take-over was paid under the contract that was taken over with it.
    private static Commitments Counting(Commitments commitments, ContractFact contract, Declaration project) =>
        contract.IsTakenOver && project.TakeOver is { } before
            ? new(
                commitments.OfFund,
                commitments.OfContract + before.Paid,
                commitments.OfRetention + before.RetentionPaid
            )
            : commitments;

    private static IEnumerable<Article06.ContractCeilingFacts> CeilingsOf(
        Payment payment,
        ContractFact contract,
        Commitments commitments
    )
    {
        Article06.ContractCeilingFacts whole = new(
            ContractCeiling.Contract,
            contract.Amount,
            commitments.OfContract,
            payment.Amount
        );
        return payment.Kind switch
        {
            PaymentKind.WarrantyRetention =>
            [
                whole,
                new(ContractCeiling.Retention, contract.Retention, commitments.OfRetention, payment.Amount),
            ],
            // Nothing of a rent is retained.
            PaymentKind.Rent => [whole],
            // Else the retention would be paid before the acceptance, under another kind.
            _ =>
            [
                new(
                    ContractCeiling.WithoutRetention,
                    contract.Amount - contract.Retention,
                    commitments.OfContract - commitments.OfRetention,
                    payment.Amount
                ),
            ],
        };
    }

    private static IEnumerable<IQuestion> OfMaintenance(
        Payment payment,
        Declaration project,
        PaymentFacts? facts,
        string? reason,
        DateOnly today
    )
    {
        if (facts?.Current(ProjectFactKind.PutIntoUse)?.EvaluationUntil is not { } evaluationUntil)
        {
            return [Article06.PaymentFactMissing.On(new([RequiredFact.PutIntoUse]))];
        }

        var result = facts.Current(ProjectFactKind.PostEvaluation)?.Result;
        var accepted = facts.Current(ProjectFactKind.AcceptancePassed) is not null;
        return
        [
            Article06.PaymentFactMissing.On(new([])),
            Article37.PostEvalMissing.On(new(today, evaluationUntil, result)),
            Article37.PostEvalPoorReasonRequired.On(new(result, reason)),
            Article38.AssetsNotRegistered.On(
                new(payment.Kind, accepted, facts.RegistrationOf(facts.Capitalised, IsService(project)))
            ),
        ];
    }

    private static bool IsService(Declaration project) => project.Kind?.IsService() ?? false;
}
