using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartCity.BuildingBlocks.Domain;

/// <summary>An identifier with a type of its own, so that a unit's id cannot be passed for a project's.</summary>
public interface IStrongId
{
    Guid Value { get; }
}

/// <inheritdoc cref="IStrongId"/>
public interface IStrongId<TSelf> : IStrongId
    where TSelf : struct, IStrongId<TSelf>
{
    static abstract TSelf From(Guid value);
}

/// <summary>Writes every strong id as its plain UUID string.</summary>
public sealed class StrongIdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeof(IStrongId).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(StrongIdJsonConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class StrongIdJsonConverter<TId> : JsonConverter<TId>
        where TId : struct, IStrongId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);

        public override TId ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            Guid.TryParseExact(reader.GetString(), "D", out var value)
                ? TId.From(value)
                : throw new JsonException("A name in this object is not an id.");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value.ToString());
    }
}
