using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Application.Counting;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Application;

/// <summary>Who may send which command of this module.</summary>
internal sealed class AssetsAuthorities : AuthorityTable
{
    private static readonly LocalizedText Units = new("项目建设牵头单位", "the lead unit of the project");
    private static readonly LocalizedText ThisModule = new(
        "本系统（依验收结果）",
        "the system, on the outcome of the acceptance"
    );
    private static readonly LocalizedText OnDeparture = new(
        "本系统（依人员离任）",
        "the system, when a person has left"
    );
    private static readonly LocalizedText Anyone = new("登录账号", "any signed-in account");

    public AssetsAuthorities()
    {
        Command<OpenRegistration>(Stake.Business, "assets.open-registration", 38, ThisModule, Actor.ModuleRole);
        Command<VoidRegistration>(Stake.Business, "assets.void-registration", 38, ThisModule, Actor.ModuleRole);
        Command<RegisterCard>(Stake.Business, "assets.register-card", 38, Units, Roles.OfLeadUnits);
        Command<StrikeOffCard>(Stake.Business, "assets.strike-off-card", 38, Units, Roles.OfLeadUnits);
        Query<ListRegistrations>("assets.list-registrations", 38, Anyone);
        Query<GetRegistration>("assets.get-registration", 38, Anyone);
        Query<GetProjectAssets>("assets.get-project-assets", 38, Anyone);

        Command<ProposeHandOver>(Stake.Business, "assets.propose-hand-over", 40, Units, Roles.OfLeadUnits);
        Command<AcceptHandOver>(Stake.Business, "assets.accept-hand-over", 40, Units, Roles.OfLeadUnits);
        Command<ReopenCustody>(Stake.Business, "assets.reopen-custody", 40, OnDeparture, Actor.ModuleRole);
        Query<ListCards>("assets.list-cards", 40, Anyone);
        Query<GetCard>("assets.get-card", 40, Anyone);
        Query<GetLedgerTotals>("assets.get-ledger-totals", 40, Anyone);

        Command<PlanInventory>(Stake.Business, "assets.plan-inventory", 40, Units, Roles.OfLeadUnits);
        Command<StartCounting>(Stake.Business, "assets.start-counting", 40, Units, Roles.OfLeadUnits);
        Command<RecordCount>(Stake.Business, "assets.record-count", 40, Units, Roles.OfLeadUnits);
        Command<CloseCounting>(Stake.Business, "assets.close-counting", 40, Units, Roles.OfLeadUnits);
        Command<ResolveVariance>(Stake.Business, "assets.resolve-variance", 40, Units, Roles.OfLeadUnits);
        Command<ApproveAdjustments>(Stake.Business, "assets.approve-adjustments", 40, Units, Roles.OfLeadUnits);
        Command<SignOffInventory>(Stake.Business, "assets.sign-off-inventory", 40, Units, Roles.OfLeadUnits);
        Query<ListInventories>("assets.list-inventories", 40, Anyone);
        Query<GetInventory>("assets.get-inventory", 40, Anyone);
    }

    // The module itself acts on events; everybody else acts here for the city or not at all.
    protected override Error? Bar(Actor actor) =>
        actor.Jurisdiction == Jurisdictions.City || actor.Kind == ActorKind.Module
            ? null
            : Error.Forbidden(
                "OUT_OF_JURISDICTION",
                new(
                    "市级项目的资产由市级牵头单位管理，县市区账号只办理本辖区事项。（依据第四十条）",
                    "The assets of municipal projects are kept by the city's lead units; an account of a county acts within its own jurisdiction (article 40)."
                )
            );
}
