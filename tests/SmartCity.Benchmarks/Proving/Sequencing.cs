using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Audit;

namespace SmartCity.Benchmarks.Proving;

/// <summary>
/// Audit entries carried into the log: read, appended with their tiles and a signed checkpoint, and marked. Against reading
/// the same rows and writing them into a table with the same indexes, 500 to a statement, and nothing else.
/// </summary>
internal sealed class Sequencing : IExercise
{
    private const int Entries = 20_000;
    private const int OfOneObject = 10;
    private const int AtOnce = 500;
    private const int Columns = 7;

    private static readonly Figure Rate = new(
        "sequencing",
        "audit entries sequenced into the log and marked, PostgreSQL",
        "reading the same rows and multi-row INSERT of 500",
        Goal.AtLeast(0.50),
        "/s",
        ["SmartCity.Benchmarks/Proving/Sequencing.cs"]
    );

    private static readonly string[] LaidReady =
    [
        "TRUNCATE approval.audit_entries, security.log_leaves, security.log_tiles, security.log_checkpoints, "
            + "security.log_states",
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            INSERT INTO approval.audit_entries (id, object_type, object_id, number, at, leaf, hash, salt, content)
            SELECT entry, 'declaration', object, number, at,
              '{"at":"2026-01-05T08:30:00.000000Z","commitment":"' || hash || '","entry":"' || entry || '","form":1,"number":"'
                || number || '","objectId":"' || object || '","objectType":"declaration","previous":"' || hash
                || '","schema":"approval"}',
              hash, hash, repeat('{"actor":"' || hash || '"}', 6)
            FROM (
              SELECT gen_random_uuid() AS entry, md5((n / {{OfOneObject}})::text) AS object, n % {{OfOneObject}} + 1 AS number,
                timestamptz '2026-01-05 08:30:00Z' + n * interval '1 millisecond' AS at, md5(n::text) || md5((-n)::text) AS hash
              FROM generate_series(0, {{Entries - 1}}) n) made
            """
        ),
        "ANALYZE approval.audit_entries",
        "CHECKPOINT",
    ];

    private static readonly string[] BareTable =
    [
        "DROP TABLE IF EXISTS public.bare_leaves",
        "CREATE TABLE public.bare_leaves (LIKE security.log_leaves INCLUDING ALL)",
        "CHECKPOINT",
    ];

    private static readonly string InsertOfMany = MakeInsert();

    private EvidenceHost host = null!;

    public IReadOnlyList<Figure> Figures { get; } = [Rate];

    public async Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        host = await EvidenceHost.StartAsync(workbench, cancellationToken);
        await RunAsync(0, cancellationToken);
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken)
    {
        await host.RunAsync(LaidReady, cancellationToken);
        await host.RunAsync(BareTable, cancellationToken);
        var copied = await CopyAsync(cancellationToken);
        await host.RunAsync(LaidReady, cancellationToken);
        var sequenced = await SequenceAsync(cancellationToken);
        DifferentAnswersException.Demand(
            "leaves",
            $"{await host.CountAsync("security.log_leaves", cancellationToken)}",
            $"{await host.CountAsync("public.bare_leaves", cancellationToken)}"
        );
        return [new(Rate, Entries / sequenced.TotalSeconds, Entries / copied.TotalSeconds)];
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    private async Task<TimeSpan> SequenceAsync(CancellationToken cancellationToken)
    {
        var sequencer = host.Get<EntrySequencer>();
        var since = Stopwatch.GetTimestamp();
        while (await sequencer.SequenceAsync(cancellationToken) > 0)
        {
            // Until none waits.
        }

        return Stopwatch.GetElapsedTime(since);
    }

    private async Task<TimeSpan> CopyAsync(CancellationToken cancellationToken)
    {
        await using var reading = await host.ConnectAsync(cancellationToken);
        await using var writing = await host.ConnectAsync(cancellationToken);
        var since = Stopwatch.GetTimestamp();
        await using var select = new NpgsqlCommand(
            "SELECT id, object_type, object_id, number, leaf FROM approval.audit_entries ORDER BY number, at, id",
            reading
        );
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
#pragma warning disable CA2100 // the statement is made below
        await using var insert = new NpgsqlCommand(InsertOfMany, writing);
#pragma warning restore CA2100
        long index = 0;
        while (await rows.ReadAsync(cancellationToken))
        {
            insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = index++ });
            insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = rows.GetGuid(0) });
            insert.Parameters.Add(Text("approval"));
            insert.Parameters.Add(Text(rows.GetString(1)));
            insert.Parameters.Add(Text(rows.GetString(2)));
            insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = rows.GetInt64(3) });
            insert.Parameters.Add(Text(rows.GetString(4)));
            if (index % AtOnce == 0)
            {
                await insert.ExecuteNonQueryAsync(cancellationToken);
                insert.Parameters.Clear();
            }
        }

        return Stopwatch.GetElapsedTime(since);
    }

    private static NpgsqlParameter<string> Text(string value) =>
        new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Varchar };

    private static string MakeInsert()
    {
        var text = new StringBuilder(
            "INSERT INTO public.bare_leaves (index, entry, schema, object_type, object_id, number, leaf) VALUES "
        );
        for (var row = 0; row < AtOnce; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            text.AppendJoin(", ", Enumerable.Range((row * Columns) + 1, Columns).Select(number => $"${number}"));
            text.Append(')');
        }

        return text.ToString();
    }
}
