using System.ComponentModel;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Domain.Grants;

/// <summary>授权的状态</summary>
internal enum GrantState
{
    [Description("市大数据管理局审核中")]
    BdbReview,

    [Description("会商中")]
    Consulting,

    [Description("在效")]
    InForce,

    [Description("提供单位不同意共享")]
    ProviderRefused,

    [Description("已撤销")]
    Revoked,
}

/// <summary>What is asked for, and, narrowed to the approved items, what is granted.</summary>
internal sealed record GrantTerms(
    [property: Description("用途")] Purpose? Purpose,
    [property: Description("据以使用数据的职责")] string Duty,
    [property: Description("数据项，须在资源目录内")] IReadOnlyList<string> Items,
    [property: Description("使用人账号；不列明的，本单位账号均可使用")] IReadOnlyList<AccountId> Users
);

/// <summary>The resource that a grant is asked of, as it stands on the day of the act.</summary>
internal sealed record GrantedResource(
    ResourceId Resource,
    string Title,
    UnitId Provider,
    ShareType ShareType,
    IReadOnlyList<string> Items,
    IReadOnlyList<Purpose> Uses
);

/// <summary>A grant as the data path sees it.</summary>
internal sealed record GrantStanding(
    GrantId Grant,
    ResourceId Resource,
    AgreementId Agreement,
    UnitId Unit,
    UnitId Provider,
    GrantState State,
    GrantTerms Terms
);

/// <summary>What a notice tells the provider.</summary>
internal enum NoticeKind
{
    /// <summary>第十八条的通知</summary>
    [Description("已批准共享")]
    Approved,

    [Description("请会商")]
    ConsultationOpened,

    [Description("授权已撤销")]
    Revoked,
}
