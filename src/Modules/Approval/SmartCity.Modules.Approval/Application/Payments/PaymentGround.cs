using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>What a payment is judged by, read while its declaration is held.</summary>
internal static class PaymentGround
{
    /// <summary>
    /// What other payments take of the fund and of the contract, summed in SQL. Declined ones take nothing; neither does
    /// maintenance money that is only asked for, since it is not judged before finance approves it.
    /// </summary>
    public static async Task<Commitments> CommitmentsAsync(
        this IApprovalDatabase database,
        DeclarationId declaration,
        ContractId? contract,
        PaymentId? butFor,
        CancellationToken cancellationToken
    )
    {
        var others = database
            .Payments.Where(PaymentCommitment.IsCommitted)
            .Where(one => one.Declaration == declaration && one.Id != butFor);
        var ofContract = others.Where(one => contract != null && one.Contract == contract);
        var ofRetention = ofContract.Where(one => one.Kind == PaymentKind.WarrantyRetention);
        return new(
            Money.FromFen(await others.SumAsync(one => one.Amount.Fen, cancellationToken)),
            Money.FromFen(await ofContract.SumAsync(one => one.Amount.Fen, cancellationToken)),
            Money.FromFen(await ofRetention.SumAsync(one => one.Amount.Fen, cancellationToken))
        );
    }

    public static Task<Declaration?> DeclarationAsync(
        this IApprovalDatabase database,
        DeclarationId declaration,
        CancellationToken cancellationToken
    ) => database.Declarations.FirstOrDefaultAsync(one => one.Id == declaration, cancellationToken);

    public static Task<PaymentFacts?> FactsAsync(
        this IApprovalDatabase database,
        DeclarationId project,
        CancellationToken cancellationToken
    ) => database.PaymentFacts.FirstOrDefaultAsync(one => one.Id == project, cancellationToken);

    /// <summary>
    /// Holds the declaration that the payment takes its money from and the project that its facts are about, always in
    /// the same order; then loads the payment.
    /// </summary>
    public static async Task<Payment?> HeldPaymentAsync(
        this IApprovalDatabase database,
        PaymentId payment,
        CancellationToken cancellationToken
    )
    {
        var ground = await database
            .Payments.Where(one => one.Id == payment)
            .Select(one => new { one.Declaration, one.Project })
            .FirstOrDefaultAsync(cancellationToken);
        if (ground is null)
        {
            return null;
        }

        List<DeclarationId> held = [ground.Declaration, ground.Project];
        foreach (var declaration in held.Distinct().OrderBy(one => one.Value))
        {
            await database.LockAsync<Declaration, DeclarationId>(declaration, cancellationToken);
        }

        return await database.Payments.FirstOrDefaultAsync(one => one.Id == payment, cancellationToken);
    }
}
