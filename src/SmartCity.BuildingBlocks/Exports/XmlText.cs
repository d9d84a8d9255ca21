using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>
/// Text within the XML of a workbook. Characters that XML may not hold are written as <c>_xHHHH_</c>, which spreadsheets
/// read back (ECMA-376 part 1, 22.9.2.19); text that looks like such a word is written so that it stays what it is.
/// </summary>
internal static partial class XmlText
{
    public static void Append(StringBuilder output, string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsSurrogate(character))
            {
                index = AppendPair(output, text, index);
            }
            else
            {
                _ = character switch
                {
                    '&' => output.Append("&amp;"),
                    '<' => output.Append("&lt;"),
                    '>' => output.Append("&gt;"),
                    '"' => output.Append("&quot;"),
                    '_' when EscapedWord().IsMatch(text.AsSpan(index)) => output.Append("_x005F_"),
                    '\t' or '\n' => output.Append(character),
                    < ' ' or '\uFFFE' or '\uFFFF' => output.Append(
                        CultureInfo.InvariantCulture,
                        $"_x{(int)character:X4}_"
                    ),
                    _ => output.Append(character),
                };
            }
        }
    }

    // Half a pair is no character at all.
    private static int AppendPair(StringBuilder output, string text, int index)
    {
        if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
        {
            output.Append(text, index, 2);
            return index + 1;
        }

        output.Append('\uFFFD');
        return index;
    }

    [GeneratedRegex("^_x[0-9A-Fa-f]{4}_")]
    private static partial Regex EscapedWord();
}
