using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Evidence;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>What an operator orders when the log cannot go on under its name and key.</summary>
/// <param name="Origin">The new log's name.</param>
/// <param name="Predecessor">The old log's public key.</param>
/// <param name="LastHead">The last head of the old log, got from the witness.</param>
internal sealed record SuccessionOrder(
    string Origin,
    string Predecessor,
    string LastHead,
    string OrderedBy,
    string Basis,
    string Reason
);

/// <summary>
/// Lets a new log, with a name and a key of its own, take the place of one whose key was lost or stolen or whose end was lost
/// with the database. Its first leaf says so. No instance may serve meanwhile; one that does is noticed, and nothing is done.
/// </summary>
internal sealed class LogSuccession(
    SecurityDb database,
    LogReader log,
    EvidenceKey key,
    IReadOnlyList<WitnessSettings> witnesses,
    IIdSource ids,
    TimeProvider time
)
{
    private const int LongestText = 200;

    /// <returns>The new log's public key and its statement, or why nothing was done.</returns>
    public async Task<Result<Succession>> SucceedAsync(SuccessionOrder order, CancellationToken cancellationToken)
    {
        if (await log.NewestAsync(cancellationToken) is not { } newest)
        {
            return Wrong("日志还没有条目，用不着接续。", "The log has no leaves yet: there is nothing to succeed.");
        }

        var held = SignedHead.TryRead(newest.SignedNote)!;
        if (key.Next is { } begun && begun.Origin == order.Origin && begun.HasSigned(held))
        {
            // It was killed between the log and the file of the key.
            key.TakeNext();
            return Succession.Read((await log.SuccessionsAsync(newest.Size, cancellationToken))[^1].Leaf);
        }

        var heads = await JudgeAsync(order, held, cancellationToken);
        if (heads.IsFailure)
        {
            return heads.Failure;
        }

        if (key.MakeNext(order.Origin) is not { } next)
        {
            return Wrong(
                $"已有另一次接续开始而没有完成（{key.Next!.Origin}），请先完成它，或者删除 {key.NextFile}。",
                $"Another succession was begun and not ended ({key.Next!.Origin}); end it, or delete {key.NextFile}."
            );
        }

        var statement = new Succession(
            Succession.FirstForm,
            time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            order.Origin,
            order.Predecessor,
            newest.Size.ToString(CultureInfo.InvariantCulture),
            heads.Value.Last.Note,
            heads.Value.Proved,
            order.Reason,
            order.Basis,
            order.OrderedBy
        );
        try
        {
            await new EvidenceLog(database, next, time).BeginAsync(
                newest.Size,
                index =>
                    new()
                    {
                        Index = index,
                        Entry = new(ids.Next()),
                        Schema = SecurityDb.SchemaName,
                        ObjectType = Succession.ObjectType,
                        ObjectId = order.Origin,
                        Number = 1,
                        Leaf = CanonicalJson.Of(statement),
                    },
                cancellationToken
            );
        }
        catch (DbUpdateException)
        {
            return Wrong(
                "日志在此期间增长了：请先停止全部实例。没有作任何改变。",
                "The log grew meanwhile: stop all instances first. Nothing was changed."
            );
        }

        key.TakeNext();
        return statement;
    }

    private async Task<Result<(SignedHead Last, string Proved)>> JudgeAsync(
        SuccessionOrder order,
        SignedHead held,
        CancellationToken cancellationToken
    )
    {
        string[] texts = [order.OrderedBy, order.Basis, order.Reason];
        if (texts.Any(text => string.IsNullOrWhiteSpace(text) || text.Length > LongestText))
        {
            return Wrong(
                $"决定人、依据和原因都要写明，各不超过 {LongestText} 字。",
                $"Say who ordered it, on which basis and why, in at most {LongestText} characters each."
            );
        }

        if (LogPublicKey.TryRead(order.Predecessor) is not { } predecessor)
        {
            return Wrong("旧日志的公钥格式不对。", "The old log's public key is malformed.");
        }

        var earlier = await log.SuccessionsAsync(held.Size, cancellationToken);
        if (
            !EvidenceKey.IsOrigin(order.Origin)
            || order.Origin == predecessor.Name
            || earlier
                .Select(one => Succession.Read(one.Leaf))
                .Any(one => one.Predecessor.StartsWith($"{order.Origin}+", StringComparison.Ordinal))
        )
        {
            return Wrong(
                "新日志须有不含空格和加号的、从未用过的名称。",
                "The new log needs a name without spaces and plus that no log had before."
            );
        }

        if (held.Origin != predecessor.Name || !predecessor.HasSigned(held))
        {
            return Wrong(
                $"数据库里的日志（{held.Origin}）不是该公钥签的。",
                $"The log in the database ({held.Origin}) is not signed by that key."
            );
        }

        if (
            SignedHead.TryRead(order.LastHead) is not { } last
            || last.Origin != predecessor.Name
            || !predecessor.HasSigned(last)
        )
        {
            return Wrong(
                "所给检查点没有旧日志的有效签名。",
                "The checkpoint given bears no valid signature of the old log."
            );
        }

        if (witnesses.Count > 0 && !witnesses.Any(witness => last.Lines.Any(line => witness.Signed(last.Text, line))))
        {
            return Wrong(
                "所给检查点没有见证方的签名：请向见证方取最后一个检查点。",
                "The checkpoint given is not cosigned: get the last one from the witness."
            );
        }

        return await WithinAsync(last, held.Size, cancellationToken);
    }

    // What the witness saw of the leaves that are here must be what is here: a changed history is not succeeded.
    private async Task<Result<(SignedHead Last, string Proved)>> WithinAsync(
        SignedHead last,
        long kept,
        CancellationToken cancellationToken
    )
    {
        var within = last.Size <= kept ? last : await NewestCosignedAsync(kept, cancellationToken);
        if (
            within is not null
            && !(await log.Proofs.RootAsync(0, within.Size, cancellationToken)).AsSpan().SequenceEqual(within.Root)
        )
        {
            return Wrong(
                $"数据库里的前 {within.Size} 条不是见证过的那些：历史被改写，不得接续。",
                $"The first {within.Size} leaves in the database are not those that were cosigned: history was rewritten, and must not be succeeded."
            );
        }

        return (last, last.Size <= kept || within is null ? "" : within.Note);
    }

    private async Task<SignedHead?> NewestCosignedAsync(long kept, CancellationToken cancellationToken)
    {
        var head = await log.NewestCosignedAsync(cancellationToken);
        return head is not null && head.Size <= kept && witnesses.Any(witness => witness.HasCosigned(head))
            ? SignedHead.TryRead(head.SignedNote)
            : null;
    }

    private static Error Wrong(string chinese, string english) =>
        Error.Conflict("SUCCESSION_NOT_POSSIBLE", new(chinese, english));
}
