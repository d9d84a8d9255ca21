using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>Tells a lost race for a unique value from every other fault of a save.</summary>
internal static class UniqueViolation
{
    private static readonly string[] MechanismTables = ["accepted_requests", "audit_entries", "inbox_messages"];

    /// <summary>
    /// The table in which the value was taken already: one of the mechanisms' by name, any other as an empty string;
    /// null when the fault is another.
    /// </summary>
    public static string? Table(DbUpdateException fault) =>
        fault.InnerException switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => Named(
                postgres.TableName ?? ""
            ),
            // 1555: primary key, 2067: unique index.
            SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } sqlite => Named(sqlite.Message),
            // 2627: unique constraint, 2601: unique index.
            SqlException { Number: 2627 or 2601 } server => Named(server.Message),
            _ => null,
        };

    private static string Named(string text) =>
        Array.Find(MechanismTables, table => text.Contains(table, StringComparison.Ordinal)) ?? "";
}
