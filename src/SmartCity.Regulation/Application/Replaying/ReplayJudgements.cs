using System.ComponentModel;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Replaying;

/// <summary>
/// Judges again what was judged: the stored facts, under the parameters of the stored version, by the rules as they are
/// programmed today. A verdict that differs, or an entry that is no longer what was written, is an alarm.
/// </summary>
/// <param name="Entry">One entry; or else the others choose many.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant no longer wanted.</param>
internal sealed record ReplayJudgements(
    [property: Description("审计条目编号；填写时其余条件不填")] Guid? Entry = null,
    [property: Description("模块，如 approval")] string? Module = null,
    [property: Description("对象种类")] string? ObjectType = null,
    [property: Description("对象编号")] string? ObjectId = null,
    [property: Description("起始时刻")] DateTimeOffset? From = null,
    [property: Description("截止时刻，不含")] DateTimeOffset? Until = null,
    [property: Description("只返回有出入的条目")] bool OnlyDifferences = false,
    [property: Description("上一页返回的 next")] string? After = null,
    [property: Description("每页核对的条目数，1 至 200")] int? Limit = null
) : IQuery<ReplayJudgements.Replayed>
{
    /// <summary>复核结果</summary>
    /// <param name="Entries">本页核对的条目数</param>
    /// <param name="Judgements">本页重新判断的次数</param>
    /// <param name="Differences">本页有出入的次数；大于零即为警报</param>
    /// <param name="Items">条目，后发生的在前</param>
    /// <param name="Next">下一页的 after；空表示已核对完</param>
    internal sealed record Replayed(
        int Entries,
        int Judgements,
        int Differences,
        IReadOnlyList<ReplayedEntry> Items,
        string? Next
    );

    /// <summary>一条审计条目的复核</summary>
    /// <param name="Entry">审计条目编号</param>
    /// <param name="Module">模块</param>
    /// <param name="ObjectType">对象种类</param>
    /// <param name="ObjectId">对象编号</param>
    /// <param name="Number">在该对象的条目中的序号</param>
    /// <param name="At">发生时刻</param>
    /// <param name="LegalDate">据以判断的日期；内容已删除的为空</param>
    /// <param name="Command">办理事项；内容已删除的为空</param>
    /// <param name="IsIntact">条目与写入时一致；false 表示内容被改动过</param>
    /// <param name="IsErased">内容已依据另一条目删除，不能复核</param>
    /// <param name="Judgements">逐条规则的两次判断</param>
    internal sealed record ReplayedEntry(
        Guid Entry,
        string Module,
        string ObjectType,
        string ObjectId,
        long Number,
        DateTimeOffset At,
        DateOnly? LegalDate,
        string? Command,
        bool IsIntact,
        bool IsErased,
        IReadOnlyList<ReplayedJudgement> Judgements
    );

    /// <summary>一条规则的两次判断</summary>
    /// <param name="Rule">规则编码</param>
    /// <param name="RuleVersion">当时的规则版本</param>
    /// <param name="Facts">当时的事实</param>
    /// <param name="Then">当时的判断：是否符合</param>
    /// <param name="Now">现在的判断：是否符合；不能判断的为空</param>
    /// <param name="Outcome">比较的结果</param>
    internal sealed record ReplayedJudgement(
        string Rule,
        int RuleVersion,
        JsonElement Facts,
        bool Then,
        bool? Now,
        ReplayOutcome Outcome
    );
}

internal sealed class ReplayJudgementsValidator : AbstractValidator<ReplayJudgements>
{
    private const int LongestName = 100;

    public ReplayJudgementsValidator(AuditTrail trail)
    {
        RuleFor(query => query.Entry)
            .Must((query, entry) => entry is null || IsAlone(query))
            .WithErrorCode("NOT_TOGETHER")
            .InWords("填写条目编号时，其余条件不填。", "One entry is chosen by its id alone.");
        RuleFor(query => query.Module)
            .Must(module => module is null || trail.Schemas.Contains(module))
            .WithErrorCode("UNKNOWN_VALUE")
            .InWords(
                $"没有该模块，可选：{string.Join("、", trail.Schemas)}。",
                $"There is no such module; there are {string.Join(", ", trail.Schemas)}."
            );
        RuleFor(query => query.ObjectType).Text(LongestName);
        RuleFor(query => query.ObjectId).Text(LongestName);
        RuleFor(query => query.Until)
            .Must((query, until) => until is null || query.From is null || query.From <= until)
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("截止时刻不得早于起始时刻。", "It does not end before it begins.");
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }

