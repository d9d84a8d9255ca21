using Microsoft.EntityFrameworkCore;
using SmartCity.Api.CommandLine;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Api.Database;

/// <summary>How a module's schema stands to this program.</summary>
/// <param name="Missing">Migrations of the program that the database has not seen.</param>
/// <param name="Unknown">Migrations of the database that the program does not know: a newer program made them.</param>
internal sealed record SchemaState(string Module, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)
{
    public bool IsCurrent => Missing.Count == 0 && Unknown.Count == 0;
}

/// <summary>Compares the migrations of the program with those of the database.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<IModule> StoringModules(IServiceProvider services) =>
        services.GetServices<IModule>().Where(module => module.Database is not null);

    public static ModuleDbContext ContextOf(IServiceProvider services, IModule module) =>
        (ModuleDbContext)services.GetRequiredService(module.Database!.Context);

    public static async Task<SchemaState> StateAsync(
        IServiceProvider services,
        IModule module,
        CancellationToken cancellationToken
    )
    {
        var database = ContextOf(services, module).Database;
        var known = database.GetMigrations().ToList();
        var applied = (await database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return new(module.Name, [.. known.Except(applied)], [.. applied.Except(known)]);
    }

    /// <exception cref="StartException">The schema of a module is missing, old or newer; or the database cannot be asked.</exception>
    public static async Task DemandCurrentAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var states = new List<SchemaState>();
        try
        {
            await using var scope = services.CreateAsyncScope();
            foreach (var module in StoringModules(scope.ServiceProvider))
            {
                states.Add(await StateAsync(scope.ServiceProvider, module, cancellationToken));
            }
        }
        catch (Exception fault) when (DatabaseFault.Of(fault) is { } known)
        {
            throw new StartException(ExitCode.Failure, [known.Text], fault);
        }

        var behind = string.Join(", ", states.Where(state => state.Missing.Count > 0).Select(state => state.Module));
        var ahead = string.Join(", ", states.Where(state => state.Unknown.Count > 0).Select(state => state.Module));
        if (ahead.Length > 0)
        {
            throw new StartException(
                ExitCode.Schema,
                [
                    new(
                        $"数据库结构比本程序新（模块：{ahead}），请运行较新的程序。",
                        $"The database schema is newer than this program (modules: {ahead}); run the newer program."
                    ),
                ]
            );
        }

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
    }
}
