using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.DataSharing.Application;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Retrievals;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.DataSharing.Infrastructure;

/// <summary>The module's database; each derived context has the migrations of one database.</summary>
internal abstract class DataSharingDb(DbContextOptions options) : ModuleDbContext(options), IDataSharingDatabase
{
    internal const string SchemaName = "data_sharing";

    public override string Schema => SchemaName;

    public DbSet<Resource> Resources => Set<Resource>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<Retrieval> Retrievals => Set<Retrieval>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.MapStatutoryClocks();
        base.OnModelCreating(modelBuilder);
        if (Database.IsNpgsql())
        {
            modelBuilder.Entity<ResourceRow>().Property(row => row.Payload).HasColumnType("jsonb");
        }
    }
}

internal sealed class SqliteDataSharingDb(DbContextOptions<SqliteDataSharingDb> options) : DataSharingDb(options);

internal sealed class PostgresDataSharingDb(DbContextOptions<PostgresDataSharingDb> options) : DataSharingDb(options);

internal sealed class SqlServerDataSharingDb(DbContextOptions<SqlServerDataSharingDb> options) : DataSharingDb(options);

internal sealed class SqliteDataSharingDbFactory : IDesignTimeDbContextFactory<SqliteDataSharingDb>
{
    public SqliteDataSharingDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteDataSharingDb>(DatabaseKind.Sqlite, DataSharingDb.SchemaName));
}

internal sealed class PostgresDataSharingDbFactory : IDesignTimeDbContextFactory<PostgresDataSharingDb>
{
    public PostgresDataSharingDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgresDataSharingDb>(DatabaseKind.PostgreSql, DataSharingDb.SchemaName));
}

internal sealed class SqlServerDataSharingDbFactory : IDesignTimeDbContextFactory<SqlServerDataSharingDb>
{
    public SqlServerDataSharingDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerDataSharingDb>(DatabaseKind.SqlServer, DataSharingDb.SchemaName));
}
