using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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

    /// <summary>The ids of the migrations that the program brings for this database, the oldest first; no model is built for it.</summary>
    public IReadOnlyList<string> MigrationsFor(DatabaseKind kind) =>
        Migrations.GetOrAdd(
            For(kind),
            context =>
                [
                    .. context
                        .Assembly.GetTypes()
                        .Where(type =>
                            type.IsSubclassOf(typeof(Migration))
                            && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context
                        )
                        .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id)
                        .Order(StringComparer.Ordinal),
                ]
        );

    // What an assembly brings does not change while it runs.
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Migrations = new();

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
    /// <summary>Where Entity Framework keeps which migrations were applied, in each module's schema.</summary>
    public const string HistoryTable = "migrations_history";

    /// <summary>How a context talks to its database; the design-time factories use the same.</summary>
    public static void Configure(DbContextOptionsBuilder builder, DatabaseChoice choice, string schema)
    {
        // Loading a root with several collections in one statement multiplies rows; each collection is its own statement.
        const QuerySplittingBehavior EachCollection = QuerySplittingBehavior.SplitQuery;
        switch (choice.Kind)
        {
            case DatabaseKind.Sqlite:
                builder.UseSqlite(
                    choice.ConnectionString,
                    sqlite =>
                        sqlite
                            .MigrationsHistoryTable($"{schema}_{HistoryTable}")
                            .UseQuerySplittingBehavior(EachCollection)
                );
                // Where a table is made anew, foreign keys are switched off and on outside of the transaction around it.
                builder.ConfigureWarnings(warnings =>
                    warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning)
                );
                break;
            case DatabaseKind.PostgreSql:
                builder.UseNpgsql(
                    choice.ConnectionString,
                    npgsql =>
                        npgsql.MigrationsHistoryTable(HistoryTable, schema).UseQuerySplittingBehavior(EachCollection)
                );
                break;
            case DatabaseKind.SqlServer:
                builder.UseSqlServer(
                    choice.ConnectionString,
                    server =>
                        server.MigrationsHistoryTable(HistoryTable, schema).UseQuerySplittingBehavior(EachCollection)
                );
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(choice));
        }

        builder.UseSnakeCaseNamingConvention();
        builder.AddInterceptors(ComplexValuesInProjections.Instance);
    }
}
