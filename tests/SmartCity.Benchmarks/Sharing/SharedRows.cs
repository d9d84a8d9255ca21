using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks.Sharing;

/// <summary>
/// A million rows into a resource and out of it over HTTP, on PostgreSQL: the load checks every cell, the stream is an
/// audited retrieval. Their baselines are PostgreSQL's own COPY, of the same file and of the same rows.
/// </summary>
internal sealed class SharedRows : IExercise
{
    private const int Many = 1_000_000;
    private const int Fewer = 100_000;
    private const double Mebibyte = 1 << 20;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private static readonly IReadOnlyList<string> Sources =
    [
        "SmartCity.Benchmarks/Sharing/SharedRows.cs",
        "SmartCity.Benchmarks/Sharing/DataUnits.cs",
    ];

    private static readonly Figure Load = new(
        "load-rows",
        "load of 1,000,000 rows into a resource, validated, PostgreSQL",
        "COPY FROM of the same file into typed columns",
        Goal.AtLeast(0.20),
        "rows/s",
        Sources
    );

    private static readonly Figure Stream = new(
        "stream-rows",
        "CSV stream of 1,000,000 rows, PostgreSQL",
        "COPY (...) TO STDOUT of the same query",
        Goal.AtLeast(0.30),
        "rows/s",
        Sources
    );

    private static readonly Figure LoadMemory = new(
        "load-rows-memory",
        "largest resident memory while 1,000,000 rows are loaded",
        "the same of 100,000 rows",
        Goal.AtMost(1.25),
        "MiB",
        Sources
    );

    private static readonly Figure StreamMemory = new(
        "stream-rows-memory",
        "largest resident memory while 1,000,000 rows are streamed",
        "the same of 100,000 rows",
        Goal.AtMost(1.25),
        "MiB",
        Sources
    );

    private DatabaseChoice database = null!;
    private HostProcess service = null!;
    private DataUnits units = null!;
    private Guid many;
    private string manyRows = null!;
    private string fewerRows = null!;

    public IReadOnlyList<Figure> Figures { get; } = [Load, LoadMemory, Stream, StreamMemory];

    public async Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        var folder = workbench.NewFolder("sharing");
        (manyRows, fewerRows) = (Path.Combine(folder, "many.csv"), Path.Combine(folder, "fewer.csv"));
        DataUnits.WriteFile(manyRows, Many);
        DataUnits.WriteFile(fewerRows, Fewer);
        database = await workbench.NewDatabaseAsync(DatabaseKind.PostgreSql, cancellationToken);
        await StatementAsync(
            "CREATE TABLE plain_rows (code text, name text, level integer, amount numeric, day date)",
            cancellationToken
        );
        service = await workbench.StartProductAsync(database, folder, cancellationToken, "Demonstration");
        units = await DataUnits.SignInAsync(service.Address, folder, cancellationToken);
        many = await units.PublishAsync(cancellationToken);
        await units.GrantAsync(many, cancellationToken);
        // Once unmeasured, with the smaller file.
        await units.SendAsync(many, fewerRows, cancellationToken);
        DifferentAnswersException.Demand("lines", $"{await units.TakeAsync(cancellationToken)}", $"{Fewer + 1}");
        await CopyInAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken)
    {
        var fewerLoaded = await MeasureAsync(() => units.SendAsync(many, fewerRows, cancellationToken));
        var fewerStreamed = await MeasureAsync(() => units.TakeAsync(cancellationToken));
        await Workbench.SettleAsync(database, cancellationToken);
        var plainLoaded = await MeasureAsync(() => CopyInAsync(cancellationToken));
        await Workbench.SettleAsync(database, cancellationToken);
        var loaded = await MeasureAsync(() => units.SendAsync(many, manyRows, cancellationToken));
        await Workbench.SettleAsync(database, cancellationToken);
        long lines = 0;
        var streamed = await MeasureAsync(async () => lines = await units.TakeAsync(cancellationToken));
        DifferentAnswersException.Demand("lines", $"{lines}", $"{Many + 1}");
        var plainStreamed = await MeasureAsync(async () => lines = await CopyOutAsync(cancellationToken));
        DifferentAnswersException.Demand("rows copied out", $"{lines}", $"{Many}");
        return
        [
            new(Load, Many / loaded.Seconds, Many / plainLoaded.Seconds),
            new(LoadMemory, loaded.Peak, fewerLoaded.Peak),
            new(Stream, Many / streamed.Seconds, Many / plainStreamed.Seconds),
            new(StreamMemory, streamed.Peak, fewerStreamed.Peak),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        units.Dispose();
        await service.DisposeAsync();
    }

    // How long it takes, and how much the service holds meanwhile at the most.
    private async Task<(double Seconds, double Peak)> MeasureAsync(Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        var working = work();
        long peak = 0;
        while (!working.IsCompleted)
        {
            peak = Math.Max(peak, service.ResidentBytes);
            await Task.WhenAny(working, Task.Delay(BetweenLooks));
        }

        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await working;
        return (seconds, peak / Mebibyte);
    }

    private async Task CopyInAsync(CancellationToken cancellationToken)
    {
        await StatementAsync("TRUNCATE plain_rows", cancellationToken);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var file = File.OpenRead(manyRows);
        await using var copy = await connection.BeginTextImportAsync(
            "COPY plain_rows FROM STDIN (FORMAT csv, HEADER)",
            cancellationToken
        );
        // Past the writer of texts, as the bytes that they are.
        await file.CopyToAsync(copy.BaseStream, 1 << 16, cancellationToken);
    }

    private async Task<long> CopyOutAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        using var copy = await connection.BeginTextExportAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                COPY (SELECT number, payload FROM data_sharing.resource_rows WHERE resource = '{many}'
                  AND data_version = (SELECT max(data_version) FROM data_sharing.resource_rows WHERE resource = '{many}')
                  ORDER BY number) TO STDOUT
                """
            ),
            cancellationToken
        );
        return await DataUnits.LinesAsync(((StreamReader)copy).BaseStream, cancellationToken);
    }

    private async Task StatementAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // statements of this file
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
