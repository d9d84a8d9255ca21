using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Regulation.Clocks;

/// <summary>A clock, and the module whose object it runs on.</summary>
internal sealed record BoardedClock(ModuleClocks Module, StatutoryClock Clock)
{
    public ClockKind Kind => Module.KindOf(Clock);
}

/// <summary>Where a page of the board ended.</summary>
internal sealed record BoardPosition(DateOnly DueOn, string Schema, string Number);

/// <summary>
/// The clocks of all modules read as one, those due first before the others. Each module's table is asked by itself, so
/// that no statement leaves a schema. Whoever reads all objects of a module reads all its clocks; others read those that
/// the unit they act for is responsible for or oversees.
/// </summary>
internal sealed class ClockBoard(IEnumerable<ModuleClocks> modules, IServiceProvider services)
{
    // The kernel may know no module: the role is spelled here as the module spells it that gives it.
    private const string Expert = "expert";

    private readonly List<ModuleClocks> inOrder =
    [
        .. modules.OrderBy(one => one.Module.Schema, StringComparer.Ordinal),
    ];

    /// <param name="choose">Which clocks of each module.</param>
    /// <param name="after">Where the page before ended, or null for the first.</param>
    /// <param name="count">How many at most.</param>
    public async Task<List<BoardedClock>> ReadAsync(
        Actor actor,
        Func<IQueryable<StatutoryClock>, IQueryable<StatutoryClock>> choose,
        BoardPosition? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        List<BoardedClock> first = [];
        foreach (var module in inOrder)
        {
            var clocks = await choose(After(ReadableBy(actor, module), module.Module.Schema, after))
                .IgnoreAutoIncludes()
                .OrderBy(clock => clock.DueOn)
                .ThenBy(clock => clock.Number)
                .Take(count)
                .ToListAsync(cancellationToken);
            // The sort is stable: of one day, the schemas stay in order, and the clocks of a schema too.
            first =
            [
                .. first
                    .Concat(clocks.Select(clock => new BoardedClock(module, clock)))
                    .OrderBy(one => one.Clock.DueOn)
                    .Take(count),
            ];
        }

        return first;
    }

    /// <summary>One clock with its ladder and suspensions; null where it is not there, or not for this actor to read.</summary>
    public async Task<BoardedClock?> FindAsync(Actor actor, StatutoryClockId id, CancellationToken cancellationToken)
    {
        foreach (var module in inOrder)
        {
            var clock = await ReadableBy(actor, module).FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
            if (clock is not null)
            {
                return new(module, clock);
            }
        }

        return null;
    }

    /// <summary>What stands behind the position in one module's part of the board.</summary>
    internal static IQueryable<StatutoryClock> After(
        IQueryable<StatutoryClock> clocks,
        string schema,
        BoardPosition? position
    )
    {
        if (position is null)
        {
            return clocks;
        }

        var (day, number) = (position.DueOn, position.Number);
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
        return string.CompareOrdinal(schema, position.Schema) switch
        {
            < 0 => clocks.Where(clock => clock.DueOn > day),
            0 => clocks.Where(clock =>
                clock.DueOn > day || (clock.DueOn == day && string.Compare(clock.Number, number) > 0)
            ),
            > 0 => clocks.Where(clock => clock.DueOn >= day),
        };
#pragma warning restore CA1309, CA1310
    }

    private IQueryable<StatutoryClock> ReadableBy(Actor actor, ModuleClocks module)
    {
        var clocks = module.DatabaseIn(services).Set<StatutoryClock>().AsNoTracking();
        if (module.SeesAll(actor))
        {
            return clocks;
        }

        // One comparison for each unit: there is one but for those that have taken over others.
        var units = UnitsActedFor(actor);
        return units.Count == 0
            ? clocks.Where(_ => false)
            : clocks.Where(
                new Grounds<StatutoryClock>([
                    .. units.Select<ClockUnit, Expression<Func<StatutoryClock, bool>>>(unit =>
                        clock => clock.Unit == unit || clock.Authority == unit
                    ),
                ]).AsCondition()
            );
    }

    // An expert's unit is his employer, and an administrator does no business: they act for no unit.
    private static List<ClockUnit> UnitsActedFor(Actor actor) =>
        actor.Role is Expert or Actor.AdministratorRole
            ? []
            : [new(actor.Unit), .. actor.Predecessors.Select(unit => new ClockUnit(unit))];
}
