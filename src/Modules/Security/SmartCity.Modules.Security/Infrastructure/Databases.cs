using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Modules.Security.Infrastructure;

internal sealed class SqliteSecurityDb(DbContextOptions<SqliteSecurityDb> options) : SecurityDb(options);

internal sealed class PostgresSecurityDb(DbContextOptions<PostgresSecurityDb> options) : SecurityDb(options);

internal sealed class SqlServerSecurityDb(DbContextOptions<SqlServerSecurityDb> options) : SecurityDb(options);

internal sealed class SqliteSecurityDbFactory : IDesignTimeDbContextFactory<SqliteSecurityDb>
{
    public SqliteSecurityDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteSecurityDb>(DatabaseKind.Sqlite, SecurityDb.SchemaName));
}

internal sealed class PostgresSecurityDbFactory : IDesignTimeDbContextFactory<PostgresSecurityDb>
{
    public PostgresSecurityDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgresSecurityDb>(DatabaseKind.PostgreSql, SecurityDb.SchemaName));
}

internal sealed class SqlServerSecurityDbFactory : IDesignTimeDbContextFactory<SqlServerSecurityDb>
{
    public SqlServerSecurityDb CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerSecurityDb>(DatabaseKind.SqlServer, SecurityDb.SchemaName));
}
