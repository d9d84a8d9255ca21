using SmartCity.Api.CommandLine;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.Database;

/// <summary>How a module's schema stands to this program.</summary>
/// <param name="Missing">Migrations of the program that the database has not seen.</param>
/// <param name="Unknown">Migrations of the database that the program does not know: a newer program made them.</param>
internal sealed record SchemaState(string Module, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)
{
    /// <summary>
    /// True when this program can serve on it. A newer program's migrations only add, so that the older one goes on while
    /// the instances are replaced; one that takes away says so by its name (ADR 0017).
    /// </summary>
    public bool IsServed => Missing.Count == 0 && !Unknown.Any(TakesAway);

    /// <summary>A name such as <c>20270301080000_ContractOldColumns</c> is all that an older program knows of it.</summary>
    public static bool TakesAway(string migration) =>
        migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..]
            .StartsWith("Contract", StringComparison.Ordinal);
}

/// <summary>Compares the migrations of the program with those of the database.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<IModule> StoringModules(IServiceProvider services) =>
        services.GetServices<IModule>().Where(module => module.Database is not null);

    public static ModuleDbContext ContextOf(IServiceProvider services, IModule module) =>
        (ModuleDbContext)services.GetRequiredService(module.Database!.Context);

    /// <summary>The states of all modules that store something; no model is built for it.</summary>
    public static async Task<IReadOnlyList<SchemaState>> StatesAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        await using var tables = await ModuleTables.OpenAsync(
            services.GetRequiredService<DatabaseChoice>(),
            cancellationToken
        );
        return await StatesAsync(services, tables, cancellationToken);
    }

    /// <param name="tables">Null where there is no database yet.</param>
    public static async Task<IReadOnlyList<SchemaState>> StatesAsync(
        IServiceProvider services,
        ModuleTables? tables,
        CancellationToken cancellationToken
    )
    {
        var kind = services.GetRequiredService<DatabaseChoice>().Kind;
        var modules = StoringModules(services).ToList();
        var applied = tables is null ? null : await tables.AppliedMigrationsAsync(modules, cancellationToken);
        return [.. modules.Select(module => StateOf(module, kind, applied?[module.Schema] ?? []))];
    }

    /// <summary>Looks whether the service can serve; a schema that a newer program has only added to is served.</summary>
    /// <returns>What the operator is told beside, or null.</returns>
    /// <exception cref="StartException">The schema of a module is missing, old or newer; or the database cannot be asked.</exception>
    public static async Task<LocalizedText?> DemandServedAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<SchemaState> states;
        try
        {
            states = await StatesAsync(services, cancellationToken);
        }
        catch (Exception fault) when (DatabaseFault.TextOf(fault) is { } text)
        {
            throw new StartException(ExitCode.Failure, [text], fault);
        }

        DemandNotBeyond(states);
        var behind = Names(states.Where(state => state.Missing.Count > 0));
        if (behind.Length > 0)
        {
            throw new StartException(
                ExitCode.Schema,
                [
                    new(
                        $"数据库结构缺少或过旧（模块：{behind}），请先运行：smartcity migrate --database …",
                        $"The database schema is missing or old (modules: {behind}); run first: smartcity migrate --database …"
                    ),
                ]
            );
        }

        var added = Names(states.Where(state => state.Unknown.Count > 0));
        return added.Length == 0
            ? null
            : new(
                $"数据库结构比本程序新（模块：{added}），但只增不减，照常运行；请尽快换成较新的程序。",
                $"The database schema is newer than this program (modules: {added}) but was only added to: serving as usual; replace the program soon."
            );
    }

    /// <exception cref="StartException">A newer program took away what this one needs, or both went different ways.</exception>
    public static void DemandNotBeyond(IReadOnlyList<SchemaState> states)
    {
        var beyond = Names(
            states.Where(state =>
                state.Unknown.Any(SchemaState.TakesAway) || state is { Unknown.Count: > 0, Missing.Count: > 0 }
            )
        );
        if (beyond.Length > 0)
        {
            throw new StartException(
                ExitCode.Schema,
                [
                    new(
                        $"数据库结构比本程序新，本程序不能再用（模块：{beyond}），请运行较新的程序。",
                        $"The database schema is newer than this program can serve (modules: {beyond}); run the newer program."
                    ),
                ]
            );
        }
    }

    private static SchemaState StateOf(IModule module, DatabaseKind kind, IEnumerable<string> applied)
    {
        var known = module.Database!.MigrationsFor(kind);
        var seen = applied.ToList();
        return new(module.Name, [.. known.Except(seen)], [.. seen.Except(known)]);
    }

    private static string Names(IEnumerable<SchemaState> states) =>
        string.Join(", ", states.Select(state => state.Module));
}
