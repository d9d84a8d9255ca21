using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Clocks;

/// <summary>
/// Counts open clocks again that were counted by an earlier working calendar than the one in force. A clock that moves
/// leaves an entry and a notice; one that does not move only notes the calendar. Batch by batch, each one transaction:
/// stopped anywhere, on any instance, it goes on with what is not yet counted.
/// </summary>
internal sealed class ClockRecount(
    CalendarInForce inForce,
    IServiceScopeFactory scopes,
    ILegalClock legalClock,
    IIdSource ids
)
{
    private const int BatchSize = 100;

    public async Task RunAsync(ModuleClocks module, CancellationToken cancellationToken)
    {
        var calendar = inForce.Current;
        // What could not be saved now is left to the next run.
        var left = new List<StatutoryClockId>();
        var faults = new List<Exception>();
        while (await CountBatchAsync(module, calendar, left, faults, cancellationToken))
        {
            // Until every open clock is counted by this calendar.
        }

        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    private async Task<bool> CountBatchAsync(
        ModuleClocks module,
        WorkingCalendar calendar,
        List<StatutoryClockId> left,
        List<Exception> faults,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = module.DatabaseIn(scope.ServiceProvider);
        var act = scope.ServiceProvider.GetRequiredService<Act>();
        var found = 0;
        var isDone = await database.InOneTransactionAsync(
            async () =>
            {
                var clocks = await Stale(database, calendar)
                    .Where(clock => !left.Contains(clock.Id))
                    .OrderBy(clock => clock.Id)
                    .Take(BatchSize)
                    .ToListAsync(cancellationToken);
                found = clocks.Count;
                foreach (var clock in clocks)
                {
                    if (
                        !module.Knows(clock)
                        || !await CountAsync(module, database, act, clock, calendar, cancellationToken)
                    )
                    {
                        return false;
                    }
                }

                return true;
            },
            cancellationToken
        );
        if (!isDone)
        {
            await CountOneByOneAsync(module, calendar, left, faults, cancellationToken);
        }

        return found > 0;
    }

    // Somebody acted on one of them meanwhile, or one cannot be told: each is held and counted by itself.
    private async Task CountOneByOneAsync(
        ModuleClocks module,
        WorkingCalendar calendar,
        List<StatutoryClockId> left,
        List<Exception> faults,
        CancellationToken cancellationToken
    )
    {
        foreach (var id in await NextAsync(module, calendar, left, cancellationToken))
        {
            try
            {
                if (!await CountOneAsync(module, id, calendar, cancellationToken))
                {
                    left.Add(id);
                }
            }
            catch (InvalidOperationException fault) when (DatabaseFault.Of(fault) is null)
            {
                left.Add(id);
                faults.Add(fault);
            }
        }
    }

    private async Task<bool> CountOneAsync(
        ModuleClocks module,
        StatutoryClockId id,
        WorkingCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = module.DatabaseIn(scope.ServiceProvider);
        var act = scope.ServiceProvider.GetRequiredService<Act>();
        return await database.InOneTransactionAsync(
            async () =>
            {
                await database.LockAsync<StatutoryClock, StatutoryClockId>(id, cancellationToken);
                var clock = await Stale(database, calendar).FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
                return clock is null || await CountAsync(module, database, act, clock, calendar, cancellationToken);
            },
            cancellationToken
        );
    }

    private async Task<List<StatutoryClockId>> NextAsync(
        ModuleClocks module,
        WorkingCalendar calendar,
        List<StatutoryClockId> left,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Stale(module.DatabaseIn(scope.ServiceProvider), calendar)
            .Where(clock => !left.Contains(clock.Id))
            .OrderBy(clock => clock.Id)
            .Select(clock => clock.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    /// <returns>False where somebody else changed the clock meanwhile.</returns>
    private async Task<bool> CountAsync(
        ModuleClocks module,
        ModuleDbContext database,
        Act act,
        StatutoryClock clock,
        WorkingCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var today = legalClock.Today;
        if (clock.Recount(calendar, today) is not { } before)
        {
            return await NoteAsync(database, clock, cancellationToken);
        }

        act.BeginByItself(
            module.Module.Name,
            $"{module.Module.Schema}.recount-clock",
            clock.Article,
            new Movement(clock.Id, calendar.Version, before, clock.DueOn)
        );
        act.Authorise(clock, ClockLadder.OfTheModule);
        clock.Tell(ClockNotice.OfMove(clock, module.KindOf(clock), before, ids.Next(), today));
        var saved = await database.SaveChangesAsync(act, cancellationToken);
        return !saved.IsFailure;
    }

    // Nothing that the clock says has changed, so nothing is audited.
    private static async Task<bool> NoteAsync(
        ModuleDbContext database,
        StatutoryClock clock,
        CancellationToken cancellationToken
    )
    {
        database.Entry(clock).State = EntityState.Detached;
        var (id, version, calendar) = (clock.Id, clock.Version, clock.CalendarVersion);
        var provisional = clock.IsProvisional;
        return await database
                .Set<StatutoryClock>()
                .IgnoreAutoIncludes()
                .Where(one => one.Id == id && one.Version == version)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(one => one.CalendarVersion, calendar)
                            .SetProperty(one => one.IsProvisional, provisional),
                    cancellationToken
                ) == 1;
    }

    private static IQueryable<StatutoryClock> Stale(ModuleDbContext database, WorkingCalendar calendar)
    {
        var version = calendar.Version;
        return database
            .Set<StatutoryClock>()
            .Where(clock =>
                (clock.State == ClockState.Running || clock.State == ClockState.Suspended)
                && clock.CalendarVersion < version
            );
    }

    /// <summary>What the audit entry's hash of the request is made of.</summary>
    private sealed record Movement(StatutoryClockId Clock, int Calendar, DateOnly From, DateOnly To);
}

/// <summary>Counts one module's open clocks again when a calendar has landed.</summary>
internal sealed class ClockRecountJob<TContext>(ClockRecount recount, IEnumerable<ModuleClocks> modules) : IPeriodicJob
    where TContext : ModuleDbContext
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        recount.RunAsync(modules.Single(one => one.Module.Database!.Context == typeof(TContext)), cancellationToken);
}
