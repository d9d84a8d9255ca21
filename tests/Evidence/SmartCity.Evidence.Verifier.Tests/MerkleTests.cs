using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Tests;

public sealed class MerkleTests
{
    // The eight leaves, and the roots over the first n of them, with which Certificate Transparency's implementations
    // have tested themselves since 2012.
    private static readonly string[] Leaves =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Root_WhenTheKnownLeavesAreAdded_ThenIsTheKnownOneAtEachSize()
    {
        var tree = new GrowingTree();
        Convert.ToHexStringLower(tree.Root()).ShouldBe(Roots[0]);

        for (var size = 1; size <= Leaves.Length; size++)
        {
            tree.Add(MerkleHash.OfLeaf(Convert.FromHexString(Leaves[size - 1])));

            Convert.ToHexStringLower(tree.Root()).ShouldBe(Roots[size]);
        }
    }

    [Fact]
    public void Root_WhenAnyNumberOfLeavesIsAdded_ThenIsThatOfTheDefinition()
    {
        var log = Counted(70);
        var tree = new GrowingTree();

        for (var size = 1; size <= log.Leaves.Count; size++)
        {
            tree.Add(MerkleHash.OfLeaf(log.Leaves[size - 1]));

            tree.Root().ShouldBe(log.Root(size));
        }
    }

    [Fact]
    public void Includes_WhenEveryLeafOfEverySizeIsAsked_ThenHoldsAndFailsForEveryOtherIndex()
    {
        var log = Counted(33);
        for (var size = 1; size <= log.Leaves.Count; size++)
        {
            var root = log.Root(size);
            for (var index = 0; index < size; index++)
            {
                var hash = MerkleHash.OfLeaf(log.Leaves[index]);
                var proof = log.InclusionProof(index, size);

                MerkleProof.Includes(root, hash, (ulong)index, (ulong)size, proof).ShouldBeTrue();
                MerkleProof.Includes(root, hash, (ulong)index + 1, (ulong)size, proof).ShouldBeFalse();
                MerkleProof.Includes(root, MerkleHash.Empty, (ulong)index, (ulong)size, proof).ShouldBeFalse();
                MerkleProof.Includes(root, hash, (ulong)index, (ulong)size, [.. proof, root]).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void IsConsistent_WhenEveryPairOfSizesIsAsked_ThenHoldsAndFailsForAnotherRoot()
    {
        var log = Counted(33);
        for (var size = 1; size <= log.Leaves.Count; size++)
        {
            for (var from = 1; from <= size; from++)
            {
                var proof = log.ConsistencyProof(from, size);
                var (old, root) = (log.Root(from), log.Root(size));

                MerkleProof.IsConsistent((ulong)from, old, (ulong)size, root, proof).ShouldBeTrue();
                MerkleProof
                    .IsConsistent((ulong)from, log.Root((from + 1) % 34), (ulong)size, root, proof)
                    .ShouldBeFalse();
                MerkleProof.IsConsistent((ulong)from, old, (ulong)size, root, [.. proof, root]).ShouldBeFalse();
            }
        }
    }

    [Theory]
    // The example of C2SP tlog-tiles: index 1234067 is x001/x234/067.
    [InlineData(1234067UL, 256, "tile/0/x001/x234/067")]
    [InlineData(0UL, 256, "tile/0/000")]
    [InlineData(273UL, 112, "tile/0/273.p/112")]
    [InlineData(1000UL, 1, "tile/0/x001/000.p/1")]
    public void OfHashes_WhenIndexAndWidthAreGiven_ThenIsThePathOfTheSpecification(
        ulong index,
        int width,
        string path
    ) => TilePath.OfHashes(0, index, width).ShouldBe(path);

    [Theory]
    [InlineData(70_000UL, 272UL, 256)]
    [InlineData(70_000UL, 273UL, 112)]
    [InlineData(70_000UL, 274UL, 0)]
    [InlineData(256UL, 0UL, 256)]
    [InlineData(256UL, 1UL, 0)]
    public void Width_WhenATreeEndsInATile_ThenIsWhatItHoldsThere(ulong size, ulong index, int width) =>
        TilePath.Width(index, size).ShouldBe(width);

    private static ALog Counted(int count)
    {
        var log = new ALog();
        log.Leaves.AddRange(Enumerable.Range(0, count).Select(number => new[] { (byte)number, (byte)7 }));
        return log;
    }
}
