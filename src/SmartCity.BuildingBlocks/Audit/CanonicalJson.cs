using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>
/// The canonical form of JSON by RFC 8785, for all values that evidence uses. Numbers are whole and within ±(2^53-1);
/// money, larger numbers and dates are strings. A fraction is an error here rather than a matter of formatting.
/// </summary>
public static class CanonicalJson
{
    private const long LargestExactInteger = (1L << 53) - 1;

    // The quotation mark, the backslash, and what is below the space.
    private static readonly SearchValues<char> Escaped = SearchValues.Create([
        '"',
        '\\',
        .. Enumerable.Range(0, ' ').Select(code => (char)code),
    ]);

    // A command with a missing part is rejected, but its attempt has a hash like any other.
    private static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        RespectNullableAnnotations = false,
        Converters = { new LargeIntegersAsText() },
    };

    /// <exception cref="FormatException">The value holds a number that is not a whole one within ±(2^53-1).</exception>
    /// <exception cref="JsonException">The value holds text that is not well-formed Unicode.</exception>
    public static string Of<T>(T value)
    {
        var text = new StringBuilder();
        Write(text, JsonSerializer.SerializeToElement(value, Options));
        return text.ToString();
    }

    /// <summary>SHA-256 of the canonical form, lower-case hex.</summary>
    public static string HashOf<T>(T value) => HashOfCanonical(Of(value));

    /// <summary>SHA-256 of what is in the canonical form already, lower-case hex.</summary>
    internal static string HashOfCanonical(string canonical) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    internal static void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, value);
                break;
            case JsonValueKind.Array:
                WriteArray(text, value);
                break;
            case JsonValueKind.String:
                WriteString(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                WriteNumber(text, value);
                break;
            default:
                // true, false and null are written as they are read.
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement members)
    {
        text.Append('{');
        var separator = "";
        // RFC 8785 section 3.2.3: by UTF-16 code units, which is what ordinal comparison of .NET strings does.
        foreach (var member in members.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            text.Append(separator);
            WriteString(text, member.Name);
            text.Append(':');
            Write(text, member.Value);
            separator = ",";
        }

        text.Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonElement items)
    {
        text.Append('[');
        var separator = "";
        foreach (var item in items.EnumerateArray())
        {
            text.Append(separator);
            Write(text, item);
            separator = ",";
        }

        text.Append(']');
    }

    private static void WriteNumber(StringBuilder text, JsonElement value)
    {
        if (!value.TryGetInt64(out var number) || number is > LargestExactInteger or < -LargestExactInteger)
        {
            throw new FormatException(
                $"Evidence holds whole numbers within ±(2^53-1); write {value.GetRawText()} as text."
            );
        }

        text.Append(number.ToString(CultureInfo.InvariantCulture));
    }

    internal static void WriteString(StringBuilder text, ReadOnlySpan<char> value)
    {
        text.Append('"');
        for (int plain; (plain = value.IndexOfAny(Escaped)) >= 0; value = value[(plain + 1)..])
        {
            text.Append(value[..plain]);
            WriteEscaped(text, value[plain]);
        }

        text.Append(value).Append('"');
    }

    private static void WriteEscaped(StringBuilder text, char character) =>
        _ = character switch
        {
            '"' => text.Append("\\\""),
            '\\' => text.Append("\\\\"),
            '\b' => text.Append("\\b"),
            '\f' => text.Append("\\f"),
            '\n' => text.Append("\\n"),
            '\r' => text.Append("\\r"),
            '\t' => text.Append("\\t"),
            _ => text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
        };

    // Senders may name any number, in If-Match or in a body, before a rule of input bounds it.
    private sealed class LargeIntegersAsText : JsonConverter<long>
    {
        public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Evidence is written in this form, not read.");

        public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options)
        {
            if (value is > LargestExactInteger or < -LargestExactInteger)
            {
                writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                writer.WriteNumberValue(value);
            }
        }
    }
}
