using System.Text;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>Texts as people type them into lists.</summary>
internal static class ListText
{
    private static readonly HashSet<string> NothingMeant = ["", "-", "--", "—", "——", "/", "\\", "无", "暂无"];

    /// <summary>
    /// Full-width digits, letters and signs in their usual width. Not the whole compatibility form of Unicode: that would
    /// make ² a 2 and ① a 1.
    /// </summary>
    public static string HalfWidth(string text) => Mapped(text, _ => true);

    /// <summary>Only digits and letters in their usual width: a Chinese text keeps its punctuation.</summary>
    public static string WithPlainDigits(string text) => Mapped(text, char.IsAsciiLetterOrDigit);

    /// <summary>In usual width and without any space, for words and numbers that are compared.</summary>
    public static string Condensed(string text) =>
        string.Concat(HalfWidth(text).Where(character => !char.IsWhiteSpace(character)));

    /// <summary>A short text: one line, without the breaks that only fit it into its cell.</summary>
    public static string OneLine(string text) =>
        string.Concat(WithPlainDigits(text).Where(character => character is not ('\n' or '\r' or '\t'))).Trim();

    /// <summary>True for an empty cell and for the signs that people set to say that it is empty on purpose.</summary>
    public static bool SaysNothing(string text) => NothingMeant.Contains(Condensed(text));

    private static string Mapped(string text, Func<char, bool> isMapped)
    {
        const char First = '！';
        const char Last = '～';
        const int Distance = First - '!';
        var mapped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var narrow = character is >= First and <= Last ? (char)(character - Distance) : character;
            mapped.Append(
                character == '\u3000' ? ' '
                : isMapped(narrow) ? narrow
                : character
            );
        }

        return mapped.ToString();
    }
}
