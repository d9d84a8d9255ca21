using System.ComponentModel;

namespace SmartCity.Modules.Assets.Domain.Cards;

/// <summary>Whose property an asset is (article 39, INT-17, INT-31).</summary>
internal enum Ownership
{
    [Description("国有资产")]
    State,

    [Description("产权归政府（BT 方式）")]
    Government,

    [Description("产权归企业（政府租用）")]
    Enterprise,
}

/// <summary>In which book a card is kept.</summary>
internal enum AssetRegister
{
    [Description("国有资产台账")]
    StateLedger,

    /// <summary>产权归企业，不入国有资产台账</summary>
    [Description("租用资产登记簿")]
    LeasedRegister,
}

/// <summary>Top classes of GB/T 14885-2022 that a project's assets fall in.</summary>
internal enum FinanceCategory
{
    [Description("房屋和构筑物")]
    BuildingsAndStructures,

    [Description("设备")]
    Equipment,

    [Description("图书和档案")]
    BooksAndArchives,

    [Description("家具和用具")]
    FurnitureAndUtensils,

    [Description("无形资产")]
    IntangibleAssets,
}

internal enum CardState
{
    [Description("在册")]
    OnLedger,

    /// <summary>登记有误，或者所依据的验收已被撤销</summary>
    [Description("已注销")]
    StruckOff,
}

internal enum HandOverState
{
    /// <summary>已移交，待接收</summary>
    Proposed,

    /// <summary>已接收</summary>
    Accepted,

    /// <summary>未接收，已作废</summary>
    Lapsed,
}
