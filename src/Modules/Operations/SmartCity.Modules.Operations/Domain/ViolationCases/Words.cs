namespace SmartCity.Modules.Operations.Domain.ViolationCases;

internal enum ViolationCaseState
{
    /// <summary>已发现</summary>
    Found,

    /// <summary>已责令改正</summary>
    CorrectionOrdered,

    /// <summary>已改正</summary>
    Corrected,

    /// <summary>逾期未改正</summary>
    Overdue,

    /// <summary>已结案</summary>
    Closed,
}

/// <summary>The article that a case is opened under.</summary>
internal enum CaseArticle
{
    /// <summary>第四十二条：项目建设单位</summary>
    Article42,

    /// <summary>第四十三条：承揽单位</summary>
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
