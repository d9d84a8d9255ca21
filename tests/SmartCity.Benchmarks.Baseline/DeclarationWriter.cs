using System.Buffers;
using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SmartCity.Benchmarks.Baseline;

/// <summary>Writes rows as the service's JSON, straight from the reader.</summary>
/// <param name="isSqlite">SQLite keeps ids and dates as text and instants as ticks.</param>
internal sealed class DeclarationWriter(bool isSqlite)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The root and, from the further results, its parts in the order of <see cref="Statements"/>.</summary>
    /// <param name="next">The reader of the next result.</param>
    public async Task<ArrayBufferWriter<byte>?> OneAsync(
        DbDataReader root,
        Func<DbDataReader, ValueTask<DbDataReader>> next
    )
    {
        if (!await root.ReadAsync())
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>(16384);
        await using var json = new Utf8JsonWriter(body, Options);
        json.WriteStartObject();
        json.WriteString("id", Id(root, 0));
        json.WriteString("number", root.GetString(1));
        Word(json, "state", root.GetString(2));
        json.WriteString("leadUnit", Id(root, 3));
        json.WriteString("leadUnitName", root.GetString(4));
        Date(json, "draftedOn", root, 5);
        json.WritePropertyName("sheet");
        json.WriteRawValue(root.GetString(6), skipInputValidation: true);
        Money(json, "fiscalShare", root.GetInt64(7));
        var (because, on, version) = (Text(root, 8), root.IsDBNull(9) ? null : DateText(root, 9), root.GetInt64(10));
        if (root.GetBoolean(11))
        {
            throw new NotSupportedException("No project that is measured was taken over.");
        }

        var reader = await next(root);
        json.WriteStartArray("documents");
        while (await reader.ReadAsync())
        {
            json.WriteStartObject();
            json.WriteString("id", Id(reader, 0));
            Word(json, "kind", reader.GetString(1));
            json.WriteString("fileName", reader.GetString(2));
            json.WriteString("sha256", reader.GetString(3));
            json.WriteNumber("length", reader.GetInt64(4));
            json.WriteString("mediaType", reader.GetString(5));
            json.WriteString("attachedAt", Instant(reader, 6));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        reader = await next(reader);
        json.WriteStartArray("versions");
        while (await reader.ReadAsync())
        {
            json.WriteStartObject();
            json.WriteNumber("number", reader.GetInt32(0));
            Date(json, "submittedOn", reader, 1);
            json.WriteString("contentHash", reader.GetString(2));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        reader = await next(reader);
        await ReportAsync(json, reader);
        reader = await next(reader);
        await ArrangementsAsync(json, reader);
        reader = await next(reader);
        json.WriteStartArray("suspensions");
        while (await reader.ReadAsync())
        {
            json.WriteStartObject();
            json.WriteString("suspendedBecause", reader.GetString(0));
            Date(json, "suspendedOn", reader, 1);
            json.WriteString("resumedBecause", Text(reader, 2));
            Date(json, "resumedOn", reader, 3);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("cancelledBecause", because);
        json.WriteString("cancelledOn", on);
        json.WriteNull("takeOver");
        json.WriteNumber("version", version);
        json.WriteEndObject();
        await json.FlushAsync();
        return body;
    }

    public async Task<ArrayBufferWriter<byte>> ListAsync(DbDataReader reader)
    {
        var body = new ArrayBufferWriter<byte>(32768);
        await using var json = new Utf8JsonWriter(body, Options);
        json.WriteStartObject();
        json.WriteStartArray("items");
        string? last = null;
        var rows = 0;
        while (await reader.ReadAsync() && ++rows <= IDeclarations.PageSize)
        {
            last = reader.GetString(1);
            json.WriteStartObject();
            json.WriteString("id", Id(reader, 0));
            json.WriteString("number", last);
            Word(json, "state", reader.GetString(2));
            json.WriteString("projectName", reader.GetString(3));
            Word(json, "kind", Text(reader, 4));
            json.WriteString("leadUnit", Id(reader, 5));
            json.WriteString("leadUnitName", reader.GetString(6));
            Money(json, "totalInvestment", reader.GetInt64(7));
            Money(json, "fiscalShare", reader.GetInt64(8));
            Date(json, "draftedOn", reader, 9);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("next", rows > IDeclarations.PageSize ? Cursor(last!) : null);
        json.WriteEndObject();
        await json.FlushAsync();
        return body;
    }

    // Where the page ended, as the service writes it.
    private static string Cursor(string number) =>
        Base64Url.EncodeToString(
            JsonSerializer.SerializeToUtf8Bytes(new { list = "ListDeclarations", at = new { number } })
        );

    private async Task ReportAsync(Utf8JsonWriter json, DbDataReader reader)
    {
        if (!await reader.ReadAsync())
        {
            json.WriteNull("financeReport");
            return;
        }

        json.WriteStartObject("financeReport");
        json.WriteString("documentNumber", reader.GetString(0));
        Date(json, "reportedOn", reader, 1);
        json.WriteString("addressee", reader.GetString(2));
        json.WriteString("signatory", reader.GetString(3));
        json.WriteNumber("round", reader.GetInt32(4));
        Money(json, "amount", reader.GetInt64(5));
        json.WriteStartArray("proposed");
        do
        {
            Line(json, "kind", reader, 6);
        } while (await reader.ReadAsync());
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task ArrangementsAsync(Utf8JsonWriter json, DbDataReader reader)
    {
        json.WriteStartArray("arrangements");
        var number = 0;
        while (await reader.ReadAsync())
        {
            if (reader.GetInt32(0) != number)
            {
                if (number > 0)
                {
                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                number = reader.GetInt32(0);
                json.WriteStartObject();
                json.WriteNumber("number", number);
                json.WriteString("documentNumber", reader.GetString(1));
                Date(json, "arrangedOn", reader, 2);
                json.WriteString("decisionMakerName", reader.GetString(3));
                Money(json, "amount", reader.GetInt64(4));
                json.WriteStartArray("lines");
            }

            Line(json, "fundingKind", reader, 5);
        }

        if (number > 0)
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Line(Utf8JsonWriter json, string kind, DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return;
        }

        json.WriteStartObject();
        Word(json, kind, reader.GetString(column));
        json.WriteNumber("year", reader.GetInt32(column + 1));
        Money(json, "amount", reader.GetInt64(column + 2));
        json.WriteEndObject();
    }

    private static void Word(Utf8JsonWriter json, string name, string? word)
    {
        if (word is null)
        {
            json.WriteNull(name);
            return;
        }

        Span<char> spelled = stackalloc char[word.Length];
        word.CopyTo(spelled);
        spelled[0] = char.ToLowerInvariant(spelled[0]);
        json.WriteString(name, spelled);
    }

    private static void Money(Utf8JsonWriter json, string name, long fen)
    {
        Span<char> text = stackalloc char[24];
        text.TryWrite(CultureInfo.InvariantCulture, $"{fen / 100}.{fen % 100:00}", out var written);
        json.WriteString(name, text[..written]);
    }

    private void Date(Utf8JsonWriter json, string name, DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            json.WriteNull(name);
        }
        else if (isSqlite)
        {
            json.WriteString(name, reader.GetString(column));
        }
        else
        {
            Span<char> text = stackalloc char[10];
            reader
                .GetFieldValue<DateOnly>(column)
                .TryFormat(text, out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            json.WriteString(name, text[..written]);
        }
    }

    private string DateText(DbDataReader reader, int column) =>
        isSqlite
            ? reader.GetString(column)
            : reader.GetFieldValue<DateOnly>(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateTimeOffset Instant(DbDataReader reader, int column) =>
        isSqlite ? new(reader.GetInt64(column), TimeSpan.Zero) : reader.GetFieldValue<DateTimeOffset>(column);

    private Guid Id(DbDataReader reader, int column) =>
        isSqlite ? Guid.Parse(reader.GetString(column)) : reader.GetGuid(column);

    private static string? Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
