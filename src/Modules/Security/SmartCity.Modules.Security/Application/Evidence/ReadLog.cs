using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>审计日志的现状</summary>
internal sealed record ReadLog : IQuery<ReadLog.Answer>
{
    /// <summary>审计日志的现状</summary>
    /// <param name="Origin">日志名称</param>
    /// <param name="PublicKey">日志公钥（C2SP signed-note），交给核验的人</param>
    /// <param name="Sm2PublicKey">日志的国密 SM2 公钥，交给核验的人；没有设定国密签名的为空</param>
    /// <param name="Size">已入日志的条目数</param>
    /// <param name="Checkpoint">最新检查点全文，空表示还没有条目</param>
    /// <param name="CosignedSize">最近一个有见证方签名的检查点的条目数</param>
    /// <param name="Cosigning">见证方签名是否及时</param>
    internal sealed record Answer(
        string Origin,
        string PublicKey,
        string? Sm2PublicKey,
        long Size,
        string Checkpoint,
        long CosignedSize,
        CosigningOfLog Cosigning
    );

    /// <summary>见证方签名是否及时</summary>
    /// <param name="HasWitness">是否设定了见证方</param>
    /// <param name="Level">告警级别，随缺签时间升高</param>
    /// <param name="Mode">长时间缺签时的处置方式</param>
    /// <param name="IsRefusing">现在是否正按处置方式停办</param>
    /// <param name="MissingSince">最早一条未经见证的条目的时刻，空表示全部已见证</param>
    /// <param name="MissingSeconds">该条目已等待的秒数</param>
    internal sealed record CosigningOfLog(
        bool HasWitness,
        CosigningLevel Level,
        MissingWitnessMode Mode,
        bool IsRefusing,
        DateTimeOffset? MissingSince,
        long MissingSeconds
    );
}

internal sealed class ReadLogHandler(LogReader log, ILogSigner signer, ICosigningWatch watch)
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
        var state = await watch.ReadAsync(cancellationToken);
        return new ReadLog.Answer(
            signer.Origin,
            signer.PublicKey,
            signer.Sm2PublicKey,
            newest?.Size ?? 0,
            newest?.SignedNote ?? "",
            cosigned?.Size ?? 0,
            new(state.HasWitness, state.Level, state.Mode, state.IsRefusing, state.MissingSince, state.MissingSeconds)
        );
    }
}
