using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>Who may read a project's payments, and who may act on one; lists and details ask the same expression.</summary>
internal static class PaymentAccess
{
    /// <summary>
    /// The declaration whose payments he may read: the units that declare it, finance, the office and those who oversee.
    /// A panel's experts and departments read the declaration, not whom it is paid to.
    /// </summary>
    public static Expression<Func<Declaration, bool>> ReadableBy(Actor actor)
    {
        var units = Roles.UnitsActedFor(actor);
        if (actor.Role == Roles.Expert || actor.Jurisdiction != Jurisdictions.City)
        {
            return _ => false;
        }

        if (actor.ReadsOnly || actor.Role is Roles.InformatizationOffice or Roles.FinanceBureau)
        {
            return _ => true;
        }

        return declaration =>
            units.Contains(declaration.LeadUnit) || declaration.Participations.Any(one => units.Contains(one.Unit));
    }

    /// <summary>The payments of the declarations whose payments he may read.</summary>
    public static IQueryable<Payment> PaymentsReadableBy(this IApprovalDatabase database, Actor actor)
    {
        var readable = database.Declarations.Where(ReadableBy(actor));
        return database.Payments.Where(payment => readable.Any(one => one.Id == payment.Declaration));
    }

    /// <summary>For acts of finance; the authority table lets nobody else send them, and finance reads every payment.</summary>
    public static ObjectAuthority<Payment> OfFinance { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>For a payment made by this very act; that its unit may ask was judged on the declaration.</summary>
    public static ObjectAuthority<Payment> OfItsRequester { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>For what this module does on an event; the authority table lets nobody else send it.</summary>
    public static ObjectAuthority<PaymentFacts> OfTheModule { get; } = new((_, _) => true, (_, _) => null);
}
