using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Acceptance.Application;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Acceptance.Infrastructure;

/// <summary>The module's database; each derived context has the migrations of one database.</summary>
internal abstract class AcceptanceDb(DbContextOptions options) : ModuleDbContext(options), IAcceptanceDatabase
{
    internal const string SchemaName = "acceptance";

    public override string Schema => SchemaName;

    public DbSet<ProjectAcceptance> Acceptances => Set<ProjectAcceptance>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.MapStatutoryClocks();
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteAcceptanceDb(DbContextOptions<SqliteAcceptanceDb> options) : AcceptanceDb(options);

internal sealed class PostgresAcceptanceDb(DbContextOptions<PostgresAcceptanceDb> options) : AcceptanceDb(options);

internal sealed class SqlServerAcceptanceDb(DbContextOptions<SqlServerAcceptanceDb> options) : AcceptanceDb(options);

internal sealed class SqliteAcceptanceDbFactory : IDesignTimeDbContextFactory<SqliteAcceptanceDb>
{
    public SqliteAcceptanceDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteAcceptanceDb>(DatabaseKind.Sqlite, AcceptanceDb.SchemaName));
}

internal sealed class PostgresAcceptanceDbFactory : IDesignTimeDbContextFactory<PostgresAcceptanceDb>
{
    public PostgresAcceptanceDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgresAcceptanceDb>(DatabaseKind.PostgreSql, AcceptanceDb.SchemaName));
}

internal sealed class SqlServerAcceptanceDbFactory : IDesignTimeDbContextFactory<SqlServerAcceptanceDb>
{
    public SqlServerAcceptanceDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerAcceptanceDb>(DatabaseKind.SqlServer, AcceptanceDb.SchemaName));
}
