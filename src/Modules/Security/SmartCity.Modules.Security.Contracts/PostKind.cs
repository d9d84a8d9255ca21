namespace SmartCity.Modules.Security.Contracts;

/// <summary>What standing a post has in its unit (articles 11 and 29).</summary>
public enum PostKind
{
    /// <summary>主要领导</summary>
    MainLeader,

    /// <summary>主持工作的领导</summary>
    ActingMainLeader,

    /// <summary>分管领导</summary>
    DeputyLeader,

    /// <summary>业务人员</summary>
    BusinessStaff,

    /// <summary>技术人员</summary>
    TechnicalStaff,
}
