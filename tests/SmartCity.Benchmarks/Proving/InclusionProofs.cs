using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using SmartCity.Api;
using SmartCity.Benchmarks.Frame;
using SmartCity.Evidence.Log;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Benchmarks.Proving;

/// <summary>
/// Inclusion proofs in a log of ten million leaves, each at a place that nobody has asked for, in a scope that holds no tile
/// yet, as a request has it. The verifier checks every one.
/// </summary>
internal sealed class InclusionProofs : IExercise
{
    private const long Leaves = 10_000_000;
    private const int Proofs = 1_000;

    private static readonly Figure Time = new(
        "inclusion-proof",
        "time of an inclusion proof at 10,000,000 leaves, no tile kept, PostgreSQL",
        "-",
        Goal.AtMost(5),
        "ms",
        ["SmartCity.Benchmarks/Proving/InclusionProofs.cs"]
    );

    // Internal on purpose; the service's own endpoint asks it so.
    private static readonly Type Reader = ModuleList
        .All.Single(module => module.Contracts == typeof(UnitId).Assembly)
        .GetType()
        .Assembly.GetType("SmartCity.Modules.Security.Application.Evidence.LogReader", throwOnError: true)!;

    private static readonly PropertyInfo ProofsOfReader = Reader.GetProperty("Proofs")!;
    private static readonly MethodInfo Inclusion = ProofsOfReader.PropertyType.GetMethod("InclusionAsync")!;

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
            var reader = scope.ServiceProvider.GetRequiredService(Reader);
            var proof = await (Task<List<byte[]>>)
                Inclusion.Invoke(ProofsOfReader.GetValue(reader), [place, Leaves, cancellationToken])!;
            time += Stopwatch.GetElapsedTime(since);
            if (!MerkleProof.Includes(root, MerkleHash.OfLeaf(LeafOf(place)), (ulong)place, (ulong)Leaves, proof))
            {
                throw new InvalidOperationException($"The proof of leaf {place} proves nothing.");
            }
        }

        return time / Proofs;
    }

    // As C2SP tlog-tiles lays them: what fills a tile gives one hash to the level above it.
    private async Task GrowAsync(CancellationToken cancellationToken)
    {
        await using var connection = await host.ConnectAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY security.log_tiles (level, index, hashes) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        var levels = new List<(List<byte[]> Hashes, long Index)>();
        var tree = new GrowingTree();
        for (long place = 0; place < Leaves; place++)
        {
            var hash = MerkleHash.OfLeaf(LeafOf(place));
            tree.Add(hash);
            for (var level = 0; ; level++)
            {
                if (level == levels.Count)
                {
                    levels.Add(([], 0));
                }

                var (hashes, index) = levels[level];
                hashes.Add(hash);
                if (hashes.Count < TilePath.FullWidth)
                {
                    break;
                }

                await KeepAsync(copy, level, index, hashes, cancellationToken);
                hash = RootOf(hashes);
                levels[level] = ([], index + 1);
            }
        }

        foreach (var (level, (hashes, index)) in levels.Index())
        {
            if (hashes.Count > 0)
            {
                await KeepAsync(copy, level, index, hashes, cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
        root = tree.Root();
    }

    private static byte[] RootOf(List<byte[]> hashes)
    {
        while (hashes.Count > 1)
        {
            hashes = [.. hashes.Chunk(2).Select(pair => MerkleHash.OfNode(pair[0], pair[1]))];
        }

        return hashes[0];
    }

    private static async Task KeepAsync(
        NpgsqlBinaryImporter copy,
        int level,
        long index,
        IEnumerable<byte[]> hashes,
        CancellationToken cancellationToken
    )
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(level, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(index, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(hashes.SelectMany(hash => hash).ToArray(), NpgsqlDbType.Bytea, cancellationToken);
    }

    private static byte[] LeafOf(long place) => Encoding.UTF8.GetBytes(place.ToString(CultureInfo.InvariantCulture));
}
