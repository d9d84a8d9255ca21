using System.ComponentModel;

namespace SmartCity.Modules.Operations.Domain.FaultReports;

internal enum FaultReportState
{
    [Description("已报修")]
    Reported,

    [Description("已响应")]
    Responded,

    [Description("已修复，待确认")]
    Resolved,

    [Description("未修复，退回再修")]
    Reopened,

    [Description("已确认")]
    Closed,
}

internal enum FaultSeverity
{
    [Description("一般，不影响使用")]
    Minor,

    [Description("较重，部分功能不能使用")]
    Major,

    [Description("严重，系统不能使用")]
    Critical,
}

internal static class FaultReportStates
{
    public static string InChinese(FaultReportState state) =>
        state switch
        {
            FaultReportState.Reported => "已报修",
            FaultReportState.Responded => "已响应",
            FaultReportState.Resolved => "已修复，待确认",
            FaultReportState.Reopened => "未修复，退回再修",
            FaultReportState.Closed => "已确认",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