    private static bool IsAlone(ReplayJudgements query) =>
        query is { Module: null, ObjectType: null, ObjectId: null, From: null, Until: null, After: null, Limit: null };
}

internal sealed partial class ReplayJudgementsHandler(
    AuditTrail trail,
    Replayer replayer,
    ILogger<ReplayJudgements> logger
) : IRequestHandler<ReplayJudgements, Result<ReplayJudgements.Replayed>>
{
    public async Task<Result<ReplayJudgements.Replayed>> Handle(
        ReplayJudgements query,
        CancellationToken cancellationToken
    )
    {
        var after = Cursor.Read<TrailPosition>(query.After);
        if (after.IsFailure)
        {
            return after.Failure;
        }

        Page<TrailEntry> page;
        if (query.Entry is { } id)
        {
            var found = await trail.FindAsync(id, all => all, cancellationToken);
            if (found is null)
            {
                return Error.NotFound(new("审计条目", "audit entry"));
            }

            page = new([found], null);
        }
        else
        {
            var limit = query.Limit ?? Cursor.DefaultLimit;
            var entries = await trail.ReadAsync(
                all => Chosen(all, query),
                query.Module,
                after.Value,
                limit + 1,
                cancellationToken
            );
            page = entries.ToPage(limit, one => new TrailPosition(one.Entry.At, one.Schema, one.Entry.Id));
        }

        return await TellAsync(page, query.OnlyDifferences, cancellationToken);
    }

    private async Task<ReplayJudgements.Replayed> TellAsync(
        Page<TrailEntry> page,
        bool onlyDifferences,
        CancellationToken cancellationToken
    )
    {
        var items = new List<ReplayJudgements.ReplayedEntry>(page.Items.Count);
        foreach (var found in page.Items)
        {
            items.Add(await replayer.ReplayAsync(found, cancellationToken));
        }

        var different = items.Where(item => DifferencesIn(item) > 0).ToList();
        different.ForEach(Alarm);
        var judgements = items.Sum(item => item.Judgements.Count);
        var differences = items.Sum(DifferencesIn);
        ReplayMetrics.Count(judgements, differences);
        return new(items.Count, judgements, differences, onlyDifferences ? different : items, page.Next);
    }

    private static int DifferencesIn(ReplayJudgements.ReplayedEntry entry) =>
        entry.Judgements.Count(one => one.Outcome != ReplayOutcome.Same) + (entry.IsIntact ? 0 : 1);

    private void Alarm(ReplayJudgements.ReplayedEntry entry)
    {
        var rules = entry.Judgements.Where(one => one.Outcome != ReplayOutcome.Same).Select(one => one.Rule);
        LogDifference(logger, entry.Entry, entry.Module, entry.IsIntact, string.Join(", ", rules));
    }

    private static IQueryable<AuditEntry> Chosen(IQueryable<AuditEntry> entries, ReplayJudgements query)
    {
        if (query.ObjectType is { } type)
        {
            entries = entries.Where(entry => entry.ObjectType == type);
        }

        if (query.ObjectId is { } id)
        {
            entries = entries.Where(entry => entry.ObjectId == id);
        }

        if (query.From?.ToUniversalTime() is { } from)
        {
            entries = entries.Where(entry => entry.At >= from);
        }

        if (query.Until?.ToUniversalTime() is { } until)
        {
            entries = entries.Where(entry => entry.At < until);
        }

        return entries;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Replay differs: entry {Entry} of {Module}, intact {IsIntact}, rules {Rules}"
    )]
    private static partial void LogDifference(ILogger logger, Guid entry, string module, bool isIntact, string rules);
}
