using System.Text.Json;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Auditing;

/// <summary>一条审计条目</summary>
internal sealed record ReadAuditEntry(Guid Entry) : IQuery<ReadAuditEntry.Answer>
{
    /// <summary>审计条目内容</summary>
    /// <param name="Id">条目编号，即办理回执</param>
    /// <param name="At">发生时刻</param>
    /// <param name="LegalDate">据以计算期限的日期</param>
    /// <param name="Actor">账号编号；由系统办理的为 System(模块)</param>
    /// <param name="OnBehalfOf">引起本次办理的条目</param>
    /// <param name="Codes">未予办理的原因</param>
    /// <param name="Judgements">逐条规则的判断和据以判断的事实</param>
    /// <param name="LookedAt">监督账号查阅了什么：对象和查询条件；办理的条目为空</param>
    /// <param name="Documents">办理时所用文件的编号、散列和大小，条目即以此为准</param>
    /// <param name="Erases">本条所决定删除的内容：条目和依据；其他条目为空</param>
    /// <param name="Erased">本条内容由哪一条、依何依据删除；内容在的为空。已删除的，办理内容各项为空</param>
    /// <param name="WithoutContent">内容不在的，用一句话说明</param>
    /// <param name="RequestHash">请求内容的 SHA-256</param>
    /// <param name="ResultHash">回执或原因的 SHA-256</param>
    /// <param name="Log">在审计日志中的状态</param>
    internal sealed record Answer(
        Guid Id,
        string Module,
        string ObjectType,
        string ObjectId,
        DateTimeOffset At,
        DateOnly? LegalDate,
        ActorKind? ActorKind,
        string? Actor,
        UnitId? Unit,
        string? Role,
        Guid? OnBehalfOf,
        string? Command,
        int? Article,
        AuditOutcome? Outcome,
        IReadOnlyList<string> Codes,
        IReadOnlyList<Judgement> Judgements,
        LookedAt? LookedAt,
        IReadOnlyList<NamedDocument> Documents,
        NamedErasure? Erases,
        ErasedBy? Erased,
        string? WithoutContent,
        string? RequestHash,
        string? ResultHash,
        LogPlace Log,
        ChainPlace Chain
    );

    /// <summary>内容由哪一条、依何依据删除</summary>
    /// <param name="Entry">决定删除的条目</param>
    /// <param name="Basis">法律依据</param>
    /// <param name="Document">决定文号</param>
    /// <param name="Reason">事由</param>
    /// <param name="On">决定的日期</param>
    internal sealed record ErasedBy(Guid Entry, string Basis, string Document, string Reason, DateOnly On);

    /// <summary>条目在该对象的链中的位置，以及重新计算所需的原文</summary>
    /// <param name="Number">序号，从 1 起连续</param>
    /// <param name="Previous">前一条目的散列；第一条为 64 个 0</param>
    /// <param name="Hash">本条目的散列，后一条目以此相接</param>
    /// <param name="Leaf">叶的规范文本</param>
    /// <param name="Salt">承诺所用的随机数；内容已删除的为空</param>
    /// <param name="Content">内容的规范文本；内容已删除的，为决定删除的条目</param>
    internal sealed record ChainPlace(
        long Number,
        string Previous,
        string Hash,
        string Leaf,
        string Salt,
        string Content
    );
}

internal sealed class ReadAuditEntryHandler(AuditTrail trail, LogReader log, RequestContext context)
    : IRequestHandler<ReadAuditEntry, Result<ReadAuditEntry.Answer>>
{
    public async Task<Result<ReadAuditEntry.Answer>> Handle(ReadAuditEntry query, CancellationToken cancellationToken)
    {
        var found = await trail.FindAsync(query.Entry, all => all.ReadableTo(context.Actor), cancellationToken);
        if (found is null)
        {
            return AuditAccess.Absent;
        }

        var places = await log.StandingAsync([query.Entry], cancellationToken);
        var told = AuditContent.TryOf(found.Entry);
        var erasure = told is null ? await trail.ErasureOfAsync(found.Entry, cancellationToken) : null;
        return Answer(found, places[query.Entry], told, erasure);
    }

    private ReadAuditEntry.Answer Answer(
        TrailEntry found,
        LogPlace logPlace,
        AuditContent? told,
        ContentErasure? erasure
    )
    {
        var (module, entry) = found;
        var without =
            told is not null ? null
            : erasure is null ? ErasedWords.Broken
            : ErasedWords.Of(erasure.Named);
        return new(
            entry.Id,
            module,
            entry.ObjectType,
            entry.ObjectId,
            entry.At,
            told?.LegalDate,
            told?.ActorKind,
            told?.Actor,
            told is null ? null : new UnitId(told.Unit),
            told?.Role,
            told?.OnBehalfOf,
            told?.Command,
            told?.Article,
            told?.Outcome,
            told?.Codes ?? [],
            told?.Judgements ?? [],
            told?.LookedAt,
            told?.NamedDocuments ?? [],
            told?.NamedErasure,
            Told(erasure),
            without?.In(context.Language),
            told?.Request,
            told?.Result,
            logPlace,
            Place(entry)
        );
    }

    private static ReadAuditEntry.ErasedBy? Told(ContentErasure? erasure) =>
        erasure is var (by, named, on) ? new(by.Entry.Id, named.Basis, named.Document, named.Reason, on) : null;

    private static ReadAuditEntry.ChainPlace Place(AuditEntry entry)
    {
        using var leaf = JsonDocument.Parse(entry.Leaf);
        var previous = leaf.RootElement.GetProperty("previous").GetString()!;
        return new(entry.Number, previous, entry.Hash, entry.Leaf, entry.Salt, entry.Content);
    }
}
