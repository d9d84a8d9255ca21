using System.ComponentModel;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Domain.Catalogue;

/// <summary>One item (column) of a resource.</summary>
internal sealed record ResourceItem
{
    [Description("数据项名，即 CSV 表头，由小写字母、数字和下划线组成")]
    public required string Name { get; init; }

    [Description("数据项中文名称")]
    public required string Title { get; init; }

    [Description("数据类型")]
    public required ItemType Type { get; init; }

    [Description("该项是主体标识时，填标识的种类；不是标识的不填")]
    public IdentifierKind? Identifier { get; init; }
}

/// <summary>What the provider says of a resource. Gaps that an article asks about are allowed until publication.</summary>
internal sealed record ResourceSheet
{
    [Description("资源名称")]
    public required string Title { get; init; }

    [Description("资源摘要")]
    public required string Summary { get; init; }

    [Description("数据主体（第十六条）")]
    public required SubjectKind Subject { get; init; }

    [Description("数据项，顺序即 CSV 的列序")]
    public required IReadOnlyList<ResourceItem> Items { get; init; }

    [Description("更新周期（第十三条）")]
    public required Cadence Cadence { get; init; }

    [Description("不能实时更新时，通报市大数据管理局的文号（第十三条）")]
    public string? CadenceNotice { get; init; }

    [Description("共享类型（第十七至十九条）")]
    public required ShareType ShareType { get; init; }

    [Description("特殊共享的特定对象（单位）")]
    public IReadOnlyList<UnitId> Recipients { get; init; } = [];

    [Description("共享范围（第二十条）")]
    public string? Scope { get; init; }

    [Description("使用用途（第二十条）")]
    public IReadOnlyList<Purpose> Uses { get; init; } = [];

    [Description("提供方式（第二十条）")]
    public required IReadOnlyList<Channel> Channels { get; init; }

    [Description("保密审查说明：不涉及国家秘密的审查结论（第十六条）")]
    public string? SecrecyReview { get; init; }
}
