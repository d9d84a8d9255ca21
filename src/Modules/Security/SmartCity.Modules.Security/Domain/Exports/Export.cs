using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Domain.Exports;

/// <summary>The database compares them where a list goes on after one.</summary>
internal readonly record struct ExportId(Guid Value) : IStrongId<ExportId>
{
    public static ExportId From(Guid value) => new(value);

    public static bool operator <(ExportId left, ExportId right) => left.Value < right.Value;

    public static bool operator >(ExportId left, ExportId right) => left.Value > right.Value;
}

/// <summary>导出的状态</summary>
internal enum ExportState
{
    [Description("正在导出")]
    Open,

    [Description("已导出完毕")]
    Complete,

    [Description("中途断开")]
    BrokenOff,
}

/// <summary>
/// One export of a list as a file: opened before the first byte leaves, closed with the number of rows sent. One that stays
/// open tells that the service itself stopped on the way.
/// </summary>
[ObjectName("export", "导出", "export")]
internal sealed class Export : AggregateRoot<ExportId>
{
    private Export() { }

    /// <summary>The address of the list.</summary>
    public string List { get; private init; } = "";

    public ExportFormat Format { get; private init; }

    /// <summary>The list's filters as they stood in the query; empty for none.</summary>
    public string Filter { get; private init; } = "";

    public ExportState State { get; private set; }

    public AccountId Account { get; private init; }

    public UnitId Unit { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Rows handed to the connection; where it broke off the last of them may not have arrived.</summary>
    public long? RowsSent { get; private set; }

    public static Export Open(ExportId id, ExportedList exported, AccountId account, UnitId unit, DateTimeOffset at) =>
        new()
        {
            Id = id,
            List = exported.List,
            Format = exported.Format,
            Filter = exported.Filter,
            State = ExportState.Open,
            Account = account,
            Unit = unit,
            OpenedAt = at,
        };

    /// <summary>正在导出 → 已导出完毕、中途断开</summary>
    public Result Close(long rowsSent, bool isComplete, DateTimeOffset at)
    {
        if (State != ExportState.Open)
        {
            return Error.IllegalTransition(new("该次导出已经结束。", "The export is closed already."));
        }

        (State, RowsSent, ClosedAt) = (isComplete ? ExportState.Complete : ExportState.BrokenOff, rowsSent, at);
        return Result.Success;
    }
}
