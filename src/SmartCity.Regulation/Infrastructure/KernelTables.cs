using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Regulation.Infrastructure;

/// <summary>The kernel's tables without Entity Framework, for what is read before the service serves (ADR 0018).</summary>
internal static class KernelTables
{
    public static async Task<DbConnection> OpenAsync(DatabaseChoice choice, CancellationToken cancellationToken)
    {
        DbConnection connection = choice.Kind switch
        {
            DatabaseKind.Sqlite => new SqliteConnection(choice.ConnectionString),
            DatabaseKind.PostgreSql => new NpgsqlConnection(choice.ConnectionString),
            _ => new SqlConnection(choice.ConnectionString),
        };
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public static string Name(DatabaseKind kind, string table) =>
        kind == DatabaseKind.Sqlite ? $"{RegulationDb.SchemaName}_{table}" : $"{RegulationDb.SchemaName}.{table}";
}
