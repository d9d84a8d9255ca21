using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Acceptance;
using SmartCity.Modules.Approval;
using SmartCity.Modules.Assets;
using SmartCity.Modules.Construction;
using SmartCity.Modules.DataSharing;
using SmartCity.Modules.Operations;
using SmartCity.Modules.Security;
using SmartCity.Regulation;

namespace SmartCity.Api;

/// <summary>The one list of modules, used by the host, the migrator and the tests; those asked stand before those who ask.</summary>
public static class ModuleList
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new RegulationModule(),
        new SecurityModule(),
        new ApprovalModule(),
        new ConstructionModule(),
        new AcceptanceModule(),
        new AssetsModule(),
        new OperationsModule(),
        new DataSharingModule(),
    ];
}
