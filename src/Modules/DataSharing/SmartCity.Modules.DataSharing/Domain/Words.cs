using System.ComponentModel;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Domain;

/// <summary>Who carries out an act, and for which unit.</summary>
internal sealed record ActingFor(AccountId Account, UnitId Unit)
{
    /// <summary>The units whose business his unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];

    /// <summary>Does he act for this unit, which may have been merged into his?</summary>
    public bool IsFor(UnitId unit) => unit == Unit || Predecessors.Contains(unit);
}

/// <summary>A unit as Security knows it on the day of the act.</summary>
internal sealed record ActingUnit(UnitId Unit, string Name, UnitKind Kind);

/// <summary>What shared data is used for: the uses that article 20 names, and the social service of article 22.</summary>
internal enum Purpose
{
    [Description("行政依据")]
    AdministrativeBasis,

    [Description("工作参考")]
    WorkReference,

    [Description("数据校核")]
    DataVerification,

    [Description("业务协同")]
    BusinessCollaboration,

    /// <summary>公共企事业单位履行公共服务职责时用（INT-29）</summary>
    [Description("社会服务")]
    PublicService,
}

/// <summary>How data is handed over (article 20).</summary>
internal enum Channel
{
    [Description("系统对接")]
    SystemConnection,

    [Description("前置机共享")]
    FrontEndMachine,

    [Description("在线查询")]
    OnlineQuery,

    [Description("部门批量下载")]
    BatchDownload,
}
