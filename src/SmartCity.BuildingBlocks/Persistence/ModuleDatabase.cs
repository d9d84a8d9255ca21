using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>The context of a module and its three derived contexts, one for each database.</summary>
public sealed record ModuleDatabase(Type Context, Type Sqlite, Type PostgreSql, Type SqlServer)
{
    private const int MostKept = 128;

    internal Action<IServiceCollection, string> AddPools { get; private init; } = (_, _) => { };

    public static ModuleDatabase Of<TContext, TSqlite, TPostgreSql, TSqlServer>()
        where TContext : ModuleDbContext
        where TSqlite : TContext
        where TPostgreSql : TContext
        where TSqlServer : TContext =>
        new(typeof(TContext), typeof(TSqlite), typeof(TPostgreSql), typeof(TSqlServer))
        {
            AddPools = (services, schema) =>
            {
                AddPool<TSqlite>(services, schema);
                AddPool<TPostgreSql>(services, schema);
                AddPool<TSqlServer>(services, schema);
            },
        };

    public Type For(DatabaseKind kind) =>
        kind switch
        {
            DatabaseKind.Sqlite => Sqlite,
            DatabaseKind.PostgreSql => PostgreSql,
            DatabaseKind.SqlServer => SqlServer,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    // Contexts are used again: making one with all its services costs more than most statements.
    private static void AddPool<TDerived>(IServiceCollection services, string schema)
        where TDerived : ModuleDbContext =>
        services.AddDbContextPool<TDerived>(
            (provider, builder) =>
                ModuleDbContextOptions.Configure(builder, provider.GetRequiredService<DatabaseChoice>(), schema),
            MostKept
        );
}

public static class ModuleDatabaseRegistration
{
    /// <summary>Registers the derived context of the chosen database as the module's own context and interface.</summary>
    public static IServiceCollection AddModuleDatabase<TInterface, TContext>(
        this IServiceCollection services,
        IModule module
    )
        where TInterface : class
        where TContext : ModuleDbContext, TInterface
    {
        module.Database!.AddPools(services, module.Schema);
        services.AddScoped(provider =>
            (TContext)
                provider.GetRequiredService(module.Database!.For(provider.GetRequiredService<DatabaseChoice>().Kind))
        );
        services.AddScoped<TInterface>(provider => provider.GetRequiredService<TContext>());
        return services;
    }
}

/// <summary>The options of every module's context for the chosen database.</summary>
public static class ModuleDbContextOptions
{
    /// <summary>How a context talks to its database; the design-time factories use the same.</summary>
    public static void Configure(DbContextOptionsBuilder builder, DatabaseChoice choice, string schema)
    {
        const string History = "migrations_history";
        // Loading a root with several collections in one statement multiplies rows; each collection is its own statement.
        const QuerySplittingBehavior EachCollection = QuerySplittingBehavior.SplitQuery;
        switch (choice.Kind)
        {
            case DatabaseKind.Sqlite:
                builder.UseSqlite(
                    choice.ConnectionString,
                    sqlite =>
                        sqlite.MigrationsHistoryTable($"{schema}_{History}").UseQuerySplittingBehavior(EachCollection)
                );
                break;
            case DatabaseKind.PostgreSql:
                builder.UseNpgsql(
                    choice.ConnectionString,
                    npgsql => npgsql.MigrationsHistoryTable(History, schema).UseQuerySplittingBehavior(EachCollection)
                );
                break;
            case DatabaseKind.SqlServer:
                builder.UseSqlServer(
                    choice.ConnectionString,
                    server => server.MigrationsHistoryTable(History, schema).UseQuerySplittingBehavior(EachCollection)
                );
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(choice));
        }

        builder.UseSnakeCaseNamingConvention();
    }
}
