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
/// leaves an entry and a notice, and its object takes the day over where it keeps it; one that does not move only notes
/// the calendar. Batch by batch, each one transaction: stopped anywhere, it goes on with what is not yet counted, and
/// several instances share the work. It keeps nothing of what it has counted, so it needs no more memory for many clocks
/// than for few.
/// </summary>
internal sealed class ClockRecount(
    CalendarInForce inForce,
    IServiceScopeFactory scopes,
    ILegalClock legalClock,
    IIdSource ids
)
{
    /// <summary>Clocks in one transaction; an act on the object of one of them waits for no more than these.</summary>
    internal const int BatchSize = 250;

    private const int MostFaultsTold = 10;

    public async Task RunAsync(ModuleClocks module, CancellationToken cancellationToken)
    {
        var calendar = inForce.Current;
        await CountTogetherAsync(module, calendar, cancellationToken);
        await CountOneByOneAsync(module, calendar, cancellationToken);
    }

    // What another holds, and what cannot be told, is passed over; it is counted by itself afterwards.
    private async Task CountTogetherAsync(
        ModuleClocks module,
        WorkingCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var behind = "";
        while (await NextAsync(module, calendar, behind, cancellationToken) is { Count: > 0 } next)
        {
            behind = next[^1].Number;
            try
            {
                await CountBatchAsync(module, calendar, next, cancellationToken);
            }
            catch (Exception fault) when (IsOfOneClock(fault, cancellationToken))
            {
                // It is told when the clock that it is of is counted by itself.
            }
        }
    }

    private async Task CountOneByOneAsync(
        ModuleClocks module,
        WorkingCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var behind = "";
        var (failed, faults) = (0, new List<Exception>());
        while (await NextAsync(module, calendar, behind, cancellationToken) is { Count: > 0 } next)
        {
            behind = next[^1].Number;
            foreach (var clock in next)
            {
                try
                {
                    await CountOneAsync(module, calendar, clock.Id, cancellationToken);
                }
                catch (Exception fault) when (IsOfOneClock(fault, cancellationToken))
                {
                    failed++;
                    if (faults.Count < MostFaultsTold)
                    {
                        faults.Add(fault);
                    }
                }
            }
        }

        if (failed > 0)
        {
            throw new AggregateException(
                $"{failed} clocks of {module.Module.Name} could not be counted again.",
                faults
            );
        }
    }

    private async Task CountBatchAsync(
        ModuleClocks module,
        WorkingCalendar calendar,
        IReadOnlyList<StaleClock> next,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = module.DatabaseIn(scope.ServiceProvider);
        await database.InOneTransactionAsync(
            async () =>
            {
                var held = await database.LockFreeAsync<StatutoryClock, StatutoryClockId>(
                    [.. next.Select(clock => clock.Id)],
                    cancellationToken
                );
                var clocks = await Stale(database, calendar)
                    .Where(clock => held.Contains(clock.Id))
                    .OrderBy(clock => clock.Number)
                    .ToListAsync(cancellationToken);
                clocks.RemoveAll(clock => !module.Knows(clock));
                return await CountAsync(module, calendar, scope.ServiceProvider, clocks, cancellationToken);
            },
            cancellationToken
        );
    }

    // Whoever holds it is waited for.
    private async Task CountOneAsync(
        ModuleClocks module,
        WorkingCalendar calendar,
        StatutoryClockId id,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = module.DatabaseIn(scope.ServiceProvider);
        await database.InOneTransactionAsync(
            async () =>
            {
                await database.LockAsync<StatutoryClock, StatutoryClockId>(id, cancellationToken);
                var clocks = await Stale(database, calendar).Where(one => one.Id == id).ToListAsync(cancellationToken);
                return await CountAsync(module, calendar, scope.ServiceProvider, clocks, cancellationToken);
            },
            cancellationToken
        );
    }

    /// <returns>False where somebody else changed one of the clocks meanwhile.</returns>
    private async Task<bool> CountAsync(
        ModuleClocks module,
        WorkingCalendar calendar,
        IServiceProvider services,
        IReadOnlyList<StatutoryClock> clocks,
        CancellationToken cancellationToken
    )
    {
        var database = module.DatabaseIn(services);
        var act = services.GetRequiredService<Act>();
        var today = legalClock.Today;
        var (moved, unmoved) = (new Dictionary<StatutoryClock, DateOnly>(), new List<StatutoryClock>());
        foreach (var clock in clocks)
        {
            if (clock.Recount(calendar, today) is { } before)
            {
                moved[clock] = before;
            }
            else
            {
                unmoved.Add(clock);
            }
        }

        unmoved.ForEach(clock => database.Entry(clock).State = EntityState.Detached);
        await PassOverAsync(module, database, moved, cancellationToken);
        return await NoteAsync(database, calendar, unmoved, cancellationToken)
            && (
                moved.Count == 0
                || await database.SaveEachAsync(
                    act,
                    [.. moved.Keys],
                    clock =>
                    {
                        act.BeginByItself(
                            module.Module.Name,
                            $"{module.Module.Schema}.recount-clock",
                            clock.Article,
                            new Movement(clock.Id, calendar.Version, moved[clock], clock.DueOn)
                        );
                        act.Authorise(clock, ClockLadder.OfTheModule);
                        clock.Tell(ClockNotice.OfMove(clock, module.KindOf(clock), moved[clock], ids.Next(), today));
                    },
                    cancellationToken
                )
            )
            && await FollowAsync(module, database, act, moved.Keys, today, cancellationToken);
    }

    // A clock does not move without its object. Who holds that may be waiting for the clock, so he is not waited for.
    private static async Task PassOverAsync(
        ModuleClocks module,
        ModuleDbContext database,
        Dictionary<StatutoryClock, DateOnly> moved,
        CancellationToken cancellationToken
    )
    {
        foreach (var (follower, followed) in Followed(module, moved.Keys))
        {
            foreach (var clock in await follower.HoldAsync(database, followed, cancellationToken))
            {
                moved.Remove(clock);
                database.Entry(clock).State = EntityState.Detached;
            }
        }
    }

    private static async Task<bool> FollowAsync(
        ModuleClocks module,
        ModuleDbContext database,
        Act act,
        IEnumerable<StatutoryClock> moved,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        foreach (var (follower, followed) in Followed(module, moved))
        {
            if (!await follower.FollowAsync(database, act, module.Module.Name, followed, today, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private static List<(ClockFollower Follower, List<StatutoryClock> Clocks)> Followed(
        ModuleClocks module,
        IEnumerable<StatutoryClock> moved
    ) =>
        [
            .. moved
                .GroupBy(clock => module.KindOf(clock).Follower)
                .Where(alike => alike.Key is not null)
                .Select(alike => (alike.Key!, alike.ToList())),
        ];

    // Nothing that these clocks say has changed, so nothing is audited.
    private static async Task<bool> NoteAsync(
        ModuleDbContext database,
        WorkingCalendar calendar,
        List<StatutoryClock> unmoved,
        CancellationToken cancellationToken
    )
    {
        var version = calendar.Version;
        foreach (var alike in unmoved.GroupBy(clock => clock.IsProvisional))
        {
            var provisional = alike.Key;
            var noted = alike.Select(clock => clock.Id).ToList();
            var changed = await Stale(database, calendar)
                .IgnoreAutoIncludes()
                .Where(clock => noted.Contains(clock.Id))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(clock => clock.CalendarVersion, version)
                            .SetProperty(clock => clock.IsProvisional, provisional),
                    cancellationToken
                );
            if (changed != noted.Count)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<List<StaleClock>> NextAsync(
        ModuleClocks module,
        WorkingCalendar calendar,
        string behind,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        // From where it is, so that no look reads past all that was counted before.
        return await Stale(module.DatabaseIn(scope.ServiceProvider), calendar)
            .IgnoreAutoIncludes()
            .Where(clock => clock.Number.CompareTo(behind) > 0)
            .OrderBy(clock => clock.Number)
            .Select(clock => new StaleClock(clock.Id, clock.Number))
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
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

    // While the database is away no clock is to blame, and none can be counted.
    private static bool IsOfOneClock(Exception fault, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && DatabaseFault.Of(fault) is null;

    private sealed record StaleClock(StatutoryClockId Id, string Number);

    /// <summary>What the audit entry's hash of the request is made of.</summary>
    private sealed record Movement(StatutoryClockId Clock, int Calendar, DateOnly From, DateOnly To);
}

/// <summary>Counts one module's open clocks again where that was not done, or not to its end, when the calendar landed.</summary>
internal sealed class ClockRecountJob<TContext>(ClockRecount recount, IEnumerable<ModuleClocks> modules) : IPeriodicJob
    where TContext : ModuleDbContext
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        recount.RunAsync(modules.Single(one => one.Module.Database!.Context == typeof(TContext)), cancellationToken);
}
