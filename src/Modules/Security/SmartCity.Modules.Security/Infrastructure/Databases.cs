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
        new(DesignTime.Options<SqliteSecurityDb>(DatabaseKind.Sqlite, "Data Source=design.db"));
}

internal sealed class PostgresSecurityDbFactory : IDesignTimeDbContextFactory<PostgresSecurityDb>
{
    public PostgresSecurityDb CreateDbContext(string[] args) =>
        new(DesignTime.Options<PostgresSecurityDb>(DatabaseKind.PostgreSql, "Host=design"));
}

internal sealed class SqlServerSecurityDbFactory : IDesignTimeDbContextFactory<SqlServerSecurityDb>
{
    public SqlServerSecurityDb CreateDbContext(string[] args) =>
        new(DesignTime.Options<SqlServerSecurityDb>(DatabaseKind.SqlServer, "Server=design"));
}

/// <summary>Options for making migrations; the database they name is never opened.</summary>
internal static class DesignTime
{
    public static DbContextOptions<TContext> Options<TContext>(DatabaseKind kind, string connectionString)
        where TContext : SecurityDb
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        ModuleDbContextOptions.Configure(builder, new(kind, connectionString), SecurityDb.SchemaName);
        return builder.Options;
    }
}
