using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Api;
using SmartCity.Modules.Security.Api.SignIn;
using SmartCity.Modules.Security.Application;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Demonstration;
using SmartCity.Modules.Security.Application.Exporting;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Modules.Security.Infrastructure.Tokens;

namespace SmartCity.Modules.Security;

/// <summary>Units, accounts, posts, sign-in and tokens; the reading of every module's audit entries, the log that proves them and the record of exports.</summary>
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
        services.AddScoped<IExportRecord, ExportRecord>();
        services.AddScoped<DemonstrationAccounts>();
        services.AddEvidence(this, configuration);
        services.AddPasswords();
        services.AddTokens(configuration);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapUnits();
        routes.MapAccounts();
        routes.MapPosts();
        routes.MapAuditEntries();
        routes.MapExports();
        routes.MapEvidence();
    }

    public void MapRoot(IEndpointRouteBuilder routes)
    {
        routes.MapConnect();
        routes.MapSignIn();
        routes.MapTiles();
    }

    public IReadOnlyList<ModuleCommand> Commands { get; } =
    [
        new(
            FirstAdministrator.CommandName,
            "登记系统管理员并显示其密码 Registers an administrator: UNIT-NAME CREDIT-CODE USER-NAME",
            FirstAdministrator.CreateAsync
        ),
        new(
            EvidenceServices.CreateKeyCommand,
            "为审计日志生成密钥并显示公钥 Makes the evidence log's key and shows its public half: ORIGIN",
            EvidenceServices.CreateKeyAsync
        ),
    ];

    public Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ConsoleClient>().EnsureAsync(cancellationToken);

    public async Task PrepareDemonstrationAsync(
        IServiceProvider services,
        string folder,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        await PrepareAsync(services, cancellationToken);
        services.GetRequiredService<EvidenceKey>().Make(EvidenceServices.DemonstrationOrigin);
        await services.GetRequiredService<DemonstrationAccounts>().PrepareAsync(folder, output, cancellationToken);
    }
}
