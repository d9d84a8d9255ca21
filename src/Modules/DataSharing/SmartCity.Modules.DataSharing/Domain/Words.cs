using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Domain;

/// <summary>Who carries out an act, and for which unit.</summary>
internal sealed record ActingFor(AccountId Account, UnitId Unit);

/// <summary>A unit as Security knows it on the day of the act.</summary>
internal sealed record ActingUnit(UnitId Unit, string Name, UnitKind Kind);

/// <summary>What shared data is used for: the uses that article 20 names, and the social service of article 22.</summary>
internal enum Purpose
{
    /// <summary>行政依据</summary>
    AdministrativeBasis,

    /// <summary>工作参考</summary>
    WorkReference,

    /// <summary>数据校核</summary>
    DataVerification,

    /// <summary>业务协同</summary>
    BusinessCollaboration,

    /// <summary>社会服务，公共企事业单位履行公共服务职责时用（INT-29）</summary>
    PublicService,
}

/// <summary>How data is handed over (article 20).</summary>
internal enum Channel
{
    /// <summary>系统对接</summary>
    SystemConnection,

    /// <summary>前置机共享</summary>
    FrontEndMachine,

    /// <summary>在线查询</summary>
    OnlineQuery,

    /// <summary>部门批量下载</summary>
    BatchDownload,
}
