namespace SmartCity.BuildingBlocks.Http;

/// <summary>Which characters text from outside may hold.</summary>
public static class TextRules
{
    /// <summary>True for text without control characters other than line break and tab, and without lone surrogates.</summary>
    public static bool IsClean(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
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
}
