using System.ComponentModel;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Auditing;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>凭回执取得条目在日志中的证明</summary>
internal sealed record ReadReceipt(Guid Entry) : IQuery<ReadReceipt.Answer>
{
    /// <summary>回执的状态</summary>
    internal enum State
    {
        [Description("等待入日志")]
        Waiting,

        [Description("已入日志")]
        Sequenced,
    }

    /// <summary>条目在日志中的证明</summary>
    /// <param name="State">状态；等待入日志的，稍后再取</param>
    /// <param name="Leaf">叶的规范文本，其散列即日志中的叶散列</param>
    /// <param name="LeafIndex">在日志中的位置，从 0 起</param>
    /// <param name="Size">检查点所含的条目数</param>
    /// <param name="Proof">包含证明，自下而上，Base64</param>
    /// <param name="Checkpoint">检查点全文（签名文本）</param>
    internal sealed record Answer(
        Guid Entry,
        State State,
        string Leaf,
        long? LeafIndex,
        long? Size,
        IReadOnlyList<string> Proof,
        string? Checkpoint
    );
}

internal sealed class ReadReceiptHandler(AuditTrail trail, LogReader log, RequestContext context)
    : IRequestHandler<ReadReceipt, Result<ReadReceipt.Answer>>
{
    public async Task<Result<ReadReceipt.Answer>> Handle(ReadReceipt query, CancellationToken cancellationToken)
    {
        var found = await trail.FindAsync(query.Entry, all => all.ReadableTo(context.Actor), cancellationToken);
        if (found is null)
        {
            return AuditAccess.Absent;
        }

        var places = await log.PlacesAsync([query.Entry], cancellationToken);
        if (!places.TryGetValue(query.Entry, out var index))
        {
            return new ReadReceipt.Answer(
                query.Entry,
                ReadReceipt.State.Waiting,
                found.Entry.Leaf,
                null,
                null,
                [],
                null
            );
        }

        // The checkpoint is saved with the leaf, so there is one that reaches it.
        var checkpoint = (await log.NewestAsync(cancellationToken))!;
        var proof = await log.Proofs.InclusionAsync(index, checkpoint.Size, cancellationToken);
        return new ReadReceipt.Answer(
            query.Entry,
            ReadReceipt.State.Sequenced,
            found.Entry.Leaf,
            index,
            checkpoint.Size,
            [.. proof.Select(hash => Convert.ToBase64String(hash))],
            checkpoint.SignedNote
        );
    }
}
