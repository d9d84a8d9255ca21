using System.Linq.Expressions;
using SmartCity.Modules.Approval.Domain.Payments;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>Which payments take their share of what is arranged; gates and the summary ask the same expression.</summary>
internal static class PaymentCommitment
{
    public static Expression<Func<Payment, bool>> IsCommitted { get; } =
        payment =>
            payment.State != PaymentState.Declined
            && !(payment.Kind == PaymentKind.Maintenance && payment.State == PaymentState.Requested);
}
