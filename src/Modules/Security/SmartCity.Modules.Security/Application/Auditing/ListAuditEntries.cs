using System.ComponentModel;
using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore.Query;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Auditing;

/// <summary>各模块的审计条目，后发生的在前</summary>
/// <param name="Module">The module's schema, such as <c>data_sharing</c>.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant no longer wanted.</param>
/// <param name="Readings">With an object's type and id: also who of those who oversee has read it.</param>
internal sealed record ListAuditEntries(
    string? Module = null,
    string? ObjectType = null,
    string? ObjectId = null,
    string? Command = null,
    AuditOutcome? Outcome = null,
    string? Code = null,
    AccountId? Account = null,
    UnitId? Unit = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    bool Readings = false,
    string? After = null,
    int Limit = Cursor.DefaultLimit
) : IQuery<Page<ListAuditEntries.EntryLine>>
{
    /// <summary>一条审计条目</summary>
    internal sealed record EntryLine(
        [property: Description("条目编号，即办理回执")] Guid Id,
        [property: Description("模块")] string Module,
        [property: Description("对象种类")] string ObjectType,
        [property: Description("对象编号")] string ObjectId,
        [property: Description("在该对象的条目中的序号")] long Number,
        [property: Description("发生时刻")] DateTimeOffset At,
        [property: Description("据以计算期限的日期")] DateOnly? LegalDate,
        [property: Description("办理者类别")] ActorKind? ActorKind,
        [property: Description("办理账号，由系统办理的为 System(模块)")] string? Actor,
        [property: Description("办理单位编号")] UnitId? Unit,
        [property: Description("角色")] string? Role,
        [property: Description("办理事项")] string? Command,
        [property: Description("依据条款")] int? Article,
        [property: Description("结果")] AuditOutcome? Outcome,
        [property: Description("未予办理的原因")] IReadOnlyList<string> Codes,
        [property: Description("在审计日志中的状态")] LogPlace Log,
        [property: Description("内容不在的，说明依何依据删除；此时办理内容各栏为空")] string? WithoutContent
    );
}

internal sealed class ListAuditEntriesValidator : AbstractValidator<ListAuditEntries>
{
    private const int LongestName = 100;

    public ListAuditEntriesValidator(AuditTrail trail)
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit);
        RuleFor(query => query.Module)
            .Must(module => module is null || trail.Schemas.Contains(module))
            .WithErrorCode("UNKNOWN_VALUE")
            .InWords(
                $"没有该模块，可选：{string.Join("、", trail.Schemas)}。",
                $"There is no such module; there are {string.Join(", ", trail.Schemas)}."
            );
        RuleFor(query => query.ObjectType).Text(LongestName);
        RuleFor(query => query.ObjectId).Text(LongestName);
        RuleFor(query => query.Command).Text(LongestName);
        RuleFor(query => query.Code).Text(LongestName);
        RuleFor(query => query.Until)
            .Must((query, until) => until is null || query.From is null || query.From <= until)
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("截止时刻不得早于起始时刻。", "It does not end before it begins.");
    }
}

internal sealed class ListAuditEntriesHandler(AuditTrail trail, LogReader log, RequestContext context)
    : IRequestHandler<ListAuditEntries, Result<Page<ListAuditEntries.EntryLine>>>
{
    public async Task<Result<Page<ListAuditEntries.EntryLine>>> Handle(
        ListAuditEntries query,
        CancellationToken cancellationToken
    )
    {
        var after = Cursor.Read<TrailPosition>(query.After);
        if (after.IsFailure)
        {
            return after.Failure;
        }

        var entries = await trail.ReadAsync(
            all => Chosen(all.ReadableTo(context.Actor), query),
            query.Module,
            after.Value,
            query.Limit + 1,
            cancellationToken
        );
        var page = entries.ToPage(query.Limit, one => new TrailPosition(one.Entry.At, one.Schema, one.Entry.Id));
        var places = await log.StandingAsync(page.Items.Select(one => one.Entry.Id), cancellationToken);
        var lines = new List<ListAuditEntries.EntryLine>(page.Items.Count);
        foreach (var one in page.Items)
        {
            lines.Add(await LineAsync(one, places[one.Entry.Id], cancellationToken));
        }

        return new Page<ListAuditEntries.EntryLine>(lines, page.Next);
    }

    private static IQueryable<AuditEntry> Chosen(IQueryable<AuditEntry> entries, ListAuditEntries query)
    {
        if (query is { Readings: true, ObjectType: { } kind, ObjectId: { } identity })
        {
            entries = entries.Where(
                Either(
                    entry => entry.ObjectType == kind && entry.ObjectId == identity,
                    AuditConditions.LookedAt(kind, identity)
                )
            );
            query = query with { ObjectType = null, ObjectId = null };
        }

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

        return ChosenByContent(entries, query);
    }

    private static Expression<Func<AuditEntry, bool>> Either(
        Expression<Func<AuditEntry, bool>> one,
        Expression<Func<AuditEntry, bool>> other
    ) =>
        Expression.Lambda<Func<AuditEntry, bool>>(
            Expression.OrElse(
                one.Body,
                ReplacingExpressionVisitor.Replace(other.Parameters[0], one.Parameters[0], other.Body)
            ),
            one.Parameters
        );

    private static IQueryable<AuditEntry> ChosenByContent(IQueryable<AuditEntry> entries, ListAuditEntries query)
    {
        if (query.Command is { } command)
        {
            entries = entries.Where(AuditConditions.OfCommand(command));
        }

        if (query.Outcome is { } outcome)
        {
            entries = entries.Where(AuditConditions.WithOutcome(outcome));
        }

        if (query.Code is { } code)
        {
            entries = entries.Where(AuditConditions.WithCode(code));
        }

        if (query.Account is { } account)
        {
            entries = entries.Where(AuditConditions.OfAccount(account.Value));
        }

        if (query.Unit is { } unit)
        {
            entries = entries.Where(AuditConditions.OfUnit(unit.Value));
        }

        return entries;
    }

    private async Task<ListAuditEntries.EntryLine> LineAsync(
        TrailEntry found,
        LogPlace place,
        CancellationToken cancellationToken
    )
    {
        var (module, entry) = found;
        if (AuditContent.TryOf(entry) is not { } told)
        {
            var erasure = await trail.ErasureOfAsync(entry, cancellationToken);
            return WithoutContent(found, place, erasure is null ? ErasedWords.Broken : ErasedWords.Of(erasure.Named));
        }

        return new(
            entry.Id,
            module,
            entry.ObjectType,
            entry.ObjectId,
            entry.Number,
            entry.At,
            told.LegalDate,
            told.ActorKind,
            told.Actor,
            new(told.Unit),
            told.Role,
            told.Command,
            told.Article,
            told.Outcome,
            told.Codes,
            place,
            null
        );
    }

    private ListAuditEntries.EntryLine WithoutContent(TrailEntry found, LogPlace place, LocalizedText why)
    {
        var (module, entry) = found;
        return new(
            entry.Id,
            module,
            entry.ObjectType,
            entry.ObjectId,
            entry.Number,
            entry.At,
            LegalDate: null,
            ActorKind: null,
            Actor: null,
            Unit: null,
            Role: null,
            Command: null,
            Article: null,
            Outcome: null,
            Codes: [],
            place,
            why.In(context.Language)
        );
    }
}
