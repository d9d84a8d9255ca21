using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Clocks;

/// <summary>
/// Raises the rungs that are due. Each is an act of its own: the rung's mark, its notice, its audit entry and, where a
/// duty was missed, the breach, in one transaction on a clock that is held. So it does not matter how often, on how many
/// instances at once, or how long after its day this runs.
/// </summary>
internal sealed class ClockLadder(
    IEnumerable<ModuleClocks> modules,
    IServiceScopeFactory scopes,
    ILegalClock legalClock,
    IIdSource ids
)
{
    private const int BatchSize = 200;
    private const string RunOut = "期限届满";

    /// <summary>For acts of the module on its clocks.</summary>
    internal static ObjectAuthority<StatutoryClock> OfTheModule { get; } =
        new((actor, _) => actor.Kind == ActorKind.Module, (_, _) => null);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var module in modules)
        {
            await RunAsync(module, cancellationToken);
        }
    }

    public async Task RunAsync(ModuleClocks module, CancellationToken cancellationToken)
    {
        var today = legalClock.Today;
        // What could not be saved now is left to the next run; one clock that cannot be told stops no other.
        var left = new List<StatutoryClockId>();
        var faults = new List<Exception>();
        while (await DueAsync(module, today, left, cancellationToken) is { Count: > 0 } due)
        {
            foreach (var clock in due)
            {
                try
                {
                    if (!await TakeStepsAsync(module, clock, today, cancellationToken))
                    {
                        left.Add(clock);
                    }
                }
                catch (Exception fault)
                    when (fault is InvalidOperationException or DbUpdateException && DatabaseFault.Of(fault) is null)
                {
                    left.Add(clock);
                    faults.Add(fault);
                }
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    private async Task<List<StatutoryClockId>> DueAsync(
        ModuleClocks module,
        DateOnly today,
        List<StatutoryClockId> left,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        return await module
            .DatabaseIn(scope.ServiceProvider)
            .Set<StatutoryClock>()
            .IgnoreAutoIncludes()
            .Where(clock => clock.State == ClockState.Running && clock.NextRungOn <= today && !left.Contains(clock.Id))
            .OrderBy(clock => clock.NextRungOn)
            .Select(clock => clock.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Takes one rung after the other until nothing more is due of this clock.</summary>
    /// <returns>False where one could not be saved.</returns>
    private async Task<bool> TakeStepsAsync(
        ModuleClocks module,
        StatutoryClockId id,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = module.DatabaseIn(scope.ServiceProvider);
            await database.LockAsync<StatutoryClock, StatutoryClockId>(id, cancellationToken);
            var clock = await database.Set<StatutoryClock>().FirstAsync(one => one.Id == id, cancellationToken);
            var act = scope.ServiceProvider.GetRequiredService<Act>();
            if (!TakeStep(module, clock, act, scope.ServiceProvider.GetRequiredService<RulesInForce>(), today))
            {
                return true;
            }

            var saved = await database.SaveChangesAsync(act, cancellationToken);
            if (saved.IsFailure)
            {
                return false;
            }
        }
    }

    private bool TakeStep(ModuleClocks module, StatutoryClock clock, Act act, RulesInForce rules, DateOnly today)
    {
        var kind = module.KindOf(clock);
        if (clock.HasRunOut(today))
        {
            Begin("end-clock", null);
            clock.Lapse(RunOut, today);
            return true;
        }

        var notice = ids.Next();
        if (clock.TakeRung(new(notice), today) is not { } rung)
        {
            return false;
        }

        Begin("raise-clock-notice", rung.Name);
        clock.Tell(ClockNotice.OfRung(clock, kind, rung, clock.Unit, notice, today));
        if (kind.Breach is { } breach && rung.DaysBefore < 0)
        {
            // The verdict is kept for the act's entry; it stops nothing.
            rules.Judge(breach.On(new(clock.DueOn, today)));
            if (clock.Authority is { } authority && authority != clock.Unit)
            {
                clock.Tell(ClockNotice.OfRung(clock, kind, rung, authority, ids.Next(), today));
            }
        }

        return true;

        void Begin(string command, string? name)
        {
            act.BeginByItself(
                module.Module.Name,
                $"{module.Module.Schema}.{command}",
                clock.Article,
                new ClockStep(clock.Id, name)
            );
            act.Authorise(clock, OfTheModule);
        }
    }

    /// <summary>What the audit entry's hash of the request is made of.</summary>
    private sealed record ClockStep(StatutoryClockId Clock, string? Rung);
}

/// <summary>Raises what is due of one module's clocks.</summary>
internal sealed class ClockLadderJob<TContext>(ClockLadder ladder, IEnumerable<ModuleClocks> modules) : IPeriodicJob
    where TContext : ModuleDbContext
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        ladder.RunAsync(modules.Single(one => one.Module.Database!.Context == typeof(TContext)), cancellationToken);
}
