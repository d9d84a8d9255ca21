using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Regulation.Clocks;

/// <summary>How a recount moved a clock.</summary>
/// <param name="DueOn">The last day that it has now.</param>
/// <param name="MovedOn">The legal date of the recount.</param>
public sealed record ClockMove(DateOnly DueOn, DateOnly MovedOn);

/// <summary>
/// The objects of a clock that keep its last day themselves, because they show it or have told it to other modules. Where
/// a recount moves the clock, its object takes the day over: an act of its own, with its entry and its announcements, in
/// the recount's transaction.
/// </summary>
public abstract class ClockFollower
{
    private protected ClockFollower() { }

    /// <summary>Holds the objects of these clocks, without waiting for anybody.</summary>
    /// <returns>The clocks whose object another act holds: they cannot move now.</returns>
    internal abstract Task<IReadOnlySet<StatutoryClock>> HoldAsync(
        ModuleDbContext database,
        IReadOnlyList<StatutoryClock> clocks,
        CancellationToken cancellationToken
    );

    /// <summary>Lets the objects of these clocks, which have moved and whose objects are held, take the day over.</summary>
    /// <returns>False where somebody else changed one of them meanwhile.</returns>
    internal abstract Task<bool> FollowAsync(
        ModuleDbContext database,
        Act act,
        string module,
        IReadOnlyList<StatutoryClock> clocks,
        DateOnly today,
        CancellationToken cancellationToken
    );
}

/// <inheritdoc/>
/// <param name="command">The act's logical name, prefixed by the module's schema.</param>
/// <param name="follow">
/// What the object does. It is loaded without what belongs to it, so it looks at nothing but its own values.
/// </param>
public sealed class ClockFollower<TRoot, TId>(string command, Action<TRoot, ClockMove> follow) : ClockFollower
    where TRoot : AggregateRoot<TId>
    where TId : struct, IStrongId<TId>
{
    private static readonly ObjectAuthority<TRoot> OfTheModule = new(
        (actor, _) => actor.Kind == ActorKind.Module,
        (_, _) => null
    );

    internal override async Task<IReadOnlySet<StatutoryClock>> HoldAsync(
        ModuleDbContext database,
        IReadOnlyList<StatutoryClock> clocks,
        CancellationToken cancellationToken
    )
    {
        var held = await database.LockFreeAsync<TRoot, TId>([.. clocks.Select(ObjectOf)], cancellationToken);
        var missed = clocks.ExceptBy(held, ObjectOf).ToList();
        if (missed.Count == 0)
        {
            return new HashSet<StatutoryClock>();
        }

        // A clock without an object has nobody to wait for.
        var ids = missed.ConvertAll(ObjectOf);
        var others = await database
            .Set<TRoot>()
            .IgnoreAutoIncludes()
            .Where(root => ids.Contains(root.Id))
            .Select(root => root.Id)
            .ToListAsync(cancellationToken);
        return missed.Where(clock => others.Contains(ObjectOf(clock))).ToHashSet();
    }

    internal override async Task<bool> FollowAsync(
        ModuleDbContext database,
        Act act,
        string module,
        IReadOnlyList<StatutoryClock> clocks,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var byObject = clocks.ToDictionary(ObjectOf);
        List<TId> ids = [.. byObject.Keys];
        var roots = await database
            .Set<TRoot>()
            .IgnoreAutoIncludes()
            .Where(root => ids.Contains(root.Id))
            .ToListAsync(cancellationToken);
        return roots.Count == 0
            || await database.SaveEachAsync(
                act,
                roots,
                root =>
                {
                    var clock = byObject[root.Id];
                    var move = new ClockMove(clock.DueOn, today);
                    act.BeginByItself(module, command, clock.Article, new Following(clock.Id, move));
                    act.Authorise(root, OfTheModule);
                    follow(root, move);
                },
                cancellationToken
            );
    }

    private static TId ObjectOf(StatutoryClock clock) => TId.From(Guid.Parse(clock.ObjectId));

    /// <summary>What the audit entry's hash of the request is made of.</summary>
    private sealed record Following(StatutoryClockId Clock, ClockMove Move);
}
