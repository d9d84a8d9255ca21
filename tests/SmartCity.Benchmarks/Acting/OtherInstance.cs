using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks.Acting;

/// <summary>
/// An act of one instance, whose own dispatcher does not run, and its effect by another instance over the same
/// PostgreSQL: from the act's instant to that at which the inbox row was written.
/// </summary>
internal sealed class OtherInstance : IExercise
{
    private const int Unmeasured = 300;
    private const int Measured = 1_000;

    private const string Handled = "SELECT count(*) FROM operations.inbox_messages";

    private const string NinetyNinth = """
        SELECT (1000 * extract(epoch FROM percentile_disc(0.99) WITHIN GROUP (ORDER BY i.handled_at - o.occurred_at)))::bigint
        FROM operations.inbox_messages i JOIN approval.outbox_messages o ON o.id = i.message_id
        """;

    // Apart from each other, so that each has to be called; uneven, so that none falls in step with a look.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(17);

    private static readonly Figure Latency = new(
        "event-p99",
        "event written by one instance, handled by another, 99th percentile",
        "-",
        Goal.AtMost(250),
        "ms",
        ["SmartCity.Benchmarks/Acting/OtherInstance.cs"]
    );

    private LineHost writes = null!;
    private LineHost handles = null!;

    public IReadOnlyList<Figure> Figures { get; } = [Latency];

    public async Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        var database = await workbench.NewDatabaseAsync(DatabaseKind.PostgreSql, cancellationToken);
        await workbench.MigrateAsync(database, cancellationToken);
        writes = new(database, workbench.NewFolder("line"));
        handles = new(database, workbench.NewFolder("line"));
        await writes.StartAsync("InstanceCalls", cancellationToken);
        await handles.StartAsync("InstanceCalls", cancellationToken);
        await handles.StartAsync("OutboxWorker", cancellationToken);
        await MeasureAsync(Unmeasured, cancellationToken);
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken) =>
        [new(Latency, await MeasureAsync(Measured, cancellationToken), null)];

    public async ValueTask DisposeAsync()
    {
        await writes.DisposeAsync();
        await handles.DisposeAsync();
    }

    private async Task<double> MeasureAsync(int acts, CancellationToken cancellationToken)
    {
        foreach (var payment in await writes.LayReadyAsync(acts, cancellationToken))
        {
            await writes.DeclineAsync(payment);
            await Task.Delay(Between, cancellationToken);
        }

        while (await writes.CountAsync(Handled, cancellationToken) < acts)
        {
            await Task.Delay(Between, cancellationToken);
        }

        return await writes.CountAsync(NinetyNinth, cancellationToken);
    }
}
