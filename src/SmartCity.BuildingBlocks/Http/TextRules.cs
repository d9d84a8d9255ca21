using System.Buffers;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>Which characters text from outside may hold.</summary>
public static class TextRules
{
    // ASCII that is printed, and the common Chinese characters.
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code),
        .. Enumerable.Range('\u4E00', '\u9FFF' - '\u4E00' + 1).Select(code => (char)code),
    ]);

    /// <summary>
    /// True for text without control characters other than line break and tab, without characters that turn the direction
    /// of writing or are not seen at all, and without lone surrogates.
    /// </summary>
    public static bool IsClean(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            // Most text is what stands here, and is passed over many characters at once.
            var plain = text[index..].IndexOfAnyExcept(Plain);
            if (plain < 0)
            {
                return true;
            }

            index += plain;
            var character = text[index];
            if ((char.IsControl(character) && character is not ('\n' or '\r' or '\t')) || Deceives(character))
            {
                return false;
            }

            if (!char.IsSurrogate(character))
            {
                continue;
            }

            if (!char.IsHighSurrogate(character) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
            {
                return false;
            }

            index++;
        }

        return true;
    }

    /// <summary>True for clean text in one line, as names and numbers are.</summary>
    public static bool IsOneLine(string text) => IsClean(text) && text.IndexOfAny(['\n', '\r', '\t']) < 0;

    // Bidirectional controls and the byte order mark: what is read is not what is stored.
    private static bool Deceives(char character) =>
        character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
