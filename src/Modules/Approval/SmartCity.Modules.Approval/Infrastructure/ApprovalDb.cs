using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Approval.Application;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;

namespace SmartCity.Modules.Approval.Infrastructure;

/// <summary>The module's database; each derived context has the migrations of one database.</summary>
internal abstract class ApprovalDb(DbContextOptions options) : ModuleDbContext(options), IApprovalDatabase
{
    internal const string SchemaName = "approval";

    public override string Schema => SchemaName;

    public DbSet<MasterPlanItem> MasterPlanItems => Set<MasterPlanItem>();

    public DbSet<Declaration> Declarations => Set<Declaration>();
}

internal sealed class SqliteApprovalDb(DbContextOptions<SqliteApprovalDb> options) : ApprovalDb(options);

internal sealed class PostgresApprovalDb(DbContextOptions<PostgresApprovalDb> options) : ApprovalDb(options);

internal sealed class SqlServerApprovalDb(DbContextOptions<SqlServerApprovalDb> options) : ApprovalDb(options);

internal sealed class SqliteApprovalDbFactory : IDesignTimeDbContextFactory<SqliteApprovalDb>
{
    public SqliteApprovalDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteApprovalDb>(DatabaseKind.Sqlite, "Data Source=design.db"));
}

internal sealed class PostgresApprovalDbFactory : IDesignTimeDbContextFactory<PostgresApprovalDb>
{
    public PostgresApprovalDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgresApprovalDb>(DatabaseKind.PostgreSql, "Host=design"));
}

internal sealed class SqlServerApprovalDbFactory : IDesignTimeDbContextFactory<SqlServerApprovalDb>
{
    public SqlServerApprovalDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerApprovalDb>(DatabaseKind.SqlServer, "Server=design"));
}

internal static class DesignTime
{
    public static DbContextOptions<TContext> OptionsFor<TContext>(DatabaseKind kind, string connectionString)
        where TContext : ApprovalDb
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        ModuleDbContextOptions.Configure(builder, new(kind, connectionString), ApprovalDb.SchemaName);
        return builder.Options;
    }
}
