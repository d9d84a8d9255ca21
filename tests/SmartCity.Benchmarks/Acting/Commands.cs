using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks.Acting;

/// <summary>Acts of 32 writers, with message and entry, against <see cref="PlainDecline"/>, and against the same host without the entry.</summary>
internal sealed class Commands : IExercise
{
    // Enough for the runtime to have compiled what is used often as well as it can.
    private const int Unmeasured = 12_000;
    private const int Measured = 6_000;

    private static readonly Figure Rate = new(
        "commands",
        "commands with outbox and audit, 32 writers, PostgreSQL",
        "the same rows and round trips by ADO.NET",
        Goal.AtLeast(0.60),
        "/s",
        ["SmartCity.Benchmarks/Acting/Commands.cs", "SmartCity.Benchmarks/Acting/PlainDecline.cs"]
    );

    private static readonly Figure Entry = new(
        "commands-without-audit",
        "the same, as a share of what they reach without the audit entry",
        "a host composed without it",
        Goal.AtLeast(0.85),
        "/s",
        ["SmartCity.Benchmarks/Acting/Commands.cs", "SmartCity.Benchmarks/Acting/LineHost.cs"]
    );

    private LineHost line = null!;
    private LineHost withoutEntries = null!;
    private PlainDecline plain = null!;

    public IReadOnlyList<Figure> Figures { get; } = [Rate, Entry];

    public async Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        var database = await workbench.NewDatabaseAsync(DatabaseKind.PostgreSql, cancellationToken);
        await workbench.MigrateAsync(database, cancellationToken);
        line = new(database, workbench.NewFolder("line"));
        withoutEntries = new(database, workbench.NewFolder("line"), writesEntries: false);
        plain = new(database);
        await MeasureAsync(Unmeasured, line.DeclineAsync, cancellationToken);
        await DemandEffectAsync("product", cancellationToken);
        await MeasureAsync(Measured, withoutEntries.DeclineAsync, cancellationToken);
        await MeasureAsync(Unmeasured, plain.DeclineAsync, cancellationToken);
        await DemandEffectAsync("baseline", cancellationToken);
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken)
    {
        var product = await MeasureAsync(Measured, line.DeclineAsync, cancellationToken);
        var without = await MeasureAsync(Measured, withoutEntries.DeclineAsync, cancellationToken);
        var baseline = await MeasureAsync(Measured, plain.DeclineAsync, cancellationToken);
        return [new(Rate, product, baseline), new(Entry, product, without)];
    }

    public async ValueTask DisposeAsync()
    {
        await line.DisposeAsync();
        await withoutEntries.DisposeAsync();
        await plain.DisposeAsync();
    }

    private async Task<double> MeasureAsync(int acts, Func<Guid, Task> act, CancellationToken cancellationToken) =>
        acts / (await Writers.DoAsync(await line.LayReadyAsync(acts, cancellationToken), act)).TotalSeconds;

    // Both leave one message and one entry for each act.
    private async Task DemandEffectAsync(string who, CancellationToken cancellationToken)
    {
        var left = await line.CountAsync(
            "SELECT (SELECT count(*) FROM approval.payments WHERE state = 'Declined' AND version = 2) "
                + "+ (SELECT count(*) FROM approval.outbox_messages) + (SELECT count(*) FROM approval.audit_entries)",
            cancellationToken
        );
        DifferentAnswersException.Demand($"rows of {who}", $"{left}", $"{3 * Unmeasured}");
    }
}
