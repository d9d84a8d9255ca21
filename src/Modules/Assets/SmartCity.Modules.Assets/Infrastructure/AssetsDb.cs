using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Assets.Application;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Assets.Infrastructure;

/// <summary>The module's database; each derived context has the migrations of one database.</summary>
internal abstract class AssetsDb(DbContextOptions options) : ModuleDbContext(options), IAssetsDatabase
{
    internal const string SchemaName = "assets";

    public override string Schema => SchemaName;

    public DbSet<AssetRegistration> Registrations => Set<AssetRegistration>();

    public DbSet<AssetCard> Cards => Set<AssetCard>();

    public DbSet<InventoryCampaign> Campaigns => Set<InventoryCampaign>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.MapStatutoryClocks();
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteAssetsDb(DbContextOptions<SqliteAssetsDb> options) : AssetsDb(options);

internal sealed class PostgresAssetsDb(DbContextOptions<PostgresAssetsDb> options) : AssetsDb(options);

internal sealed class SqlServerAssetsDb(DbContextOptions<SqlServerAssetsDb> options) : AssetsDb(options);

internal sealed class SqliteAssetsDbFactory : IDesignTimeDbContextFactory<SqliteAssetsDb>
{
    public SqliteAssetsDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteAssetsDb>(DatabaseKind.Sqlite, AssetsDb.SchemaName));
}

internal sealed class PostgresAssetsDbFactory : IDesignTimeDbContextFactory<PostgresAssetsDb>
{
    public PostgresAssetsDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgresAssetsDb>(DatabaseKind.PostgreSql, AssetsDb.SchemaName));
}

internal sealed class SqlServerAssetsDbFactory : IDesignTimeDbContextFactory<SqlServerAssetsDb>
{
    public SqlServerAssetsDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerAssetsDb>(DatabaseKind.SqlServer, AssetsDb.SchemaName));
}
