using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Modules.Approval.Domain.Payments;

namespace SmartCity.Modules.Approval.Application;

/// <summary>The module's database as its use cases see it. A root is loaded with all that it holds.</summary>
internal interface IApprovalDatabase : IModuleStore
{
    DbSet<MasterPlanItem> MasterPlanItems { get; }

    DbSet<Declaration> Declarations { get; }

    DbSet<ImportedRow> ImportedRows { get; }

    DbSet<Payment> Payments { get; }

    DbSet<PaymentFacts> PaymentFacts { get; }
}
