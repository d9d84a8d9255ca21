using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using NpgsqlTypes;
using SmartCity.Benchmarks.Frame;
using SmartCity.Evidence.Log;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Domain.Evidence;

namespace SmartCity.Benchmarks.Proving;

/// <summary>
/// Inclusion proofs in a log of ten million leaves, each at a place that nobody has asked for, in a scope that holds no tile
/// yet, as a request has it. The verifier checks every one.
/// </summary>
internal sealed class InclusionProofs : IExercise
{
    private const long Leaves = 10_000_000;
    private const int InOneGo = 256 * 256;
    private const int Proofs = 1_000;

    private static readonly Figure Time = new(
        "inclusion-proof",
        "time of an inclusion proof at 10,000,000 leaves, no tile kept, PostgreSQL",
        "-",
        Goal.AtMost(5),
        "ms",
        ["SmartCity.Benchmarks/Proving/InclusionProofs.cs"]
    );

    private EvidenceHost host = null!;
    private byte[] root = [];

    public IReadOnlyList<Figure> Figures { get; } = [Time];

    public async Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        host = await EvidenceHost.StartAsync(workbench, cancellationToken);
        await GrowAsync(cancellationToken);
        await host.RunAsync(["VACUUM ANALYZE security.log_tiles", "CHECKPOINT"], cancellationToken);
        await MeasureAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken) =>
        [new(Time, (await MeasureAsync(cancellationToken)).TotalMilliseconds, null)];

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    private async Task<TimeSpan> MeasureAsync(CancellationToken cancellationToken)
    {
        var time = TimeSpan.Zero;
        for (var one = 0; one < Proofs; one++)
        {
            var place = (long)(RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue * (Leaves - 1));
            await using var scope = host.NewScope();
            var since = Stopwatch.GetTimestamp();
            var proof = await scope
                .ServiceProvider.GetRequiredService<LogReader>()
                .Proofs.InclusionAsync(place, Leaves, cancellationToken);
            time += Stopwatch.GetElapsedTime(since);
            if (!MerkleProof.Includes(root, LogHash.OfLeaf(LeafOf(place)), (ulong)place, (ulong)Leaves, proof))
            {
                throw new InvalidOperationException($"The proof of leaf {place} proves nothing.");
            }
        }

        return time / Proofs;
    }

    // In goes, so that not all tiles are in memory at once.
    private async Task GrowAsync(CancellationToken cancellationToken)
    {
        var edge = new Dictionary<TilePlace, byte[]>();
        for (long size = 0; size < Leaves; )
        {
            var log = new GrowingLog(size, edge);
            for (; size < Leaves && log.Size - size < InOneGo; )
            {
                log.Add(LogHash.OfLeaf(LeafOf(log.Size)));
                if (log.Size == Leaves || log.Size % InOneGo == 0)
                {
                    break;
                }
            }

            size = log.Size;
            var changed = log.Changed();
            edge = changed
                .Where(tile => tile.Value.Length < Tile.FullWidth * LogHash.Size)
                .ToDictionary(tile => tile.Key, tile => tile.Value);
            await KeepAsync(
                size == Leaves ? changed : changed.Where(tile => !edge.ContainsKey(tile.Key)),
                cancellationToken
            );
            root = log.Root();
        }
    }

    private async Task KeepAsync(
        IEnumerable<KeyValuePair<TilePlace, byte[]>> tiles,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await host.ConnectAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY security.log_tiles (level, index, hashes) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        foreach (var (place, hashes) in tiles)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(place.Level, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(place.Index, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(hashes, NpgsqlDbType.Bytea, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static string LeafOf(long place) => place.ToString(CultureInfo.InvariantCulture);
}
