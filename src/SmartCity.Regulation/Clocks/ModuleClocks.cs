using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Regulation.Clocks;

/// <summary>What the codes of clocks keep to.</summary>
internal static class ClockNames
{
    /// <summary>With a rung's name behind it, it still fits into the kind of a notice.</summary>
    internal const int LongestCode = 45;
}

/// <summary>The clocks of one module.</summary>
/// <param name="Kinds">The kinds that it has.</param>
/// <param name="SeesAll">Who reads every clock of the module, as he reads every object of it; others read their own unit's.</param>
public sealed record ModuleClocks(IModule Module, IReadOnlyList<ClockKind> Kinds, Func<Actor, bool> SeesAll)
{
    internal bool Knows(StatutoryClock clock) => Kinds.Any(kind => kind.Code == clock.Kind);

    /// <exception cref="InvalidOperationException">This release has no such kind.</exception>
    internal ClockKind KindOf(StatutoryClock clock) =>
        Kinds.FirstOrDefault(kind => kind.Code == clock.Kind)
        ?? throw new InvalidOperationException($"{Module.Name} has no clocks of the kind {clock.Kind}.");

    internal ModuleDbContext DatabaseIn(IServiceProvider services) =>
        (ModuleDbContext)services.GetRequiredService(Module.Database!.Context);
}

public static class ModuleClocksRegistration
{
    private static readonly TimeSpan LadderPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RecountPeriod = TimeSpan.FromMinutes(10);

    /// <summary>Gives a module statutory clocks; its context maps them with <see cref="ClockTables.MapStatutoryClocks"/>.</summary>
    public static IServiceCollection AddStatutoryClocks<TContext>(
        this IServiceCollection services,
        IModule module,
        Func<Actor, bool> seesAll,
        params IReadOnlyList<ClockKind> kinds
    )
        where TContext : ModuleDbContext
    {
        services.AddSingleton(new ModuleClocks(module, kinds, seesAll));
        services.AddPeriodicJob<ClockLadderJob<TContext>>(module, "clock-ladder", LadderPeriod);
        return services.AddPeriodicJob<ClockRecountJob<TContext>>(module, "clock-recount", RecountPeriod);
    }
}
