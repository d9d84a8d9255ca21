using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Application.Identifiers;

/// <summary>
/// Reads <c>[{ "kind": …, "value": … }, …]</c> piece by piece as it arrives, and judges each identifier on the spot: what has
/// been read is let go of, and no text is made of it.
/// </summary>
internal sealed class IdentifierListReader(IdentifierCheck check, DateOnly today)
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = Json.MaximumDepth };

    /// <summary>The kinds as a request spells them, each at the place of its number.</summary>
    private static readonly byte[][] Kinds =
    [
        .. Enum.GetValues<IdentifierKind>()
            .Select(kind => Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()))),
    ];

    private readonly CheckedIdentifiers verdicts = new();
    private readonly byte[] value = new byte[IdentifierCheck.Longest];

    private Expected expected = Expected.List;
    private byte? kind;
    private int? valueLength;
    private Finding valueFinding;

    private enum Expected
    {
        List,
        Item,
        Name,
        Kind,
        Value,
        Nothing,
    }

    private static ReadOnlySpan<byte> KindName => "kind"u8;

    private static ReadOnlySpan<byte> ValueName => "value"u8;

    /// <returns>The verdicts, or that there are too many.</returns>
    /// <exception cref="JsonException">It is no such list.</exception>
    public async Task<Result<CheckedIdentifiers>> ReadAsync(PipeReader content, CancellationToken cancellationToken)
    {
        var state = new JsonReaderState(Strict);
        while (true)
        {
            var read = await content.ReadAsync(cancellationToken);
            var consumed = Take(read.Buffer, read.IsCompleted, ref state, out var isTooMany);
            if (isTooMany)
            {
                return Error.Invalid(
                    "TOO_MANY",
                    new(
                        $"一次最多核对 {CheckedIdentifiers.Most} 个号码，请分成几次。",
                        $"At most {CheckedIdentifiers.Most} identifiers in one request; send them in several."
                    )
                );
            }

            content.AdvanceTo(consumed, read.Buffer.End);
            if (read.IsCompleted)
            {
                return verdicts;
            }
        }
    }

    private SequencePosition Take(
        in ReadOnlySequence<byte> buffer,
        bool isLast,
        ref JsonReaderState state,
        out bool isTooMany
    )
    {
        var reader = new Utf8JsonReader(buffer, isLast, state);
        isTooMany = false;
        while (!isTooMany && reader.Read())
        {
            Take(ref reader, ref isTooMany);
        }

        state = reader.CurrentState;
        return reader.Position;
    }

    private void Take(ref Utf8JsonReader reader, ref bool isTooMany)
    {
        switch (expected, reader.TokenType)
        {
            case (Expected.List, JsonTokenType.StartArray):
                expected = Expected.Item;
                break;
            case (Expected.Item, JsonTokenType.StartObject):
                isTooMany = verdicts.IsFull;
                (kind, valueLength, valueFinding) = (null, null, Finding.None);
                expected = Expected.Name;
                break;
            case (Expected.Item, JsonTokenType.EndArray):
                expected = Expected.Nothing;
                break;
            case (Expected.Name, JsonTokenType.PropertyName):
                expected = NameOf(ref reader);
                break;
            case (Expected.Name, JsonTokenType.EndObject):
                Judge();
                expected = Expected.Item;
                break;
            case (Expected.Kind, JsonTokenType.String):
                kind = KindOf(ref reader);
                expected = Expected.Name;
                break;
            case (Expected.Value, JsonTokenType.String):
                TakeValue(ref reader);
                expected = Expected.Name;
                break;
            case (
                Expected.Value,
                JsonTokenType.Number
                    or JsonTokenType.True
                    or JsonTokenType.False
                    or JsonTokenType.Null
            ):
                (valueLength, valueFinding) = (0, Finding.ValueNotText);
                expected = Expected.Name;
                break;
            default:
                throw Wrong("The value could not be converted.");
        }
    }

    private Expected NameOf(ref Utf8JsonReader reader)
    {
        var (isKind, isValue) = (reader.ValueTextEquals(KindName), reader.ValueTextEquals(ValueName));
        if (!isKind && !isValue)
        {
            throw Wrong("The property could not be mapped to any .NET member.");
        }

        if (isKind ? kind is not null : valueLength is not null)
        {
            throw Wrong("Duplicate property.");
        }

        return isKind ? Expected.Kind : Expected.Value;
    }

    private static byte KindOf(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence && !reader.ValueIsEscaped)
        {
            var told = reader.ValueSpan;
            for (var index = 0; index < Kinds.Length; index++)
            {
                if (told.SequenceEqual(Kinds[index]))
                {
                    return (byte)index;
                }
            }

            return CheckedIdentifiers.UnknownKind;
        }

        for (var index = 0; index < Kinds.Length; index++)
        {
            if (reader.ValueTextEquals(Kinds[index]))
            {
                return (byte)index;
            }
        }

        return CheckedIdentifiers.UnknownKind;
    }

    // The kind may stand behind the value, so it is kept until the item ends.
    private void TakeValue(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > value.Length)
        {
            (valueLength, valueFinding) = (0, Finding.WrongLength);
            return;
        }

        try
        {
            valueLength = reader.CopyString(value);
        }
        catch (InvalidOperationException)
        {
            (valueLength, valueFinding) = (0, Finding.WrongCharacter);
        }
    }

    private void Judge()
    {
        if (kind is not { } number || valueLength is not { } length)
        {
            throw Wrong($"The object is missing required properties including: '{(kind is null ? "kind" : "value")}'.");
        }

        verdicts.Add(
            number,
            number == CheckedIdentifiers.UnknownKind ? Finding.KindUnknown | valueFinding
                : valueFinding != Finding.None ? valueFinding
                : check.FindingsOf((IdentifierKind)number, value.AsSpan(0, length), today)
        );
    }

    // The words are those by which the reader of JSON tells its own faults apart.
    private JsonException Wrong(string message) => new(message, $"$[{verdicts.Count}]", null, null);
}
