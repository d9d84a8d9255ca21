using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>核对一份证据卷宗能否取得，确定它所依据的检查点</summary>
/// <param name="Objects">The objects whose chains go into it.</param>
/// <param name="Since">A size from which the reader wants a consistency proof, since he holds that checkpoint.</param>
internal sealed record OpenDossier(IReadOnlyList<ObjectReference> Objects, long? Since) : IQuery<Dossier>;

/// <summary>What a dossier is made under; its entries are read while it is sent.</summary>
/// <param name="Heads">The objects' chains as the log held them at the checkpoint.</param>
/// <param name="Proofs">Consistency proofs by the size from which each begins.</param>
/// <param name="Successions">The statements of the logs that took another one's place.</param>
internal sealed record Dossier(
    IReadOnlyList<ObjectReference> Objects,
    LogCheckpoint Checkpoint,
    LogCheckpoint? Cosigned,
    IReadOnlyList<LoggedHead> Heads,
    IReadOnlyDictionary<long, List<byte[]>> Proofs,
    IReadOnlyList<LoggedSuccession> Successions
);

internal sealed class OpenDossierValidator : AbstractValidator<OpenDossier>
{
    public const int MostObjects = 200;
    private const int LongestType = 64;
    private const int LongestId = 100;

    public OpenDossierValidator()
    {
        RuleFor(query => query.Objects)
            .Must(objects => objects.Count <= MostObjects && objects.Distinct().Count() == objects.Count)
            .WithErrorCode("OUT_OF_RANGE")
            .InWords(
                $"一份卷宗最多 {MostObjects} 个对象，不得重复。",
                $"A dossier takes at most {MostObjects} objects, each once."
            );
        RuleForEach(query => query.Objects)
            .ChildRules(one =>
            {
                one.RuleFor(reference => reference.Type).RequiredText(LongestType);
                one.RuleFor(reference => reference.Id).RequiredText(LongestId);
            });
        RuleFor(query => query.Since)
            .Must(since => since is null or >= 0)
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("起始的条目数不得为负。", "The size is not negative.");
    }
}

internal sealed class OpenDossierHandler(LogReader log, ILogSigner signer)
    : IRequestHandler<OpenDossier, Result<Dossier>>
{
    public async Task<Result<Dossier>> Handle(OpenDossier query, CancellationToken cancellationToken)
    {
        if (!signer.HasKey)
        {
            return LogErrors.NotOpen;
        }

        if (await log.NewestAsync(cancellationToken) is not { } checkpoint)
        {
            return Nothing();
        }

        var heads = new List<LoggedHead>();
        foreach (var target in query.Objects)
        {
            heads.AddRange(await log.HeadsAsync(target, checkpoint.Size, cancellationToken));
        }

        if (heads.Count == 0)
        {
            return Nothing();
        }

        var cosigned = await log.NewestCosignedAsync(cancellationToken);
        var successions = await log.SuccessionsAsync(checkpoint.Size, cancellationToken);
        var proofs = new Dictionary<long, List<byte[]>>();
        foreach (
            var from in successions
                .Select(logged => Succession.Read(logged.Leaf).HeadWithin())
                .OfType<string>()
                .Select(head => (long?)Succession.SizeOf(head))
                .Append(cosigned?.Size)
                .Append(query.Since)
                .OfType<long>()
                .Where(from => from < checkpoint.Size)
        )
        {
            proofs[from] = await log.Proofs.ConsistencyAsync(from, checkpoint.Size, cancellationToken);
        }

        return new Dossier(
            query.Objects,
            checkpoint,
            cosigned,
            [
                .. heads
                    .OrderBy(head => head.Schema, StringComparer.Ordinal)
                    .ThenBy(head => head.Target.Type, StringComparer.Ordinal)
                    .ThenBy(head => head.Target.Id, StringComparer.Ordinal),
            ],
            proofs,
            successions
        );
    }

    private static Error Nothing() => Error.NotFound(new("该对象的审计条目", "entries of this object in the log"));
}
