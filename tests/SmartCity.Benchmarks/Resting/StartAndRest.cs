using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks.Resting;

/// <summary>
/// How long the service takes until it says that it is ready, and what it holds of memory a little later, against an
/// ASP.NET host that does nothing (<c>tests/SmartCity.Benchmarks.EmptyHost</c>), published alike.
/// </summary>
internal sealed class StartAndRest : IExercise
{
    private const double Mebibyte = 1 << 20;

    // Long enough for what a start leaves behind to be done with.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private static readonly Figure Start = new(
        "start",
        "start to ready, ReadyToRun, schemas in place, PostgreSQL",
        "an empty ASP.NET host published alike",
        Goal.AtMost(10),
        "ms",
        ["SmartCity.Benchmarks/Resting/StartAndRest.cs", "SmartCity.Benchmarks.EmptyHost/Program.cs"]
    );

    private static readonly Figure Memory = new(
        "memory",
        "resident memory 5 s after ready",
        "an empty ASP.NET host published alike",
        Goal.AtMost(4),
        "MiB",
        ["SmartCity.Benchmarks/Resting/StartAndRest.cs", "SmartCity.Benchmarks.EmptyHost/Program.cs"]
    );

    private Workbench workbench = null!;
    private DatabaseChoice database = null!;
    private string folder = null!;

    public IReadOnlyList<Figure> Figures { get; } = [Start, Memory];

    public async Task PrepareAsync(Workbench bench, CancellationToken cancellationToken)
    {
        workbench = bench;
        database = await bench.NewDatabaseAsync(DatabaseKind.PostgreSql, cancellationToken);
        folder = bench.NewFolder("start");
        await bench.MigrateAsync(database, cancellationToken);
        // Once each unmeasured: the keys are made, the files are in the operating system's cache.
        await ProductAsync(TimeSpan.Zero, cancellationToken);
        await EmptyAsync(TimeSpan.Zero, cancellationToken);
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken)
    {
        var product = await ProductAsync(Rest, cancellationToken);
        var empty = await EmptyAsync(Rest, cancellationToken);
        return
        [
            new(Start, product.StartedIn.TotalMilliseconds, empty.StartedIn.TotalMilliseconds),
            new(Memory, product.Resident / Mebibyte, empty.Resident / Mebibyte),
        ];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<(TimeSpan StartedIn, long Resident)> ProductAsync(
        TimeSpan rest,
        CancellationToken cancellationToken
    )
    {
        await using var service = await workbench.StartProductAsync(database, folder, cancellationToken);
        await Task.Delay(rest, cancellationToken);
        return (service.StartedIn, service.ResidentBytes);
    }

    private async Task<(TimeSpan StartedIn, long Resident)> EmptyAsync(
        TimeSpan rest,
        CancellationToken cancellationToken
    )
    {
        await using var host = await workbench.StartBaselineAsync(
            "empty-host",
            new Dictionary<string, string?>(),
            cancellationToken
        );
        await Task.Delay(rest, cancellationToken);
        return (host.StartedIn, host.ResidentBytes);
    }
}
