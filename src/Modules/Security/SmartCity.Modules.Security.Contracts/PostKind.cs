using System.ComponentModel;

namespace SmartCity.Modules.Security.Contracts;

/// <summary>What standing a post has in its unit (articles 11 and 29).</summary>
public enum PostKind
{
    [Description("主要领导")]
    MainLeader,

    [Description("主持工作的领导")]
    ActingMainLeader,

    [Description("分管领导")]
    DeputyLeader,

    [Description("业务人员")]
    BusinessStaff,

    [Description("技术人员")]
    TechnicalStaff,
}
