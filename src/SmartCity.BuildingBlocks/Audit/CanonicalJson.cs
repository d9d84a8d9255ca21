using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>
/// The canonical form of JSON by RFC 8785, for all values that evidence uses. Numbers are whole and within ±(2^53-1);
/// money, larger numbers and dates are strings. A fraction is an error here rather than a matter of formatting.
/// </summary>
public static class CanonicalJson
{
    private const long LargestExactInteger = (1L << 53) - 1;

    /// <exception cref="FormatException">The value holds a number that is not a whole one within ±(2^53-1).</exception>
    public static string Of<T>(T value) => Of(JsonSerializer.SerializeToNode(value, Json.Options));

    /// <inheritdoc cref="Of{T}(T)"/>
    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    /// <summary>SHA-256 of the canonical form, lower-case hex.</summary>
    public static string HashOf<T>(T value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(value))));

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                WriteObject(text, members);
                break;
            case JsonArray items:
                text.Append('[');
                for (var index = 0; index < items.Count; index++)
                {
                    if (index > 0)
                    {
                        text.Append(',');
                    }

                    Write(text, items[index]);
                }

                text.Append(']');
                break;
            case JsonValue value:
                WriteValue(text, value);
                break;
            default:
                throw new FormatException($"No canonical form for {node.GetType().Name}.");
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject members)
    {
        text.Append('{');
        var separator = "";
        // RFC 8785 section 3.2.3: by UTF-16 code units, which is what ordinal comparison of .NET strings does.
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            text.Append(separator);
            WriteString(text, name);
            text.Append(':');
            Write(text, value);
            separator = ",";
        }

        text.Append('}');
    }

    private static void WriteValue(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            case JsonValueKind.String:
                WriteString(
                    text,
                    value.GetValue<JsonElement?>() is { } element ? element.GetString()! : value.ToString()
                );
                break;
            case JsonValueKind.Number:
                if (
                    !long.TryParse(
                        value.ToJsonString(),
                        NumberStyles.AllowLeadingSign,
                        CultureInfo.InvariantCulture,
                        out var number
                    ) || number is > LargestExactInteger or < -LargestExactInteger
                )
                {
                    throw new FormatException($"Evidence holds whole numbers within ±(2^53-1); write {value} as text.");
                }

                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                throw new FormatException($"No canonical form for {value.GetValueKind()}.");
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
