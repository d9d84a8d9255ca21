using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks.Acting;

/// <summary>
/// The same rows and round trips by plain ADO.NET, pooled and prepared: the payment, its instructions, the head of its
/// chain of entries; then payment, message and entry in one batch; then the commit.
/// </summary>
internal sealed class PlainDecline(DatabaseChoice database) : IAsyncDisposable
{
    private const string Payment = """
        SELECT id, amount_fen, approved_because, approved_by, approved_on, basis, confirmed_on, contract, declaration,
          declined_because, declined_on, kind, maintenance_request, number, payee_account, payee_bank, payee_name,
          pre_evaluation, project, receipt_number, requested_by, requested_on, state, unit, version, year
        FROM approval.payments WHERE id = $1
        """;

    private const string Instructions = """
        SELECT attempt, instructed_by, instructed_on, instruction_number, returned_because, returned_on
        FROM approval.payment_instructions WHERE payment_id = $1
        """;

    private const string Head = """
        SELECT number, hash FROM approval.audit_entries
        WHERE object_type = 'payment' AND object_id = $1 ORDER BY number DESC LIMIT 1
        """;

    private const string Update = """
        UPDATE approval.payments SET state = 'Declined', declined_because = $1, declined_on = $2, version = $3
        WHERE id = $4 AND version = $5
        """;

    private const string Message = """
        INSERT INTO approval.outbox_messages (aggregate, attempts, caused_by, id, name, next_attempt_at, occurred_at,
          payload, state)
        VALUES ($1, 0, $2, $3, 'approval.payment-declined.v1', $4, $4, $5, 'Waiting') RETURNING sequence
        """;

    private const string Entry = """
        INSERT INTO approval.audit_entries (id, at, content, hash, leaf, number, object_id, object_type, salt)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'payment', $8)
        """;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
        }.ConnectionString
    );

    public async Task DeclineAsync(Guid id)
    {
        await using var connection = await source.OpenConnectionAsync();
        var (declaration, request, version) = await LoadAsync(connection, id);
        var (number, previous) = await HeadAsync(connection, id);
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var entry = NewId(now);
        var payload =
            $$"""{"payment":"{{id}}","declaration":"{{declaration}}","maintenanceRequest":"{{request}}","reason":"{{LineHost.Reason}}","declinedOn":"{{today:O}}"}""";
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                Command(Update, LineHost.Reason, today, version + 1, id, version),
                Command(Message, id.ToString(), entry, NewId(now), now, payload),
                EntryOf(id, entry, number + 1, previous, now, today),
            },
        };
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static async Task<(Guid Declaration, Guid Request, long Version)> LoadAsync(
        NpgsqlConnection connection,
        Guid id
    )
    {
        (Guid, Guid, long) loaded;
        await using (var load = new NpgsqlCommand(Payment, connection) { Parameters = { new() { Value = id } } })
        await using (var reader = await load.ExecuteReaderAsync())
        {
            await reader.ReadAsync();
            reader.GetValues(new object[reader.FieldCount]);
            loaded = (reader.GetGuid(8), reader.GetGuid(12), reader.GetInt64(24));
        }

        await using var children = new NpgsqlCommand(Instructions, connection)
        {
            Parameters = { new() { Value = id } },
        };
        await using var rows = await children.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            rows.GetValues(new object[rows.FieldCount]);
        }

        return loaded;
    }

    private static async Task<(long Number, string Hash)> HeadAsync(NpgsqlConnection connection, Guid id)
    {
        await using var ask = new NpgsqlCommand(Head, connection) { Parameters = { new() { Value = id.ToString() } } };
        await using var reader = await ask.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetInt64(0), reader.GetString(1)) : (0, new string('0', 64));
    }

    private static NpgsqlBatchCommand EntryOf(
        Guid id,
        Guid entry,
        long number,
        string previous,
        DateTimeOffset now,
        DateOnly today
    )
    {
        var salt = RandomNumberGenerator.GetBytes(32);
        var request = Hash($$"""{"expectedVersion":1,"payment":"{{id}}","reason":"{{LineHost.Reason}}"}""");
        var result = Hash($$"""{"article":6,"auditEntry":"{{entry}}","id":"{{id}}","version":2}""");
        var content =
            $$"""{"actor":"{{LineHost.Finance.Account}}","actorKind":"Person","article":6,"codes":[],"command":"approval.decline-payment","judgements":[],"legalDate":"{{today:O}}","onBehalfOf":null,"outcome":"Accepted","request":"{{request}}","result":"{{result}}","role":"finance-bureau","unit":"{{LineHost.Finance.Unit}}"}""";
        var commitment = Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(content)]));
        var at = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var leaf =
            $$"""{"at":"{{at}}","commitment":"{{commitment}}","entry":"{{entry}}","form":1,"number":"{{number}}","objectId":"{{id}}","objectType":"payment","previous":"{{previous}}","schema":"approval"}""";
        return Command(
            Entry,
            entry,
            now,
            content,
            Hash("\0" + leaf),
            leaf,
            number,
            id.ToString(),
            Convert.ToHexStringLower(salt)
        );
    }

    private static NpgsqlBatchCommand Command(string statement, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(statement);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

#pragma warning disable RS0030 // the service takes its ids from the same clock
    private static Guid NewId(DateTimeOffset now) => Guid.CreateVersion7(now);
#pragma warning restore RS0030

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
