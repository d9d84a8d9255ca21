using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Operations.Domain.Warranties;

namespace SmartCity.Modules.Operations.Application;

/// <summary>The module's database as its use cases see it. A root is loaded with all that it holds.</summary>
internal interface IOperationsDatabase : IModuleStore
{
    DbSet<Warranty> Warranties { get; }

    DbSet<FaultReport> FaultReports { get; }

    DbSet<ViolationCase> ViolationCases { get; }

    DbSet<MaintenanceRequest> MaintenanceRequests { get; }
}
