using System.ComponentModel;

namespace SmartCity.Modules.DataSharing.Domain.Agreements;

/// <summary>What is agreed.</summary>
internal sealed record AgreementTerms(
    [property: Description("约定的用途")] IReadOnlyList<Purpose> Purposes,
    [property: Description("数据留存天数")] int RetentionDays,
    [property: Description("约定的提供方式")] IReadOnlyList<Channel> Channels,
    [property: Description("保护义务")] string ProtectionDuties,
    [property: Description("生效日期")] DateOnly ValidFrom,
    [property: Description("最后一天")] DateOnly ValidUntil
);
