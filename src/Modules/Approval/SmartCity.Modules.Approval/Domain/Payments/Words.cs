using System.ComponentModel;

namespace SmartCity.Modules.Approval.Domain.Payments;

internal enum PaymentState
{
    [Description("已申请")]
    Requested,

    [Description("已核准")]
    Approved,

    [Description("已下达支付指令")]
    Instructed,

    [Description("已支付（国库回单）")]
    Confirmed,

    [Description("已退汇")]
    Returned,

    [Description("不予拨付")]
    Declined,
}

internal enum PaymentKind
{
    [Description("合同款")]
    ContractPayment,

    [Description("质量保证金")]
    WarrantyRetention,

    [Description("分期付款（BT）")]
    Instalment,

    [Description("租用费")]
    Rent,

    [Description("维护运行经费")]
    Maintenance,
}

/// <summary>What a later segment of the project's life has told about it.</summary>
internal enum ProjectFactKind
{
    /// <summary>竣工验收合格</summary>
    AcceptancePassed,

    /// <summary>投入使用</summary>
    PutIntoUse,

    /// <summary>后评价结论</summary>
    PostEvaluation,

    /// <summary>固定资产登记</summary>
    AssetsRegistered,
}

/// <summary>The result of a post-evaluation (article 37).</summary>
internal enum EvaluationResult
{
    /// <summary>好</summary>
    Good,

    /// <summary>一般</summary>
    Fair,

    /// <summary>差</summary>
    Poor,
}

/// <summary>A fact without which nothing is paid.</summary>
internal enum RequiredFact
{
    /// <summary>生效的合同</summary>
    ContractInForce,

    /// <summary>投入使用</summary>
    PutIntoUse,
}

/// <summary>What of a contract limits a payment.</summary>
internal enum ContractCeiling
{
    /// <summary>合同金额</summary>
    Contract,

    /// <summary>质量保证金</summary>
    Retention,

    /// <summary>扣除质量保证金后的合同金额</summary>
    WithoutRetention,
}

/// <summary>How the registration of assets stands (article 38).</summary>
internal enum AssetRegistrationStanding
{
    /// <summary>不适用</summary>
    NotApplicable,

    /// <summary>未登记完毕</summary>
    Incomplete,

    /// <summary>已登记</summary>
    Complete,
}
