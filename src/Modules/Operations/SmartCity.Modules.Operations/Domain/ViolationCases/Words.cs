using System.ComponentModel;

namespace SmartCity.Modules.Operations.Domain.ViolationCases;

internal enum ViolationCaseState
{
    [Description("已发现")]
    Found,

    [Description("已责令改正")]
    CorrectionOrdered,

    [Description("已改正")]
    Corrected,

    [Description("逾期未改正")]
    Overdue,

    [Description("已结案")]
    Closed,
}

/// <summary>The article that a case is opened under.</summary>
internal enum CaseArticle
{
    [Description("第四十二条：项目建设单位")]
    Article42,

    [Description("第四十三条：承揽单位")]
    Article43,
}

/// <summary>What the issuer of a certificate is asked to do.</summary>
internal enum RecommendedMeasure
{
    /// <summary>撤销资质</summary>
    Revoke,

    /// <summary>降低资质</summary>
    Downgrade,
}

/// <summary>What the issuer answered.</summary>
internal enum IssuerDecision
{
    /// <summary>已撤销</summary>
    Revoked,

    /// <summary>已降低</summary>
    Downgraded,

    /// <summary>不予处理</summary>
    NotFollowed,
}

internal static class ViolationCaseStates
{
    public static string InChinese(ViolationCaseState state) =>
        state switch
        {
            ViolationCaseState.Found => "已发现",
            ViolationCaseState.CorrectionOrdered => "已责令改正",
            ViolationCaseState.Corrected => "已改正",
            ViolationCaseState.Overdue => "逾期未改正",
            ViolationCaseState.Closed => "已结案",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
