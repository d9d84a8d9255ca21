using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>
/// How far a witness vouches for the log, as this instance last saw it. What counts is the oldest entry that is not
/// cosigned, whether the log holds it yet or not: a log that takes nothing more is no way round the witness.
/// </summary>
/// <param name="isDemonstration">There nobody has to name a witness.</param>
internal sealed partial class CosigningWatch(
    IServiceScopeFactory scopes,
    IEnumerable<IModule> modules,
    IReadOnlyList<WitnessSettings> witnesses,
    MissingWitnessSettings settings,
    bool isDemonstration,
    TimeProvider time,
    ILogger<CosigningWatch> logger
) : ICosigningWatch, IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    // A line that no configured witness signed, say of one that was replaced, must not hide those below it for long.
    private const int MostHeadsTried = 8;

    private readonly List<IModule> storing = [.. modules.Where(module => module.Database is not null)];
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Seen? last;
    private CosigningLevel told = CosigningLevel.Current;

    private sealed record Seen(DateTimeOffset At, long Size, long CosignedSize, DateTimeOffset? MissingSince);

    public CosigningState? Known => last is { } seen ? Judge(seen, time.GetUtcNow()) : null;

    public async Task<CosigningState> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (last is { } known && IsFresh(known, now))
        {
            return Judge(known, now);
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            if (last is not { } meanwhile || !IsFresh(meanwhile, now))
            {
                meanwhile = await LookAsync(now, cancellationToken);
                last = meanwhile;
            }

            var state = Judge(meanwhile, now);
            Tell(state);
            return state;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static bool IsFresh(Seen seen, DateTimeOffset now) => (now - seen.At).Duration() < LookEvery;

    private CosigningState Judge(Seen seen, DateTimeOffset now)
    {
        var hasWitness = witnesses.Count > 0;
        var age = seen.MissingSince is { } since && now > since ? now - since : TimeSpan.Zero;
        var level =
            !hasWitness ? (isDemonstration ? CosigningLevel.Current : CosigningLevel.Alarm)
            : seen.MissingSince is null || age < settings.NoticeAfter ? CosigningLevel.Current
            : age < settings.WarnAfter ? CosigningLevel.Notice
            : age < settings.ActAfter ? CosigningLevel.Warning
            : CosigningLevel.Alarm;
        return new(
            hasWitness,
            level,
            settings.Mode,
            hasWitness && level == CosigningLevel.Alarm && settings.Mode != MissingWitnessMode.Warn,
            seen.Size,
            seen.CosignedSize,
            seen.MissingSince,
            (long)age.TotalSeconds
        );
    }

    private async Task<Seen> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SecurityDb>();
        var size = await database
            .LogStates.AsNoTracking()
            .Select(state => state.Size)
            .FirstOrDefaultAsync(cancellationToken);
        var cosigned = await CosignedSizeAsync(database, cancellationToken);
        var oldest = await LoggedAtAsync(database, cosigned, cancellationToken);
        foreach (var module in storing)
        {
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Database!.Context);
            var waiting = await context
                .AuditEntries.AsNoTracking()
                .Where(entry => entry.SequencedAt == null)
                .MinAsync(entry => (DateTimeOffset?)entry.At, cancellationToken);
            oldest = waiting < (oldest ?? DateTimeOffset.MaxValue) ? waiting : oldest;
        }

        return new(now, size, cosigned, oldest);
    }

    private async Task<long> CosignedSizeAsync(SecurityDb database, CancellationToken cancellationToken)
    {
        if (witnesses.Count == 0)
        {
            return 0;
        }

        var heads = await database
            .LogCheckpoints.AsNoTracking()
            .Where(head => head.Cosignatures != "")
            .OrderByDescending(head => head.Size)
            .Take(MostHeadsTried)
            .ToListAsync(cancellationToken);
        return heads.Find(head => witnesses.Any(witness => witness.HasCosigned(head)))?.Size ?? 0;
    }

    private static async Task<DateTimeOffset?> LoggedAtAsync(
        SecurityDb database,
        long index,
        CancellationToken cancellationToken
    )
    {
        var leaf = await database
            .LogLeaves.AsNoTracking()
            .Where(one => one.Index == index)
            .Select(one => one.Leaf)
            .FirstOrDefaultAsync(cancellationToken);
        if (leaf is null)
        {
            return null;
        }

        using var read = JsonDocument.Parse(leaf);
        return read.RootElement.GetProperty("at").GetDateTimeOffset();
    }

    // Each level is told once as it is reached, and the end of it too.
    private void Tell(CosigningState state)
    {
        if (state.Level == told)
        {
            return;
        }

        told = state.Level;
        if (!state.HasWitness)
        {
            LogNoWitness(logger);
        }
        else if (state.Level == CosigningLevel.Current)
        {
            LogCosigned(logger, state.CosignedSize);
        }
        else
        {
            LogMissing(
                logger,
                state.Level switch
                {
                    CosigningLevel.Notice => LogLevel.Warning,
                    CosigningLevel.Warning => LogLevel.Error,
                    _ => LogLevel.Critical,
                },
                state.Size - state.CosignedSize,
                state.CosignedSize,
                state.MissingSince,
                state.IsRefusing ? state.Mode : MissingWitnessMode.Warn
            );
        }
    }

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "No witness is configured: nobody but the operator vouches for the evidence log"
    )]
    private static partial void LogNoWitness(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log is cosigned again, up to {Size}")]
    private static partial void LogCosigned(ILogger logger, long size);

    [LoggerMessage(
        Message = "{Count} leaves are not cosigned, the last cosigned size is {Size}; the oldest entry came at {Since}. The service does: {Mode}"
    )]
    private static partial void LogMissing(
        ILogger logger,
        LogLevel level,
        long count,
        long size,
        DateTimeOffset? since,
        MissingWitnessMode mode
    );
}
