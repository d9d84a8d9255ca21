using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Approval.Application;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Modules.Approval.Domain.Payments;

namespace SmartCity.Modules.Approval.Infrastructure;

/// <summary>The module's database; each derived context has the migrations of one database.</summary>
internal abstract class ApprovalDb(DbContextOptions options) : ModuleDbContext(options), IApprovalDatabase
{
    internal const string SchemaName = "approval";

    public override string Schema => SchemaName;

    public DbSet<MasterPlanItem> MasterPlanItems => Set<MasterPlanItem>();

    public DbSet<Declaration> Declarations => Set<Declaration>();

    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<PaymentFacts> PaymentFacts => Set<PaymentFacts>();
}

internal sealed class SqliteApprovalDb(DbContextOptions<SqliteApprovalDb> options) : ApprovalDb(options);

internal sealed class PostgresApprovalDb(DbContextOptions<PostgresApprovalDb> options) : ApprovalDb(options);

internal sealed class SqlServerApprovalDb(DbContextOptions<SqlServerApprovalDb> options) : ApprovalDb(options);

internal sealed class SqliteApprovalDbFactory : IDesignTimeDbContextFactory<SqliteApprovalDb>
{
    public SqliteApprovalDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteApprovalDb>(DatabaseKind.Sqlite, ApprovalDb.SchemaName));
}

internal sealed class PostgresApprovalDbFactory : IDesignTimeDbContextFactory<PostgresApprovalDb>
{
    public PostgresApprovalDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgresApprovalDb>(DatabaseKind.PostgreSql, ApprovalDb.SchemaName));
}

internal sealed class SqlServerApprovalDbFactory : IDesignTimeDbContextFactory<SqlServerApprovalDb>
{
    public SqlServerApprovalDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerApprovalDb>(DatabaseKind.SqlServer, ApprovalDb.SchemaName));
}
