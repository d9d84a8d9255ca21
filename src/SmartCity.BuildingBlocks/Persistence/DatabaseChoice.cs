using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SmartCity.BuildingBlocks.Persistence;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Which database the service stores in.</summary>
public sealed record DatabaseChoice(DatabaseKind Kind, string ConnectionString)
{
    // More than the statements that a connection meets again and again; the server plans each of them once.
    private const int MostPreparedStatements = 200;

    /// <summary>Seconds that a statement may take, or a write may wait for its turn, before the sender hears that the database is busy.</summary>
    public const int PatienceSeconds = 10;

    // A connection that is not there by then will not come; nor will one of the pool come free.
    private const int ConnectPatienceSeconds = 5;

    // Two instances and their lookers-on stay below the hundred connections that a server has out of the box.
    private const int LargestPool = 40;

    private const int SilenceBeforeAskingSeconds = 30;
    private const int BetweenAskingSeconds = 5;

    /// <summary>The whole path of the SQLite file; null on a server and in memory.</summary>
    public string? SqliteFile { get; } = FileOf(Kind, ConnectionString);

    /// <summary>
    /// Reads what an operator writes: a SQLite file or its connection string, a PostgreSQL connection string or URL
    /// (<c>Host=…</c>, <c>postgres://…</c>), or a SQL Server connection string (<c>Server=…</c>).
    /// </summary>
    /// <exception cref="FormatException">It is none of them.</exception>
    public static DatabaseChoice Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            throw new FormatException("The database is not named: give a SQLite file or a connection string.");
        }

        try
        {
            if (
                trimmed.StartsWith("postgres://", StringComparison.Ordinal)
                || trimmed.StartsWith("postgresql://", StringComparison.Ordinal)
            )
            {
                return new(DatabaseKind.PostgreSql, PostgreSql(FromUrl(new Uri(trimmed))));
            }

            if (!trimmed.Contains('=', StringComparison.Ordinal))
            {
                return new(DatabaseKind.Sqlite, Sqlite(new() { DataSource = trimmed }));
            }

            if (HasKey(trimmed, "Host"))
            {
                return new(DatabaseKind.PostgreSql, PostgreSql(new(trimmed)));
            }

            if (HasKey(trimmed, "Server") || HasKey(trimmed, "Initial Catalog") || HasKey(trimmed, "Database"))
            {
                return new(DatabaseKind.SqlServer, new SqlConnectionStringBuilder(trimmed).ConnectionString);
            }

            return new(DatabaseKind.Sqlite, Sqlite(new(trimmed)));
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or UriFormatException)
        {
            throw new FormatException(
                "The database is not understood: give a SQLite file, or a PostgreSQL or SQL Server connection string.",
                unreadable
            );
        }
    }

    /// <summary>A closed connection to it, for what needs no model of Entity Framework.</summary>
    public DbConnection NewConnection() =>
        Kind switch
        {
            DatabaseKind.Sqlite => new SqliteConnection(ConnectionString),
            DatabaseKind.PostgreSql => new NpgsqlConnection(ConnectionString),
            DatabaseKind.SqlServer => new SqlConnection(ConnectionString),
            _ => throw new InvalidOperationException($"{Kind} is no database."),
        };

    /// <summary>A module's table as plain SQL calls it.</summary>
    public string TableName(string schema, string table) =>
        Kind == DatabaseKind.Sqlite ? $"{schema}_{table}" : $"{schema}.{table}";

    // The foreign keys and the busy timeout are part of the promise that nothing is lost, so they are not optional.
    private static string Sqlite(SqliteConnectionStringBuilder builder)
    {
        builder.ForeignKeys = true;
        builder.DefaultTimeout = PatienceSeconds;
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate)
        {
            // Only a migration makes the file. A running service whose file is gone must not go on with an empty one.
            builder.Mode = SqliteOpenMode.ReadWrite;
        }

        return builder.ConnectionString;
    }

    // Nothing waits for ever: neither for a connection, nor for an answer, nor for a peer that is gone without a word.
    // Whoever needs otherwise says so in the connection string.
    private static string PostgreSql(NpgsqlConnectionStringBuilder builder)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = builder.ConnectionString };
        Unless("Timeout", ConnectPatienceSeconds);
        Unless("Command Timeout", PatienceSeconds);
        Unless("Maximum Pool Size", LargestPool);
        Unless("Tcp Keepalive", true);
        Unless("Tcp Keepalive Time", SilenceBeforeAskingSeconds);
        Unless("Tcp Keepalive Interval", BetweenAskingSeconds);
        Unless("Max Auto Prepare", MostPreparedStatements);
        Unless("Auto Prepare Min Usages", 2);
        // The service leaves no settings on a connection, so none has to be put back.
        Unless("No Reset On Close", true);
        return builder.ConnectionString;

        void Unless(string key, object value)
        {
            if (!said.ContainsKey(key))
            {
                builder[key] = value;
            }
        }
    }

    private static string? FileOf(DatabaseKind kind, string connectionString)
    {
        if (kind != DatabaseKind.Sqlite)
        {
            return null;
        }

        var source = new SqliteConnectionStringBuilder(connectionString);
        return source.Mode == SqliteOpenMode.Memory || source.DataSource is "" or ":memory:"
            ? null
            : Path.GetFullPath(source.DataSource);
    }

    private static bool HasKey(string text, string key) =>
        text.Split(';').Any(part => part.Split('=')[0].Trim().Equals(key, StringComparison.OrdinalIgnoreCase));

    private static NpgsqlConnectionStringBuilder FromUrl(Uri url)
    {
        if (url.Host.Length == 0)
        {
            throw new UriFormatException("The URL names no host.");
        }

        var credentials = url.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port < 0 ? 5432 : url.Port,
            Username = Uri.UnescapeDataString(credentials[0]),
            Password = credentials.Length > 1 ? Uri.UnescapeDataString(credentials[1]) : null,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        foreach (var setting in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = setting.Split('=', 2);
            builder[Uri.UnescapeDataString(parts[0])] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
        }

        return builder;
    }
}
