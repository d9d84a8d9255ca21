using System.Diagnostics;
using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks.Acting;

/// <summary>
/// From the act in Approval to its effect in Operations: 32 writers while the dispatcher of the same instance runs. The
/// commit rate is that of the same load, beside the dispatcher.
/// </summary>
internal sealed class OutboxFlow : IExercise
{
    private const int Unmeasured = 12_000;
    private const int Measured = 10_000;

    private const string Waiting = "SELECT count(*) FROM approval.outbox_messages WHERE state = 'Waiting'";
    private const string Effects = "SELECT count(*) FROM operations.maintenance_requests WHERE state = 'Declined'";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private static readonly Figure Flow = new(
        "outbox",
        "messages from commit to effect, handlers of the line, PostgreSQL",
        "the commit rate of the same load",
        Goal.AtLeast(0.70),
        "/s",
        ["SmartCity.Benchmarks/Acting/OutboxFlow.cs"]
    );

    private static readonly Figure Backlog = new(
        "outbox-backlog",
        "time until the backlog is gone after the load",
        "the time that the load lasted",
        Goal.AtMost(1),
        "s",
        ["SmartCity.Benchmarks/Acting/OutboxFlow.cs"]
    );

    private Workbench workbench = null!;
    private DatabaseChoice database = null!;

    public IReadOnlyList<Figure> Figures { get; } = [Flow, Backlog];

    public async Task PrepareAsync(Workbench bench, CancellationToken cancellationToken)
    {
        workbench = bench;
        database = await bench.NewDatabaseAsync(DatabaseKind.PostgreSql, cancellationToken);
        await bench.MigrateAsync(database, cancellationToken);
        await MeasureAsync(Unmeasured, cancellationToken);
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken)
    {
        var (load, all) = await MeasureAsync(Measured, cancellationToken);
        return
        [
            new(Flow, Measured / all.TotalSeconds, Measured / load.TotalSeconds),
            new(Backlog, (all - load).TotalSeconds, load.TotalSeconds),
        ];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<(TimeSpan Load, TimeSpan All)> MeasureAsync(int acts, CancellationToken cancellationToken)
    {
        await using var line = new LineHost(database, workbench.NewFolder("line"));
        var payments = await line.LayReadyAsync(acts, cancellationToken);
        var dispatcher = await line.StartAsync("OutboxWorker", cancellationToken);
        var since = Stopwatch.GetTimestamp();
        var load = await Writers.DoAsync(payments, line.DeclineAsync);
        while (await line.CountAsync(Waiting, cancellationToken) > 0)
        {
            await Task.Delay(BetweenLooks, cancellationToken);
        }

        var all = Stopwatch.GetElapsedTime(since);
        await dispatcher.StopAsync(cancellationToken);
        DifferentAnswersException.Demand("effects", $"{await line.CountAsync(Effects, cancellationToken)}", $"{acts}");
        return (load, all);
    }
}
