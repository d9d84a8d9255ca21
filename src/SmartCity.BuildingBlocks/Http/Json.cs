using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>
/// How JSON is read and written everywhere: camelCase, enums as camelCase words, ids as UUIDs. Reading is strict:
/// unknown and duplicate properties, numbers in strings, deep nesting and unprintable characters are errors.
/// </summary>
public static class Json
{
    /// <summary>Deeper input is refused before it is read.</summary>
    public const int MaximumDepth = 16;

    public static JsonSerializerOptions Options { get; } = Configure(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.MaxDepth = MaximumDepth;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatMayNotBeNull } };
        options.PropertyNameCaseInsensitive = false;
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        // Answers are read by programs as application/json and never as a page, so quotes and signs stay readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new StrongIdJsonConverterFactory());
        options.Converters.Add(new CleanTextConverter());
        return options;
    }

    // A part of a record that may not be null may not be left out either: a verdict that nobody gave is none. What is
    // ignored in JSON, or only written, has no setter here.
    private static void RequireWhatMayNotBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { Set: not null, AssociatedParameter: { IsNullable: false, HasDefaultValue: false } })
            {
                property.IsRequired = true;
            }
        }
    }

    /// <summary>Refuses text that no person types and databases disagree about: control characters and lone surrogates.</summary>
    private sealed class CleanTextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CleanText(ref reader);

        public override string ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => CleanText(ref reader)!;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value);

        private static string? CleanText(ref Utf8JsonReader reader)
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            {
                throw new JsonException("The value could not be converted to text.");
            }

            string? text;
            try
            {
                text = reader.GetString();
            }
            catch (InvalidOperationException broken)
            {
                throw new JsonException("The text is not well-formed Unicode.", broken);
            }

            return text is null || TextRules.IsClean(text)
                ? text
                : throw new JsonException("The text holds control characters.");
        }
    }
}
