using System.Text.Json;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Tests;

/// <summary>The proofs, good and bad, with which transparency-dev/merkle tests itself: see Vectors/README.md.</summary>
public sealed class PublishedVectorTests
{
    private const int VectorsOfAKind = 98;

    [Fact]
    public void Includes_WhenEveryPublishedProofIsJudged_ThenTheVerdictIsThePublishedOne()
    {
        var vectors = Read("inclusion");
        vectors.Count.ShouldBe(VectorsOfAKind);
        foreach (var vector in vectors)
        {
            MerkleProof
                .Includes(
                    Bytes(vector, "root"),
                    Bytes(vector, "leafHash"),
                    vector.GetProperty("leafIdx").GetUInt64(),
                    vector.GetProperty("treeSize").GetUInt64(),
                    Proof(vector)
                )
                .ShouldBe(!vector.GetProperty("wantErr").GetBoolean(), vector.GetProperty("file").GetString());
        }
    }

    [Fact]
    public void IsConsistent_WhenEveryPublishedProofIsJudged_ThenTheVerdictIsThePublishedOne()
    {
        var vectors = Read("consistency");
        vectors.Count.ShouldBe(VectorsOfAKind);
        foreach (var vector in vectors)
        {
            MerkleProof
                .IsConsistent(
                    vector.GetProperty("size1").GetUInt64(),
                    Bytes(vector, "root1"),
                    vector.GetProperty("size2").GetUInt64(),
                    Bytes(vector, "root2"),
                    Proof(vector)
                )
                .ShouldBe(!vector.GetProperty("wantErr").GetBoolean(), vector.GetProperty("file").GetString());
        }
    }

    private static List<JsonElement> Read(string kind) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, $"Vectors/transparency-dev-merkle/{kind}.jsonl"))
                .Select(line => JsonElement.Parse(line)),
        ];

    private static byte[] Bytes(JsonElement vector, string name) =>
        vector.GetProperty(name).ValueKind == JsonValueKind.Null ? [] : vector.GetProperty(name).GetBytesFromBase64();

    private static List<byte[]> Proof(JsonElement vector) =>
        vector.GetProperty("proof") is { ValueKind: JsonValueKind.Array } proof
            ? [.. proof.EnumerateArray().Select(hash => hash.GetBytesFromBase64())]
            : [];
}
