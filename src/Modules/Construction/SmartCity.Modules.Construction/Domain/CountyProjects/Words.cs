namespace SmartCity.Modules.Construction.Domain.CountyProjects;

internal enum CountyProjectState
{
    /// <summary>已登记</summary>
    Registered,

    /// <summary>已招标</summary>
    TenderRecorded,

    /// <summary>建设中</summary>
    UnderConstruction,
}

/// <summary>A filing is put on file or comes back as incomplete; it is no approval and has no other end (INT-18).</summary>
internal enum CountyFilingState
{
    /// <summary>已报送</summary>
    Submitted,

    /// <summary>已备案</summary>
    Filed,

    /// <summary>材料不全退回</summary>
    ReturnedIncomplete,
}

/// <summary>The eight kinds of article 3.</summary>
internal enum CountyProjectKind
{
    /// <summary>信息网络建设</summary>
    NetworkConstruction,

    /// <summary>信息应用系统建设</summary>
    ApplicationSystem,

    /// <summary>信息资源开发</summary>
    InformationResource,

    /// <summary>新型智慧城市建设</summary>
    SmartCity,

    /// <summary>网络安全和信息安全建设</summary>
    Security,

    /// <summary>咨询评估</summary>
    ConsultingAndAssessment,

    /// <summary>信息化项目维护</summary>
    Maintenance,

    /// <summary>信息化服务外包</summary>
    Outsourcing,
}

/// <summary>The two forms of a lawful tender (Tendering and Bidding Law, article 10).</summary>
internal enum CountyTenderMethod
{
    /// <summary>公开招标</summary>
    OpenTender,

    /// <summary>邀请招标</summary>
    InvitedTender,
}

internal static class CountyWords
{
    public static string InChinese(CountyProjectState state) =>
        state switch
        {
            CountyProjectState.Registered => "已登记",
            CountyProjectState.TenderRecorded => "已招标",
            CountyProjectState.UnderConstruction => "建设中",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    public static string InChinese(CountyFilingState? state) =>
        state switch
        {
            null => "未报送",
            CountyFilingState.Submitted => "已报送",
            CountyFilingState.Filed => "已备案",
            CountyFilingState.ReturnedIncomplete => "材料不全退回",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
