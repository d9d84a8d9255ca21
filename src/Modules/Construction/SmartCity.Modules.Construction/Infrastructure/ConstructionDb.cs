using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Construction.Application;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.CountyProjects;

namespace SmartCity.Modules.Construction.Infrastructure;

/// <summary>The module's database; each derived context has the migrations of one database.</summary>
internal abstract class ConstructionDb(DbContextOptions options) : ModuleDbContext(options), IConstructionDatabase
{
    internal const string SchemaName = "construction";

    public override string Schema => SchemaName;

    public DbSet<RecognisedCertificateKind> CertificateKinds => Set<RecognisedCertificateKind>();

    public DbSet<Contractor> Contractors => Set<Contractor>();

    public DbSet<Building> Buildings => Set<Building>();

    public DbSet<CountyProject> CountyProjects => Set<CountyProject>();
}

internal sealed class SqliteConstructionDb(DbContextOptions<SqliteConstructionDb> options) : ConstructionDb(options);

internal sealed class PostgresConstructionDb(DbContextOptions<PostgresConstructionDb> options)
    : ConstructionDb(options);

internal sealed class SqlServerConstructionDb(DbContextOptions<SqlServerConstructionDb> options)
    : ConstructionDb(options);

internal sealed class SqliteConstructionDbFactory : IDesignTimeDbContextFactory<SqliteConstructionDb>
{
    public SqliteConstructionDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteConstructionDb>(DatabaseKind.Sqlite, ConstructionDb.SchemaName));
}

internal sealed class PostgresConstructionDbFactory : IDesignTimeDbContextFactory<PostgresConstructionDb>
{
    public PostgresConstructionDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgresConstructionDb>(DatabaseKind.PostgreSql, ConstructionDb.SchemaName));
}

internal sealed class SqlServerConstructionDbFactory : IDesignTimeDbContextFactory<SqlServerConstructionDb>
{
    public SqlServerConstructionDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerConstructionDb>(DatabaseKind.SqlServer, ConstructionDb.SchemaName));
}
