using System.Text.Json;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Tests;

/// <summary>
/// The proofs, good and bad, with which transparency-dev/merkle (Apache-2.0) tests itself. They are not copied into this
/// repository: a checkout of it is named by <c>SMARTCITY_TEST_MERKLE_VECTORS</c>, and the tests are shown as skipped where
/// none is named.
/// </summary>
public sealed class PublishedVectorTests
{
    private const string Variable = "SMARTCITY_TEST_MERKLE_VECTORS";

    private static string Folder
    {
        get
        {
            var named = Environment.GetEnvironmentVariable(Variable) ?? "";
            Assert.SkipWhen(named.Length == 0, $"{Variable} is not set");
            return named;
        }
    }

    [Fact]
    public void Includes_WhenEveryPublishedProofIsJudged_ThenTheVerdictIsThePublishedOne()
    {
        var judged = 0;
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(Folder, "testdata/inclusion"),
                "*.json",
                SearchOption.AllDirectories
            )
        )
        {
            using var vector = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = vector.RootElement;

            MerkleProof
                .Includes(
                    Bytes(root, "root"),
                    Bytes(root, "leafHash"),
                    root.GetProperty("leafIdx").GetUInt64(),
                    root.GetProperty("treeSize").GetUInt64(),
                    Proof(root)
                )
                .ShouldBe(!root.GetProperty("wantErr").GetBoolean(), file);
            judged++;
        }

        judged.ShouldBeGreaterThan(90);
    }

    [Fact]
    public void IsConsistent_WhenEveryPublishedProofIsJudged_ThenTheVerdictIsThePublishedOne()
    {
        var judged = 0;
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(Folder, "testdata/consistency"),
                "*.json",
                SearchOption.AllDirectories
            )
        )
        {
            using var vector = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = vector.RootElement;

            MerkleProof
                .IsConsistent(
                    root.GetProperty("size1").GetUInt64(),
                    Bytes(root, "root1"),
                    root.GetProperty("size2").GetUInt64(),
                    Bytes(root, "root2"),
                    Proof(root)
                )
                .ShouldBe(!root.GetProperty("wantErr").GetBoolean(), file);
            judged++;
        }

        judged.ShouldBeGreaterThan(90);
    }

    private static byte[] Bytes(JsonElement vector, string name) =>
        vector.GetProperty(name).ValueKind == JsonValueKind.Null ? [] : vector.GetProperty(name).GetBytesFromBase64();

    private static List<byte[]> Proof(JsonElement vector) =>
        vector.GetProperty("proof") is { ValueKind: JsonValueKind.Array } proof
            ? [.. proof.EnumerateArray().Select(hash => hash.GetBytesFromBase64())]
            : [];
}
