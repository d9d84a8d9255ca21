using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Tokens;

namespace SmartCity.Modules.Security;

/// <summary>Units, accounts, sign-in and tokens.</summary>
public sealed class SecurityModule : IModule
{
    private static readonly TimeSpan PruningPeriod = TimeSpan.FromHours(4);

    public string Name => "Security";

    public string Schema => SecurityDb.SchemaName;

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database { get; } =
        ModuleDatabase.Of<SecurityDb, SqliteSecurityDb, PostgresSecurityDb, SqlServerSecurityDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<ISecurityDatabase, SecurityDb>(this);
        services.AddHousekeeping<SecurityDb>(this);
        services.AddPeriodicJob<TokenPruningJob>(this, "token-pruning", PruningPeriod);
        services.AddScoped<ActingAccounts>();
        services.AddPasswords();
        services.AddTokens(configuration);
    }

    public void Map(IEndpointRouteBuilder routes) { }

    public Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ConsoleClient>().EnsureAsync(cancellationToken);
}
