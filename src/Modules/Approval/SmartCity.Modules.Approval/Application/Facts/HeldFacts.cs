using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;

namespace SmartCity.Modules.Approval.Application.Facts;

internal static class HeldFacts
{
    /// <summary>
    /// Holds the declaration, as its payments do, so that no payment is judged by a fact that is just being taken back;
    /// then its facts, begun with the first of them. Null where there is no such declaration.
    /// </summary>
    public static async Task<PaymentFacts?> HeldFactsAsync(
        this IApprovalDatabase database,
        DeclarationId declaration,
        CancellationToken cancellationToken
    )
    {
        await database.LockAsync<Declaration, DeclarationId>(declaration, cancellationToken);
        var facts = await database.PaymentFacts.FirstOrDefaultAsync(one => one.Id == declaration, cancellationToken);
        if (facts is not null || !await database.Declarations.AnyAsync(one => one.Id == declaration, cancellationToken))
        {
            return facts;
        }

        var begun = PaymentFacts.Of(declaration);
        database.PaymentFacts.Add(begun);
        return begun;
    }

    /// <summary>Where what this act hears comes from.</summary>
    public static FactOrigin Origin(this Act act, string source) =>
        new(source, act.Context.OnBehalfOf is { } cause ? new ActId(cause) : null, act.At);
}
