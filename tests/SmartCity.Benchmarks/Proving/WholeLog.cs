using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;
using SmartCity.Benchmarks.Frame;
using SmartCity.Evidence;
using SmartCity.Evidence.Log;

namespace SmartCity.Benchmarks.Proving;

/// <summary>
/// A log of a million entries in a folder, checked by the verifier as an auditor does: each leaf against its hash, and the
/// root over all of them against the signed checkpoint. Against reading the same entries and taking SHA-256 of each.
/// </summary>
internal sealed class WholeLog : IExercise
{
    private const int Entries = 1_000_000;
    private const string Origin = "bench.example/evidence";

    private static readonly Figure Rate = new(
        "verify-log",
        "entries of a log of 1,000,000 verified by the verifier, one thread",
        "reading the same files and SHA-256 over the same bytes",
        Goal.AtLeast(0.30),
        "/s",
        ["SmartCity.Benchmarks/Proving/WholeLog.cs"]
    );

    private string folder = "";
    private TrustPolicy policy = null!;

    public IReadOnlyList<Figure> Figures { get; } = [Rate];

    public Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        folder = workbench.NewFolder("log");
        Write(cancellationToken);
        DemandTamperingIsFound();
        Verify();
        HashAll();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        Verify();
        var verified = Stopwatch.GetElapsedTime(since);
        since = Stopwatch.GetTimestamp();
        HashAll();
        var hashed = Stopwatch.GetElapsedTime(since);
        return Task.FromResult<IReadOnlyList<Sample>>([
            new(Rate, Entries / verified.TotalSeconds, Entries / hashed.TotalSeconds),
        ]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write(CancellationToken cancellationToken)
    {
        var tree = new GrowingTree();
        for (ulong bundle = 0; TilePath.Width(bundle, Entries) is var width and > 0; bundle++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var hashes = Open(TilePath.OfHashes(0, bundle, width));
            using var entries = Open(TilePath.OfEntries(bundle, width));
            var length = new byte[sizeof(ushort)];
            for (var place = 0; place < width; place++)
            {
                var leaf = LeafOf(((long)bundle * TilePath.FullWidth) + place);
                BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)leaf.Length);
                entries.Write(length);
                entries.Write(leaf);
                var hash = MerkleHash.OfLeaf(leaf);
                hashes.Write(hash);
                tree.Add(hash);
            }
        }

        var seed = RandomNumberGenerator.GetBytes(32);
        var publicKey = new byte[32];
        Ed25519.GeneratePublicKey(seed, 0, publicKey, 0);
        var key = NoteKey.Of(Origin, NoteKeyType.Ed25519, publicKey);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Origin}\n{Entries}\n{Convert.ToBase64String(tree.Root())}\n"
        );
        var (message, signature) = (Encoding.UTF8.GetBytes(text), new byte[64]);
        Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        File.WriteAllText(Path.Combine(folder, "checkpoint"), $"{text}\n{SignedNote.SignatureLine(key, signature)}\n");
        policy = TrustPolicy.Of([key.ToString()], []);
    }

    // As long as a leaf of the service, and no two alike.
    private static byte[] LeafOf(long index)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(index)));
        var entry = Guid.ParseExact(hash[..32], "N");
        return Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"at":"2026-01-05T08:30:00.000000Z","commitment":"{{hash}}","entry":"{{entry}}","form":1,"number":"{{index
                    % 40
                    + 1}}","objectId":"{{entry}}","objectType":"declaration","previous":"{{hash}}","schema":"approval"}"""
            )
        );
    }

    private void DemandTamperingIsFound()
    {
        var bundle = Path.Combine(folder, TilePath.OfEntries(17, TilePath.FullWidth));
        var right = File.ReadAllBytes(bundle);
        var wrong = (byte[])right.Clone();
        wrong[^5] ^= 1;
        File.WriteAllBytes(bundle, wrong);
        var report = new SmartCity.Evidence.Report();
        new LogVerifier(folder, policy, report).Verify(null);
        File.WriteAllBytes(bundle, right);
        DifferentAnswersException.Demand("contradictions found after a change", $"{report.ContradictionCount}", "1");
    }

    private void Verify()
    {
        var report = new SmartCity.Evidence.Report();
        new LogVerifier(folder, policy, report).Verify(null);
        DifferentAnswersException.Demand("verdict", $"{report.ExitCode}", $"{ExitCode.Proved}");
    }

    private void HashAll()
    {
        var hashed = 0;
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        for (ulong bundle = 0; TilePath.Width(bundle, Entries) is var width and > 0; bundle++)
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, TilePath.OfEntries(bundle, width)));
            for (var at = 0; at < bytes.Length; hashed++)
            {
                var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
                SHA256.HashData(bytes.AsSpan(at + sizeof(ushort), length), hash);
                at += sizeof(ushort) + length;
            }
        }

        DifferentAnswersException.Demand("entries", $"{Entries}", $"{hashed}");
    }

    private FileStream Open(string path)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.Create(file);
    }
}
