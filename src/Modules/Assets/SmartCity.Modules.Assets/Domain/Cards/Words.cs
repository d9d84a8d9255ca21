namespace SmartCity.Modules.Assets.Domain.Cards;

/// <summary>Whose property an asset is (article 39, INT-17, INT-31).</summary>
internal enum Ownership
{
    /// <summary>国有资产</summary>
    State,

    /// <summary>产权归政府（BT 方式）</summary>
    Government,

    /// <summary>产权归企业（政府租用）</summary>
    Enterprise,
}

/// <summary>In which book a card is kept.</summary>
internal enum AssetRegister
{
    /// <summary>国有资产台账</summary>
    StateLedger,

    /// <summary>租用资产登记簿：产权归企业，不入国有资产台账</summary>
    LeasedRegister,
}

/// <summary>Top classes of GB/T 14885-2022 that a project's assets fall in.</summary>
internal enum FinanceCategory
{
    /// <summary>房屋和构筑物</summary>
    BuildingsAndStructures,

    /// <summary>设备</summary>
    Equipment,

    /// <summary>图书和档案</summary>
    BooksAndArchives,

    /// <summary>家具和用具</summary>
    FurnitureAndUtensils,

    /// <summary>无形资产</summary>
    IntangibleAssets,
}

internal enum CardState
{
    /// <summary>在册</summary>
    OnLedger,

    /// <summary>已注销：登记有误，或者所依据的验收已被撤销</summary>
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
