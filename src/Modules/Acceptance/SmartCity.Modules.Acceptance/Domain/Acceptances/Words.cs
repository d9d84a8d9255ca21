using System.ComponentModel;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

internal enum AcceptanceState
{
    [Description("已建成")]
    Built,

    [Description("测试合格")]
    Tested,

    [Description("试运行")]
    TrialRun,

    [Description("试运行合格")]
    TrialPassed,

    [Description("已申请验收")]
    AcceptanceApplied,

    [Description("验收合格")]
    AcceptancePassed,

    [Description("验收不合格")]
    AcceptanceFailed,

    [Description("整改中")]
    Rectifying,

    [Description("已投入使用")]
    InUse,

    [Description("已后评价")]
    PostEvaluated,
}

internal static class AcceptanceStates
{
    public static string InChinese(AcceptanceState state) =>
        state switch
        {
            AcceptanceState.Built => "已建成",
            AcceptanceState.Tested => "测试合格",
            AcceptanceState.TrialRun => "试运行",
            AcceptanceState.TrialPassed => "试运行合格",
            AcceptanceState.AcceptanceApplied => "已申请验收",
            AcceptanceState.AcceptancePassed => "验收合格",
            AcceptanceState.AcceptanceFailed => "验收不合格",
            AcceptanceState.Rectifying => "整改中",
            AcceptanceState.InUse => "已投入使用",
            AcceptanceState.PostEvaluated => "已后评价",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}

internal enum AcceptanceVerdict
{
    /// <summary>未验收</summary>
    None,

    /// <summary>不合格</summary>
    Failed,

    /// <summary>合格</summary>
    Passed,
}

internal enum SecurityVerdict
{
    /// <summary>未评测</summary>
    None,

    /// <summary>不合格</summary>
    Failed,

    /// <summary>合格</summary>
    Passed,

    /// <summary>不适用（服务类项目）</summary>
    NotApplicable,
}

/// <summary>How a unit has to do with the project.</summary>
internal enum UnitPart
{
    /// <summary>参建单位</summary>
    Participating,

    /// <summary>承揽单位</summary>
    Contractor,
}

/// <summary>How a trial run ended.</summary>
internal enum TrialOutcome
{
    /// <summary>合格</summary>
    Passed,

    /// <summary>不合格</summary>
    Failed,

    /// <summary>重大改造后重新开始</summary>
    Restarted,
}

/// <summary>What an acceptance rests on (article 36).</summary>
internal enum AcceptanceBasisKind
{
    /// <summary>国家标准</summary>
    NationalStandard,

    /// <summary>行业标准</summary>
    IndustryStandard,

    /// <summary>地方标准</summary>
    LocalStandard,

    /// <summary>建设过程中有效的技术资料</summary>
    ConstructionDocument,
}

internal enum EvaluationResult
{
    /// <summary>好</summary>
    Good,

    /// <summary>一般</summary>
    Fair,

    /// <summary>差</summary>
    Poor,
}

/// <summary>Why a system may or may not run.</summary>
internal enum RunningGround
{
    /// <summary>已投入使用</summary>
    InUse,

    /// <summary>在试运行许可期内</summary>
    TrialUnderPermit,

    /// <summary>试运行尚未开始</summary>
    TrialNotBegun,

    /// <summary>试运行许可已到期</summary>
    TrialPermitExpired,

    /// <summary>未投入使用，也不在试运行</summary>
    NotInUse,
}
