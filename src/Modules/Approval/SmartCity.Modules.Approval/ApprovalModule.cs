using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Approval.Api;
using SmartCity.Modules.Approval.Application;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.Importing;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Application.Reviewing;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Infrastructure;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval;

/// <summary>From the declaration of a project to the last payment of its money (articles 2 to 7, 37 to 39).</summary>
public sealed class ApprovalModule : IModule
{
    public string Name => "Approval";

    public string Schema => ApprovalDb.SchemaName;

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database { get; } =
        ModuleDatabase.Of<ApprovalDb, SqliteApprovalDb, PostgresApprovalDb, SqlServerApprovalDb>();

    public IReadOnlyList<ModuleCommand> Commands { get; } =
    [
        new(
            ImportProjects.CommandName,
            "导入申报清单（CSV、XLSX） Imports a declaration list: FILE --as USER-NAME [--dry-run]",
            ImportProjects.RunAsync
        ),
    ];

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<IApprovalDatabase, ApprovalDb>(this);
        services.AddHousekeeping<ApprovalDb>(this);
        services.AddScoped<IOpenCases, OpenReviews>();
        services.AddScoped<IOpenCases, OpenPayments>();
        services.AddScoped<DeclarationImport>();
        services.AddScoped<IDocumentAccess, DeclarationDocumentAccess>();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        MasterPlanItemEndpoints.Map(routes);
        DeclarationEndpoints.Map(routes);
        DocumentEndpoints.Map(routes);
        ImportEndpoints.Map(routes);
        ReviewEndpoints.Map(routes);
        FundEndpoints.Map(routes);
        PaymentEndpoints.Map(routes);
        TakeOverEndpoints.Map(routes);
    }
}
