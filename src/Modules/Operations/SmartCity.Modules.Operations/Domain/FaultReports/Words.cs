namespace SmartCity.Modules.Operations.Domain.FaultReports;

internal enum FaultReportState
{
    /// <summary>已报修</summary>
    Reported,

    /// <summary>已响应</summary>
    Responded,

    /// <summary>已修复，待确认</summary>
    Resolved,

    /// <summary>未修复，退回再修</summary>
    Reopened,

    /// <summary>已确认</summary>
    Closed,
}

internal enum FaultSeverity
{
    /// <summary>一般，不影响使用</summary>
    Minor,

    /// <summary>较重，部分功能不能使用</summary>
    Major,

    /// <summary>严重，系统不能使用</summary>
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
