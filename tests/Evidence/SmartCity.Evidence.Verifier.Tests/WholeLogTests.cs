using System.Buffers.Binary;
using System.Text;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Tests;

/// <summary>A log in a folder, laid out by C2SP tlog-tiles with entries that are none of this product's.</summary>
public sealed class WholeLogTests : IDisposable
{
    private const int Size = 300;
    private readonly string folder = Directory.CreateTempSubdirectory("smartcity-log-").FullName;
    private readonly ALog log = new();
    private readonly Signer witness = new("witness.example/audit", NoteKeyType.Cosignature);

    public WholeLogTests()
    {
        log.Leaves.AddRange(
            Enumerable.Range(0, Size).Select(number => Encoding.UTF8.GetBytes($"somebody's entry {number}"))
        );
        Lay(log.Leaves, log.Leaves.ConvertAll(leaf => MerkleHash.OfLeaf(leaf)), log.Checkpoint(Size, witness));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void VerifyLog_WhenNothingWasTouched_ThenIsProved()
    {
        var (exitCode, output) = Verify();

        exitCode.ShouldBe(ExitCode.Proved, output);
        output.ShouldContain("The 300 entries of the log log.example/evidence are those of its signed checkpoint");
    }

    [Fact]
    public void VerifyLog_WhenAnEntryWasEdited_ThenNamesTheLeaf()
    {
        var edited = log.Leaves.ToList();
        edited[257] = Encoding.UTF8.GetBytes("somebody's entry X");
        Lay(edited, log.Leaves.ConvertAll(leaf => MerkleHash.OfLeaf(leaf)), log.Checkpoint(Size, witness));

        var (exitCode, output) = Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("Contradicted (1)");
        output.ShouldContain("Leaf 257 does not match its hash");
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("insert")]
    [InlineData("swap")]
    [InlineData("repeat")]
    public void VerifyLog_WhenEntriesWereMoved_ThenNamesTheFirstLeafThatIsWrong(string how)
    {
        var moved = log.Leaves.ToList();
        switch (how)
        {
            case "delete":
                moved.RemoveAt(10);
                break;
            case "insert":
                moved.Insert(10, [1]);
                break;
            case "swap":
                (moved[10], moved[11]) = (moved[11], moved[10]);
                break;
            default:
                moved[10] = moved[9];
                break;
        }

        Lay(moved, log.Leaves.ConvertAll(leaf => MerkleHash.OfLeaf(leaf)), log.Checkpoint(Size, witness));

        var (exitCode, output) = Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("Leaf 10 does not match its hash");
        output.ShouldNotContain("Leaf 9 does");
    }

    [Fact]
    public void VerifyLog_WhenHashesWereRewrittenToo_ThenTheCheckpointTells()
    {
        var edited = log.Leaves.ToList();
        edited[5] = [1];
        Lay(edited, edited.ConvertAll(leaf => MerkleHash.OfLeaf(leaf)), log.Checkpoint(Size, witness));

        var (exitCode, output) = Verify();

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("The root over all 300 leaves is not the checkpoint's");
    }

    [Fact]
    public void VerifyLog_WhenItWasSignedAnewWithTheLogsOwnKey_ThenTheCosignedCheckpointTells()
    {
        var known = log.Checkpoint(200, witness);
        var rewritten = new ALog { Key = log.Key };
        rewritten.Leaves.AddRange(log.Leaves);
        rewritten.Leaves[5] = [1];
        Lay(rewritten.Leaves, rewritten.Leaves.ConvertAll(leaf => MerkleHash.OfLeaf(leaf)), rewritten.Checkpoint(Size));

        var (exitCode, output) = Verify(known);

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("its first 200 leaves are not those of the last cosigned size 200");
    }

    [Fact]
    public void VerifyLog_WhenItWasTruncated_ThenNamesTheLastCosignedSize()
    {
        var known = log.Checkpoint(Size, witness);
        var kept = log.Leaves[..250];
        Lay(kept, kept.ConvertAll(leaf => MerkleHash.OfLeaf(leaf)), log.Checkpoint(250));

        var (exitCode, output) = Verify(known);

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("the last cosigned size is 300, the log has 250");
    }

    private (ExitCode ExitCode, string Output) Verify(string? known = null)
    {
        List<string> arguments =
        [
            "verify-log",
            folder,
            "--language",
            "en",
            "--log-key",
            log.Key.Public.ToString(),
            "--witness-key",
            witness.Public.ToString(),
        ];
        if (known is not null)
        {
            File.WriteAllText(Path.Combine(folder, "known"), known);
            arguments.AddRange(["--known", Path.Combine(folder, "known")]);
        }

        var output = new StringWriter();
        return (VerifierCommandLine.Run(arguments, output, output), output.ToString());
    }

    private void Lay(List<byte[]> entries, List<byte[]> hashes, string checkpoint)
    {
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "checkpoint"), checkpoint);
        for (var tile = 0; tile * TilePath.FullWidth < hashes.Count; tile++)
        {
            var range = (tile * TilePath.FullWidth)..Math.Min((tile + 1) * TilePath.FullWidth, hashes.Count);
            var width = range.End.Value - range.Start.Value;
            Put(TilePath.OfHashes(0, (ulong)tile, width), [.. hashes[range].SelectMany(hash => hash)]);
            var bundle = entries[range.Start.Value..Math.Min(range.End.Value, entries.Count)];
            Put(TilePath.OfEntries((ulong)tile, width), [.. bundle.SelectMany(WithLength)]);
        }
    }

    private static byte[] WithLength(byte[] entry)
    {
        var bytes = new byte[2 + entry.Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)entry.Length);
        entry.CopyTo(bytes, 2);
        return bytes;
    }

    private void Put(string path, byte[] content)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
