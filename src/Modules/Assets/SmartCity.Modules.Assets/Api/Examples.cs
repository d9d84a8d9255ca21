using SmartCity.Modules.Assets.Application.Counting;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Api;

/// <summary>Request bodies for the API description: one server from its contract line to an inventory.</summary>
internal static class Examples
{
    public static RegistrationEndpoints.CardBody Card =>
        new(
            new ContractId(Guid.Parse("0196f3a0-0000-7000-8000-000000000301")),
            1,
            "数据库服务器",
            FinanceCategory.Equipment,
            Money.FromYuan(420_000),
            2,
            "市疾控中心机房三号柜",
            Keeper,
            new(2027, 9, 1)
        );

    public static CardEndpoints.StrikeOffBody StrikeOff => new("价值录入有误，注销后重新登记。");

    public static CardEndpoints.HandOverBody HandOver =>
        new(
            Keeper,
            new AccountId(Guid.Parse("0196f3a0-0000-7000-8000-000000000402")),
            "市疾控中心新机房一号柜",
            "机房搬迁，保管人调整。"
        );

    public static PlanInventory Inventory => new("2027年度财产清查", new(2027, 12, 31));

    public static InventoryEndpoints.CountBody Count =>
        new(
            new AssetCardId(Guid.Parse("0196f3a0-0000-7000-8000-000000000403")),
            null,
            true,
            "市疾控中心新机房一号柜",
            null
        );

    public static InventoryEndpoints.ResolutionBody Resolution =>
        new(VarianceResolution.HandOver, "机房搬迁时未办移交，补办移交手续。");

    private static AccountId Keeper => new(Guid.Parse("0196f3a0-0000-7000-8000-000000000401"));
}
