using System.Buffers;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>
/// Text that a spreadsheet would take for a formula and carry out (OWASP, CSV injection): it begins with a sign, an
/// ordinary or a full-width one, or with a tab or line break, also after blanks that a reader may trim.
/// </summary>
internal static class Formulas
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@＝＋－＠");

    private static readonly SearchValues<char> Breaks = SearchValues.Create("\t\r\n");

    public static bool Resembles(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimStart();
        return (trimmed.Length > 0 && Signs.Contains(trimmed[0])) || (text.Length > 0 && Breaks.Contains(text[0]));
    }
}
