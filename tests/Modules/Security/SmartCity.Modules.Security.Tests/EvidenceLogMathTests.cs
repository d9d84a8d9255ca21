using System.Globalization;
using System.Security.Cryptography;
using SmartCity.Modules.Security.Domain.Evidence;

namespace SmartCity.Modules.Security.Tests;

/// <summary>Tiles, roots and proofs against the definitions of RFC 6962 section 2.1, written down word for word below.</summary>
public sealed class EvidenceLogMathTests
{
    [Fact]
    public void Root_WhenLeavesAreAddedOneByOneAndInBatches_ThenIsThatOfTheDefinition()
    {
        var leaves = Leaves(600);
        var tiles = new Dictionary<TilePlace, byte[]>();
        var size = 0;
        // Batches that end within a tile, at its end, and beyond it.
        foreach (var batch in new[] { 1, 1, 5, 248, 1, 1, 255, 88 })
        {
            var log = new GrowingLog(size, tiles);
            foreach (var leaf in leaves.Skip(size).Take(batch))
            {
                log.Add(leaf);
            }

            size += batch;
            foreach (var (place, hashes) in log.Changed())
            {
                tiles[place] = hashes;
            }

            log.Size.ShouldBe(size);
            log.Root().ShouldBe(Root(leaves[..size]), $"at {size}");
        }

        tiles[new(0, 0)].Length.ShouldBe(Tile.FullWidth * LogHash.Size);
        tiles[new(1, 0)].ShouldBe([.. Root(leaves[..256]), .. Root(leaves[256..512])]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(600)]
    public async Task Inclusion_WhenAnyLeafIsAsked_ThenIsThePathOfTheDefinition(int size)
    {
        var leaves = Leaves(size);
        var proofs = ProofsOf(leaves);

        foreach (var index in new[] { 0, size / 3, size / 2, size - 1 })
        {
            var proof = await proofs.InclusionAsync(index, size, TestContext.Current.CancellationToken);

            proof.ShouldBe(Path(index, leaves), $"{index} of {size}");
        }
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 7)]
    [InlineData(4, 7)]
    [InlineData(6, 8)]
    [InlineData(255, 256)]
    [InlineData(256, 600)]
    [InlineData(257, 600)]
    [InlineData(599, 600)]
    public async Task Consistency_WhenTwoSizesAreAsked_ThenIsTheProofOfTheDefinition(int from, int size)
    {
        var leaves = Leaves(size);

        var proof = await ProofsOf(leaves).ConsistencyAsync(from, size, TestContext.Current.CancellationToken);

        proof.ShouldBe(SubProof(from, leaves, isWhole: true));
    }

    // The example of C2SP tlog-tiles: 70,000 leaves.
    [Theory]
    [InlineData(0, 272, 256)]
    [InlineData(0, 273, 112)]
    [InlineData(0, 274, 0)]
    [InlineData(1, 0, 256)]
    [InlineData(1, 1, 17)]
    [InlineData(2, 0, 1)]
    [InlineData(3, 0, 0)]
    [InlineData(9, 0, 0)]
    public void Width_WhenALogHas70000Leaves_ThenIsThatOfTheSpecification(int level, long index, int width) =>
        Tile.Width(new(level, index), 70_000).ShouldBe(width);

    [Theory]
    [InlineData("000", 0L, 256)]
    [InlineData("x001/x234/067", 1_234_067L, 256)]
    [InlineData("x001/x234/067.p/112", 1_234_067L, 112)]
    [InlineData("273.p/1", 273L, 1)]
    public void ReadPlace_WhenAPathIsThatOfTheSpecification_ThenIsRead(string path, long index, int width) =>
        Api.TileEndpoints.ReadPlace(path).ShouldBe((index, width));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1234")]
    [InlineData("-01")]
    [InlineData("001/234")]
    [InlineData("x001")]
    [InlineData("x000/001")]
    [InlineData("x001/x234/067.p/0")]
    [InlineData("x001/x234/067.p/01")]
    [InlineData("x001/x234/067.p/256")]
    [InlineData("x001/x234/067.p/")]
    [InlineData("x001/x001/x001/x001/x001/x001/001")]
    public void ReadPlace_WhenAPathIsNoTile_ThenIsNothing(string path) =>
        Api.TileEndpoints.ReadPlace(path).ShouldBeNull();

    private static LogProofs ProofsOf(List<byte[]> leaves)
    {
        var log = new GrowingLog(0, new Dictionary<TilePlace, byte[]>());
        leaves.ForEach(log.Add);
        var tiles = log.Changed();
        return new((place, _, _) => Task.FromResult(tiles[place]));
    }

    private static List<byte[]> Leaves(int count) =>
        [.. Enumerable.Range(0, count).Select(number => LogHash.OfLeaf(number.ToString(CultureInfo.InvariantCulture)))];

    internal static byte[] Root(List<byte[]> leaves) =>
        leaves.Count switch
        {
            0 => SHA256.HashData([]),
            1 => leaves[0],
            var count => SHA256.HashData([0x01, .. Root(leaves[..Split(count)]), .. Root(leaves[Split(count)..])]),
        };

    internal static List<byte[]> Path(int index, List<byte[]> leaves) =>
        leaves.Count == 1 ? []
        : index < Split(leaves.Count)
            ? [.. Path(index, leaves[..Split(leaves.Count)]), Root(leaves[Split(leaves.Count)..])]
        : [.. Path(index - Split(leaves.Count), leaves[Split(leaves.Count)..]), Root(leaves[..Split(leaves.Count)])];

    private static List<byte[]> SubProof(int from, List<byte[]> leaves, bool isWhole)
    {
        if (from == leaves.Count)
        {
            return isWhole ? [] : [Root(leaves)];
        }

        var split = Split(leaves.Count);
        return from <= split
            ? [.. SubProof(from, leaves[..split], isWhole), Root(leaves[split..])]
            : [.. SubProof(from - split, leaves[split..], isWhole: false), Root(leaves[..split])];
    }

    private static int Split(int count)
    {
        var split = 1;
        while (split * 2 < count)
        {
            split *= 2;
        }

        return split;
    }
}
