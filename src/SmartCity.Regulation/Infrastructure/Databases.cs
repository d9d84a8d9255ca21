using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Regulation.Infrastructure;

internal sealed class SqliteRegulationDb(DbContextOptions<SqliteRegulationDb> options) : RegulationDb(options);

internal sealed class PostgresRegulationDb(DbContextOptions<PostgresRegulationDb> options) : RegulationDb(options);

internal sealed class SqlServerRegulationDb(DbContextOptions<SqlServerRegulationDb> options) : RegulationDb(options);

internal sealed class SqliteRegulationDbFactory : IDesignTimeDbContextFactory<SqliteRegulationDb>
{
    public SqliteRegulationDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteRegulationDb>(DatabaseKind.Sqlite, RegulationDb.SchemaName));
}

internal sealed class PostgresRegulationDbFactory : IDesignTimeDbContextFactory<PostgresRegulationDb>
{
    public PostgresRegulationDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgresRegulationDb>(DatabaseKind.PostgreSql, RegulationDb.SchemaName));
}

internal sealed class SqlServerRegulationDbFactory : IDesignTimeDbContextFactory<SqlServerRegulationDb>
{
    public SqlServerRegulationDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerRegulationDb>(DatabaseKind.SqlServer, RegulationDb.SchemaName));
}
