using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmartCity.EndToEndTests.Line;

/// <summary>What a file of an exported list must show for what the list answers in JSON.</summary>
internal static partial class ExportedFile
{
    private const string FormulaSigns = "=+-@＝＋－＠";

    /// <summary>The lines of a CSV (RFC 4180) with its byte order mark, the heading first.</summary>
    public static List<List<string>> LinesOf(byte[] file)
    {
        file.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeTrue("without its mark Chinese is shown as garbage");
        var text = Encoding.UTF8.GetString(file.AsSpan(Encoding.UTF8.Preamble.Length));
        var lines = new List<List<string>>();
        var cells = new List<string>();
        foreach (Match match in CsvCell().Matches(text))
        {
            var quoted = match.Groups["quoted"];
            cells.Add(quoted.Success ? quoted.Value.Replace("\"\"", "\"") : match.Groups["bare"].Value);
            if (match.Groups["end"].Value == "\r\n")
            {
                lines.Add(cells);
                cells = [];
            }
        }

        return lines;
    }

    /// <summary>The cell of a JSON value, in English: words of a set are only spaced otherwise.</summary>
    public static bool Shows(string cell, JsonNode? value)
    {
        var expected = TextOf(value);
        return cell == expected
            || (Word().IsMatch(expected) && string.Equals(Squeezed(cell), expected, StringComparison.OrdinalIgnoreCase))
            || (expected.Length > 0 && FormulaSigns.Contains(expected[0]) && cell == $"'{expected}");
    }

    private static string TextOf(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonArray list => string.Join('；', list.Select(TextOf)),
            JsonValue one when one.TryGetValue<bool>(out var yes) => yes ? "yes" : "no",
            JsonValue one when one.TryGetValue<string>(out var text) => InChina(text),
            _ => value.ToJsonString(),
        };

    private static string InChina(string text) =>
        Instant().IsMatch(text)
            ? DateTimeOffset
                .Parse(text, CultureInfo.InvariantCulture)
                .ToOffset(TimeSpan.FromHours(8))
                .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : text;

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex("(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<bare>[^,\"\r\n]*))(?<end>,|\r\n)")]
    private static partial Regex CsvCell();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T")]
    private static partial Regex Instant();
}
