using System.Data.Common;
using Microsoft.Data.SqlClient;
using Npgsql;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Api.Database;

/// <summary>A lock that the database server holds for as long as this connection is open; the others wait.</summary>
internal static class ServerLock
{
    // Any number will do, as long as nothing else in the database uses it: "SMARTCIT" in ASCII.
    private const string PostgreSql = "SELECT pg_advisory_lock(6002828577478445396)";

    private const string SqlServer =
        "EXEC sp_getapplock @Resource = 'smartcity', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = -1";

    /// <summary>The connection to dispose of when done; null on SQLite, which has no server.</summary>
    public static async Task<DbConnection?> TakeAsync(DatabaseChoice choice, CancellationToken cancellationToken)
    {
        DbConnection connection;
        switch (choice.Kind)
        {
            case DatabaseKind.PostgreSql:
                // A pooled connection would go back to the pool with the lock.
                connection = new NpgsqlConnection($"{choice.ConnectionString};Pooling=false");
                break;
            case DatabaseKind.SqlServer:
                connection = new SqlConnection($"{choice.ConnectionString};Pooling=false");
                break;
            default:
                return null;
        }

        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = choice.Kind == DatabaseKind.PostgreSql ? PostgreSql : SqlServer;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }
}
