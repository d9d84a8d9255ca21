using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Operations.Application;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Operations.Infrastructure;

/// <summary>The module's database; each derived context has the migrations of one database.</summary>
internal abstract class OperationsDb(DbContextOptions options) : ModuleDbContext(options), IOperationsDatabase
{
    internal const string SchemaName = "operations";

    public override string Schema => SchemaName;

    public DbSet<Warranty> Warranties => Set<Warranty>();

    public DbSet<FaultReport> FaultReports => Set<FaultReport>();

    public DbSet<ViolationCase> ViolationCases => Set<ViolationCase>();

    public DbSet<MaintenanceRequest> MaintenanceRequests => Set<MaintenanceRequest>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.MapStatutoryClocks();
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteOperationsDb(DbContextOptions<SqliteOperationsDb> options) : OperationsDb(options);

internal sealed class PostgresOperationsDb(DbContextOptions<PostgresOperationsDb> options) : OperationsDb(options);

internal sealed class SqlServerOperationsDb(DbContextOptions<SqlServerOperationsDb> options) : OperationsDb(options);

internal sealed class SqliteOperationsDbFactory : IDesignTimeDbContextFactory<SqliteOperationsDb>
{
    public SqliteOperationsDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteOperationsDb>(DatabaseKind.Sqlite, OperationsDb.SchemaName));
}

internal sealed class PostgresOperationsDbFactory : IDesignTimeDbContextFactory<PostgresOperationsDb>
{
    public PostgresOperationsDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgresOperationsDb>(DatabaseKind.PostgreSql, OperationsDb.SchemaName));
}

internal sealed class SqlServerOperationsDbFactory : IDesignTimeDbContextFactory<SqlServerOperationsDb>
{
    public SqlServerOperationsDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerOperationsDb>(DatabaseKind.SqlServer, OperationsDb.SchemaName));
}
