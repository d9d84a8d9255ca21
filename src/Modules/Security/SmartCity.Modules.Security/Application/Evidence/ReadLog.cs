using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>审计日志的现状</summary>
internal sealed record ReadLog : IQuery<ReadLog.Answer>
{
    /// <summary>审计日志的现状</summary>
    /// <param name="Origin">日志名称</param>
    /// <param name="PublicKey">日志公钥（C2SP signed-note），交给核验的人</param>
    /// <param name="Size">已入日志的条目数</param>
    /// <param name="Checkpoint">最新检查点全文，空表示还没有条目</param>
    /// <param name="CosignedSize">最近一个有见证方签名的检查点的条目数</param>
    internal sealed record Answer(string Origin, string PublicKey, long Size, string Checkpoint, long CosignedSize);
}

internal sealed class ReadLogHandler(LogReader log, ILogSigner signer)
    : IRequestHandler<ReadLog, Result<ReadLog.Answer>>
{
    public async Task<Result<ReadLog.Answer>> Handle(ReadLog query, CancellationToken cancellationToken)
    {
        if (!signer.HasKey)
        {
            return LogErrors.NotOpen;
        }

        var newest = await log.NewestAsync(cancellationToken);
        var cosigned = await log.NewestCosignedAsync(cancellationToken);
        return new ReadLog.Answer(
            signer.Origin,
            signer.PublicKey,
            newest?.Size ?? 0,
            newest?.SignedNote ?? "",
            cosigned?.Size ?? 0
        );
    }
}
