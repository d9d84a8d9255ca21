using System.ComponentModel;

namespace SmartCity.Modules.Construction.Domain.CountyProjects;

internal enum CountyProjectState
{
    [Description("已登记")]
    Registered,

    [Description("已招标")]
    TenderRecorded,

    [Description("建设中")]
    UnderConstruction,
}

/// <summary>A filing is put on file or comes back as incomplete; it is no approval and has no other end (INT-18).</summary>
internal enum CountyFilingState
{
    [Description("已报送")]
    Submitted,

    [Description("已备案")]
    Filed,

    [Description("材料不全退回")]
    ReturnedIncomplete,
}

/// <summary>The eight kinds of article 3.</summary>
internal enum CountyProjectKind
{
    [Description("信息网络建设")]
    NetworkConstruction,

    [Description("信息应用系统建设")]
    ApplicationSystem,

    [Description("信息资源开发")]
    InformationResource,

    [Description("新型智慧城市建设")]
    SmartCity,

    [Description("网络安全和信息安全建设")]
    Security,

    [Description("咨询评估")]
    ConsultingAndAssessment,

    [Description("信息化项目维护")]
    Maintenance,

    [Description("信息化服务外包")]
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
