namespace SmartCity.Modules.Construction.Contracts;

/// <summary>Who pays for the building and when; it decides ownership and the lawful kinds of payment (article 39).</summary>
public enum FinancingMode
{
    /// <summary>财政投资</summary>
    Fiscal,

    /// <summary>BT（建设—移交）</summary>
    BuildTransfer,

    /// <summary>企业投资建设，政府租用</summary>
    EnterpriseBuilt,

    /// <summary>自筹资金</summary>
    SelfRaised,

    /// <summary>财政与自筹混合</summary>
    Mixed,
}

/// <summary>How a contract's line is booked (article 38).</summary>
public enum ContractLineClass
{
    /// <summary>固定资产</summary>
    FixedAsset,

    /// <summary>无形资产</summary>
    IntangibleAsset,

    /// <summary>费用</summary>
    Expense,
}
