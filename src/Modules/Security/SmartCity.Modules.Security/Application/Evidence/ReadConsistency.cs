using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>较大的日志以较小的日志为开头的证明</summary>
internal sealed record ReadConsistency(long From, long? To) : IQuery<ReadConsistency.Answer>
{
    /// <summary>一致性证明</summary>
    /// <param name="From">较小的条目数</param>
    /// <param name="To">较大的条目数</param>
    /// <param name="Proof">一致性证明（RFC 6962），Base64</param>
    internal sealed record Answer(long From, long To, IReadOnlyList<string> Proof);
}

internal sealed class ReadConsistencyValidator : AbstractValidator<ReadConsistency>
{
    public ReadConsistencyValidator()
    {
        RuleFor(query => query.From).GreaterThanOrEqualTo(0).WithErrorCode("OUT_OF_RANGE");
        RuleFor(query => query.To)
            .Must((query, to) => to is null || to >= query.From)
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("截止的条目数不得小于起始的条目数。", "The larger size is not smaller than the other.");
    }
}

internal sealed class ReadConsistencyHandler(LogReader log)
    : IRequestHandler<ReadConsistency, Result<ReadConsistency.Answer>>
{
    public async Task<Result<ReadConsistency.Answer>> Handle(ReadConsistency query, CancellationToken cancellationToken)
    {
        var size = (await log.NewestAsync(cancellationToken))?.Size ?? 0;
        var to = query.To ?? size;
        if (to > size || query.From > to)
        {
            return Error.Invalid(
                "OUT_OF_RANGE",
                new($"日志目前有 {size} 条。", $"The log holds {size} entries at present.")
            );
        }

        var proof = await log.Proofs.ConsistencyAsync(query.From, to, cancellationToken);
        return new ReadConsistency.Answer(query.From, to, [.. proof.Select(hash => Convert.ToBase64String(hash))]);
    }
}
