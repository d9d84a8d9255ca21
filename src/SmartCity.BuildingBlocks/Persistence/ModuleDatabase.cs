using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>The context of a module and its three derived contexts, one for each database.</summary>
public sealed record ModuleDatabase(Type Context, Type Sqlite, Type PostgreSql, Type SqlServer)
{
    public static ModuleDatabase Of<TContext, TSqlite, TPostgreSql, TSqlServer>()
        where TContext : ModuleDbContext
        where TSqlite : TContext
        where TPostgreSql : TContext
        where TSqlServer : TContext => new(typeof(TContext), typeof(TSqlite), typeof(TPostgreSql), typeof(TSqlServer));

    public Type For(DatabaseKind kind) =>
        kind switch
        {
            DatabaseKind.Sqlite => Sqlite,
            DatabaseKind.PostgreSql => PostgreSql,
            DatabaseKind.SqlServer => SqlServer,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
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
        services.AddSingleton(provider => new ContextPool<TContext>(
            module.Database!.For(provider.GetRequiredService<DatabaseChoice>().Kind),
            provider.GetRequiredService<ModuleDbContextOptions>().For(module)
        ));
        services.AddScoped(provider => provider.GetRequiredService<ContextPool<TContext>>().Take());
        services.AddScoped<TInterface>(provider => provider.GetRequiredService<TContext>());
        return services;
    }
}

/// <summary>
/// A module's contexts, used again and again: making one with all its services costs more than most statements. A
/// context goes back when its scope ends.
/// </summary>
internal sealed class ContextPool<TContext>
    where TContext : ModuleDbContext
{
    private const int MostKept = 128;

    public ContextPool(Type derived, DbContextOptions options)
    {
        var pool = Activator.CreateInstance(
            typeof(PooledDbContextFactory<>).MakeGenericType(derived),
            options,
            MostKept
        )!;
        Take = pool.GetType()
            .GetMethod(nameof(PooledDbContextFactory<DbContext>.CreateDbContext))!
            .CreateDelegate<Func<TContext>>(pool);
    }

    public Func<TContext> Take { get; }
}

/// <summary>The options of every module's context for the chosen database; built once.</summary>
public sealed class ModuleDbContextOptions(DatabaseChoice choice, IServiceProvider services)
{
    private readonly Dictionary<Type, DbContextOptions> byContext = [];
    private readonly Lock gate = new();

    public DbContextOptions For(IModule module)
    {
        var context = module.Database!.For(choice.Kind);
        lock (gate)
        {
            if (!byContext.TryGetValue(context, out var options))
            {
                var builder = (DbContextOptionsBuilder)
                    Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
                Configure(builder, choice, module.Schema);
                builder.UseApplicationServiceProvider(services);
                byContext.Add(context, options = builder.Options);
            }

            return options;
        }
    }

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
