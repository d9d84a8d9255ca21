using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;

namespace SmartCity.Modules.Approval.Application.MasterPlanning;

/// <summary>The master plan is read by all who sign in; the authority table lets only the office change it.</summary>
internal static class MasterPlanAccess
{
    public static ObjectAuthority<MasterPlanItem> OfTheOffice { get; } = new((_, _) => true, (_, _) => null);
}
