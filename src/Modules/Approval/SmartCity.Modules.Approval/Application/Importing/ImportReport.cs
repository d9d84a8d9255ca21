using System.ComponentModel;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;

namespace SmartCity.Modules.Approval.Application.Importing;

internal enum RowOutcome
{
    /// <summary>可以导入（仅核对时）</summary>
    Acceptable,

    /// <summary>已生成草稿</summary>
    Drafted,

    /// <summary>以前已导入，内容相同</summary>
    AlreadyImported,

    /// <summary>以前已导入，内容与这次不同，未覆盖</summary>
    Differs,

    /// <summary>不予导入</summary>
    Refused,
}

/// <summary>What became of a list: each row once, in the order of the list.</summary>
internal sealed record ImportReport
{
    [Description("文件名")]
    public required string FileName { get; init; }

    [Description("文件内容的 SHA-256")]
    public required string Sha256 { get; init; }

    [Description("是否只核对、不导入")]
    public required bool DryRun { get; init; }

    [Description("读取的工作表；CSV 没有")]
    public required string? Sheet { get; init; }

    [Description("表头所在的行")]
    public required int HeaderLine { get; init; }

    [Description("读到的项目行数")]
    public required int Rows { get; init; }

    [Description("可以导入的行数（仅核对时）")]
    public required int Acceptable { get; init; }

    [Description("生成草稿的行数")]
    public required int Drafted { get; init; }

    [Description("以前已导入、内容相同的行数")]
    public required int AlreadyImported { get; init; }

    [Description("以前已导入、内容不同而未覆盖的行数")]
    public required int Differing { get; init; }

    [Description("不予导入的行数")]
    public required int Refused { get; init; }

    [Description("请核对的事项，不影响导入")]
    public required IReadOnlyList<ImportWarning> Warnings { get; init; }

    [Description("逐行结果")]
    public required IReadOnlyList<ImportedLine> Lines { get; init; }
}

/// <summary>Something to look at.</summary>
internal sealed record ImportWarning(
    [property: Description("行；与整个文件有关的为空")] int? Line,
    [property: Description("代码")] string Code,
    [property: Description("说明")] string Message
);

/// <summary>What became of one row.</summary>
internal sealed record ImportedLine(
    [property: Description("行")] int Line,
    [property: Description("结果")] RowOutcome Outcome,
    [property: Description("单位自己的项目编号")] string? Number,
    [property: Description("项目名称")] string ProjectName,
    [property: Description("牵头单位")] string? LeadUnit,
    [property: Description("生成的或以前生成的申报事项")] DeclarationId? Declaration,
    [property: Description("不予导入的全部理由")] IReadOnlyList<LineReason> Reasons,
    [property: Description("提交申报之前应补正的事项，不影响导入")] IReadOnlyList<LineReason> Doubts
);

/// <summary>One reason, where it stands and under which article.</summary>
internal sealed record LineReason(
    [property: Description("列")] string? Column,
    [property: Description("该列的表头")] string? Header,
    [property: Description("单元格的内容")] string? Value,
    [property: Description("代码")] string Code,
    [property: Description("所依据的条")] int Article,
    [property: Description("理由和补正办法")] string Message
)
{
    public static LineReason Of(RowReason reason, Language language) =>
        new(
            reason.Column,
            reason.Header,
            reason.Value is { Length: > LongestValue } value ? $"{value[..LongestValue]}…" : reason.Value,
            reason.Code,
            reason.Article,
            reason.Message.In(language)
        );

    private const int LongestValue = 200;
}
