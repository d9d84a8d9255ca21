using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Security.Application.Auditing;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Api;

internal static class AuditEntryEndpoints
{
    public static void MapAuditEntries(this IEndpointRouteBuilder routes)
    {
        var entries = routes
            .MapGroup("/audit-entries")
            .WithTag(
                "审计条目 Audit entries",
                new(
                    "每次办理留下的审计条目，不论办成与否（第三十四条）。",
                    "What every act leaves behind, accepted or not (article 34)."
                )
            );
        entries
            .MapList("/", ListAsync)
            .WithName("ListAuditEntries")
            .WithSummary("查询审计条目")
            .WithDescription(
                "汇总各模块的审计条目，后发生的在前，逐页返回。可按模块、对象、办理事项、结果、原因代码、账号、单位和起止时刻筛选，起始时刻含当刻、截止时刻不含。市政府信息办、审计机关和纪检监察机关查看全部，其他账号只见本单位办理的条目，评审专家和系统管理员只见本人办理的（第三十四条）。审计机关和纪检监察机关的每次查阅也各有一条，在查阅账号自己的链中（对象种类 actor）。"
            );
        entries
            .MapGet("/{entry:guid}", ReadAsync)
            .WithName("ReadAuditEntry")
            .WithSummary("查看审计条目")
            .WithDescription(
                "返回办理内容、逐条规则的判断和事实、法定日期和时刻，以及条目在该对象的链中的位置和重新计算散列所需的原文（第三十四条）。"
            );
        entries
            .MapPost("/{entry:guid}/erasure", EraseAsync)
            .RequireIdempotencyKey()
            .WithName("EraseContent")
            .WithSummary("依法删除审计条目的内容")
            .WithDescription(
                "由市政府信息办决定，写明法律依据、决定文号和事由；不得由该项办理者本人决定。条目的叶留在日志中，决定本身另有一条；决定入日志后，内容和随机数即被删除，不能恢复。此后列表、详情和卷宗都说明内容已依何依据删除（第三十二条）。"
            )
            .WithRequestExample(
                new EraseContent.Basis(
                    "个人信息保护法第四十七条",
                    "咸信办函〔2026〕8号",
                    "个人撤回同意，所载个人信息已无保存必要。"
                )
            );
    }

    private static async Task<Created> EraseAsync(
        Guid entry,
        EraseContent.Basis basis,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new EraseContent(entry, basis.Law, basis.DocumentNumber, basis.Reason),
                cancellationToken
            ),
            _ => $"/api/v1/security/audit-entries/{entry}"
        );

    private static async Task<Found<Page<ListAuditEntries.EntryLine>>> ListAsync(
        [Description("模块，如 approval、data_sharing")] string? module,
        [Description("对象种类，如 declaration")] string? objectType,
        [Description("对象编号")] string? objectId,
        [Description("办理事项，如 approval.report-to-finance")] string? command,
        [Description("结果：accepted 办成、refused 违反规定、denied 无权、rejected 不能照办")]
            Word<AuditOutcome>? outcome,
        [Description("原因代码，如 ONE_MAIN_LEADER")] string? code,
        [Description("办理账号")] Guid? account,
        [Description("办理单位")] Guid? unit,
        [Description("起始时刻，含当刻")] DateTimeOffset? from,
        [Description("截止时刻，不含当刻")] DateTimeOffset? until,
        [Description("true：写明对象种类和编号的，连同监督账号对该对象的查阅")] bool? readings,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListAuditEntries(
                    module,
                    objectType,
                    objectId,
                    command,
                    outcome?.Value,
                    code,
                    account is { } one ? new AccountId(one) : null,
                    unit is { } office ? new UnitId(office) : null,
                    from,
                    until,
                    readings ?? false,
                    after,
                    limit ?? Cursor.DefaultLimit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<ReadAuditEntry.Answer>> ReadAsync(
        Guid entry,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadAuditEntry(entry), cancellationToken));
}
