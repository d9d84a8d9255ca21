using System.Buffers;
using System.Text.Json;

namespace SmartCity.Benchmarks.Baseline;

/// <summary>Reads a list of objects of texts as JSON and writes the same again, token by token; nothing is made of it between.</summary>
internal static class Echo
{
    private const int FlushEvery = 32 << 10;

    // A client that sends everything before it reads is answered after the last byte, as the service does.
    public static async Task AnswerAsync(HttpContext context)
    {
        var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            context.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        var output = context.Response.BodyWriter;
        await using var writer = new Utf8JsonWriter(output);
        var (rest, state) = (read.Buffer, new JsonReaderState());
        while (!rest.IsEmpty)
        {
            rest = Copy(rest, writer, ref state);
            await writer.FlushAsync(context.RequestAborted);
        }
    }

    private static ReadOnlySequence<byte> Copy(
        ReadOnlySequence<byte> from,
        Utf8JsonWriter to,
        ref JsonReaderState state
    )
    {
        var reader = new Utf8JsonReader(from, isFinalBlock: true, state);
        while (to.BytesPending < FlushEvery && reader.Read())
        {
            Copy(ref reader, to);
        }

        state = reader.CurrentState;
        return to.BytesPending < FlushEvery ? ReadOnlySequence<byte>.Empty : from.Slice(reader.Position);
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter to)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                to.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                to.WriteEndArray();
                break;
            case JsonTokenType.StartObject:
                to.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                to.WriteEndObject();
                break;
            case JsonTokenType.PropertyName:
                to.WritePropertyName(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
                break;
            default:
                to.WriteStringValue(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
                break;
        }
    }
}
