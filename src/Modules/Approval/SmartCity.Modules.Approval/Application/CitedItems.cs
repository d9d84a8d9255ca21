using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Approval.Domain.Declarations;

namespace SmartCity.Modules.Approval.Application;

internal static class CitedItems
{
    /// <summary>The master plan item that the declaration cites, as it stands now; null where it cites none that exists.</summary>
    public static Task<CitedItem?> CitedItemAsync(
        this IApprovalDatabase database,
        Declaration declaration,
        CancellationToken cancellationToken
    ) =>
        database
            .MasterPlanItems.Where(item => item.Id == declaration.MasterPlanItem)
            .Select(item => new CitedItem(item.Code, item.State))
            .FirstOrDefaultAsync(cancellationToken);
}
