using System.Globalization;

namespace SmartCity.Evidence.Log;

/// <summary>Where C2SP tlog-tiles puts a tile: <c>tile/LEVEL/N[.p/WIDTH]</c> and <c>tile/entries/N[.p/WIDTH]</c>.</summary>
internal static class TilePath
{
    /// <summary>Hashes, or entries, of a full tile.</summary>
    public const int FullWidth = 256;

    public static string OfHashes(int level, ulong index, int width) =>
        string.Create(CultureInfo.InvariantCulture, $"tile/{level}/{Numbered(index, width)}");

    public static string OfEntries(ulong index, int width) => $"tile/entries/{Numbered(index, width)}";

    /// <summary>How many leaves of a tree of this size stand in the tile of this index; 0 where the tree does not reach it.</summary>
    public static int Width(ulong index, ulong size)
    {
        var before = index * FullWidth;
        return before >= size ? 0 : (int)Math.Min(FullWidth, size - before);
    }

    // 1234067 is x001/x234/067, so that no file has the name of a folder.
    private static string Numbered(ulong index, int width)
    {
        var path = (index % 1000).ToString("d3", CultureInfo.InvariantCulture);
        for (var rest = index / 1000; rest > 0; rest /= 1000)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:d3}/{path}");
        }

        return width == FullWidth ? path : string.Create(CultureInfo.InvariantCulture, $"{path}.p/{width}");
    }
}
