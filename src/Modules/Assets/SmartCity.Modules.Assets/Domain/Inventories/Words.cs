using System.ComponentModel;

namespace SmartCity.Modules.Assets.Domain.Inventories;

internal enum CampaignState
{
    [Description("已安排")]
    Planned,

    [Description("盘点中")]
    Counting,

    [Description("处理差异")]
    Reconciling,

    [Description("差异处理已批准，或者没有差异")]
    Adjusted,

    [Description("已签认")]
    SignedOff,
}

internal enum VarianceKind
{
    /// <summary>盘亏：账有物无</summary>
    Missing,

    /// <summary>盘盈：物有账无</summary>
    Surplus,

    /// <summary>账实不符：存放地点与账面不同</summary>
    Mismatch,
}

/// <summary>How a variance is settled; the acts that follow on a card are done on the card.</summary>
internal enum VarianceResolution
{
    /// <summary>复盘找到（盘亏）</summary>
    FoundLater,

    /// <summary>按国有资产管理规定报批核销（盘亏）</summary>
    WriteOff,

    /// <summary>卡片登记有误，注销（盘亏）</summary>
    StrikeOff,

    /// <summary>补登卡片（盘盈）</summary>
    RegisterCard,

    /// <summary>不属于本单位，退还（盘盈）</summary>
    NotOfThisUnit,

    /// <summary>办理移交，变更地点（账实不符）</summary>
    HandOver,

    /// <summary>物归原处，账面不变（账实不符）</summary>
    ReturnToPlace,
}
