using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Clocks;

/// <summary>
/// Carries out what acts on objects order about their clocks, in the save of the act. A clock that runs is locked first:
/// then neither a rung that is just being raised nor the act has to give way.
/// </summary>
internal sealed class ClockKeeper(CalendarInForce calendar, IIdSource ids) : IConsequenceHandler
{
    private const string Replaced = "由新的期限取代";

    public async Task TakeEffectAsync(
        ModuleDbContext database,
        IReadOnlyList<EntailedBy> entailed,
        Act act,
        CancellationToken cancellationToken
    )
    {
        var orders = entailed.Where(one => one.Consequence is ClockOrder).ToList();
        if (orders.Count == 0)
        {
            return;
        }

        var open = await OpenClocksAsync(database, orders, cancellationToken);
        foreach (var (root, consequence) in orders)
        {
            var order = (ClockOrder)consequence;
            var running = open.Find(clock =>
                clock.IsOpen && clock.Kind == order.Kind.Code && clock.ObjectId == root.Identity
            );
            if (order is StartClock start)
            {
                running?.Lapse(Replaced, act.LegalDate);
                var clock = StatutoryClock.Start(
                    ids.Next<StatutoryClockId>(),
                    start,
                    ObjectReference.To(root),
                    act.LegalDate,
                    start.CountedBy ?? calendar.Current
                );
                database.Add(clock);
                open.Add(clock);
            }
            else if (running is not null)
            {
                Carry(order, running, act.LegalDate);
            }
        }
    }

    private void Carry(ClockOrder order, StatutoryClock clock, DateOnly today)
    {
        var outcome = order switch
        {
            SuspendClock suspend => clock.Suspend(suspend.Reason, today),
            ResumeClock => clock.Resume(today, calendar.Current),
            MeetClock => clock.Meet(today),
            LapseClock lapse => clock.Lapse(lapse.Reason, today),
            _ => throw new InvalidOperationException($"Nobody knows what {order.GetType().Name} does to a clock."),
        };
        if (outcome.IsFailure)
        {
            throw new InvalidOperationException(
                $"{order.Kind.Code} of {clock.ObjectId}: {outcome.Failure.Detail.English}"
            );
        }
    }

    // In the order of their ids, as the recount goes, so that two who hold several never wait for each other.
    private static async Task<List<StatutoryClock>> OpenClocksAsync(
        ModuleDbContext database,
        List<EntailedBy> orders,
        CancellationToken cancellationToken
    )
    {
        var objects = orders.Select(one => one.Root).Where(root => root.Version > 0).Select(root => root.Identity);
        List<string> known = [.. objects.Distinct()];
        if (known.Count == 0)
        {
            return [];
        }

        var kinds = orders.Select(one => ((ClockOrder)one.Consequence).Kind.Code).Distinct().ToList();
        var clocks = database.Set<StatutoryClock>();
        var found = await clocks
            .IgnoreAutoIncludes()
            .Where(clock =>
                known.Contains(clock.ObjectId)
                && kinds.Contains(clock.Kind)
                && (clock.State == ClockState.Running || clock.State == ClockState.Suspended)
            )
            .OrderBy(clock => clock.Id)
            .Select(clock => clock.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in found)
        {
            await database.LockAsync<StatutoryClock, StatutoryClockId>(id, cancellationToken);
        }

        return found.Count == 0
            ? []
            : await clocks.Where(clock => found.Contains(clock.Id)).ToListAsync(cancellationToken);
    }
}
