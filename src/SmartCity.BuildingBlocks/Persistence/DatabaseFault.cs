using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Persistence;

public enum DatabaseFaultKind
{
    /// <summary>It cannot be reached, or went away in the middle.</summary>
    Away,

    /// <summary>It is there, but did not get round to it in time.</summary>
    Busy,

    Full,

    /// <summary>It can be read and not written.</summary>
    ReadOnly,

    /// <summary>It is set up otherwise than the program needs; only an operator can change that.</summary>
    SetUp,
}

/// <summary>A fault of the database itself, not of the program.</summary>
/// <param name="Kind">What to expect of it.</param>
/// <param name="Text">What it is; it names no password and no address.</param>
public sealed record DatabaseFault(DatabaseFaultKind Kind, LocalizedText Text)
{
    /// <summary>True when nothing else can be done in the database either, whoever asks.</summary>
    public bool StopsEverything => Kind != DatabaseFaultKind.Busy;

    /// <summary>The fault behind an exception, or null where the exception is a bug of ours.</summary>
    public static DatabaseFault? Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            var fault = cause switch
            {
                PostgresException postgres => OfPostgreSql(postgres),
                NpgsqlException npgsql => OfNpgsql(npgsql),
                SqliteException sqlite => OfSqlite(sqlite),
                SqlException server => OfSqlServer(server),
                DatabaseBusyException => Busy,
                DatabaseFileGoneException => Gone,
                _ => null,
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Whatever a database answered, in its own words where they are not known: for the operator's terminal.</summary>
    public static LocalizedText? TextOf(Exception exception)
    {
        if (Of(exception) is { } known)
        {
            return known.Text;
        }

        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException told)
            {
                var words = told is PostgresException postgres ? postgres.MessageText : told.Message;
                return new(
                    $"数据库报错：{words.ReplaceLineEndings(" ")}",
                    $"The database says: {words.ReplaceLineEndings(" ")}"
                );
            }
        }

        return null;
    }

    private static readonly DatabaseFault Away = new(
        DatabaseFaultKind.Away,
        new(
            "数据库连接不上，请检查它是否运行、地址和端口是否正确。",
            "The database cannot be reached; check that it runs, and its address and port."
        )
    );

    private static readonly DatabaseFault NoSuchHost = new(
        DatabaseFaultKind.Away,
        new(
            "数据库连接不上：找不到这台服务器，请检查连接串中的主机名。",
            "The database cannot be reached: there is no such server; check the host name in the connection string."
        )
    );

    private static readonly DatabaseFault Gone = new(
        DatabaseFaultKind.Away,
        new(
            "数据库文件不见了：可能被移走或删除，请放回原处。",
            "The database file is gone: it was moved or deleted; put it back."
        )
    );

    private static readonly DatabaseFault Denied = new(
        DatabaseFaultKind.SetUp,
        new("数据库拒绝登录：用户名或密码不对。", "The database refused the sign-in: wrong user or password.")
    );

    private static readonly DatabaseFault NoDatabase = new(
        DatabaseFaultKind.SetUp,
        new("数据库服务器上没有这个数据库，请先建立。", "The server has no such database; create it first.")
    );

    private static readonly DatabaseFault NotPermitted = new(
        DatabaseFaultKind.SetUp,
        new("数据库用户的权限不够。", "The database user lacks the rights.")
    );

    private static readonly DatabaseFault NoTable = new(
        DatabaseFaultKind.SetUp,
        new(
            "数据库里没有所需的表：连到了别的库，或者还没有运行 smartcity migrate。",
            "The database lacks the tables: it is another one, or smartcity migrate was not run."
        )
    );

    private static readonly DatabaseFault Busy = new(
        DatabaseFaultKind.Busy,
        new("数据库忙，请稍后再试。", "The database is busy; try again later.")
    );

    private static readonly DatabaseFault Full = new(
        DatabaseFaultKind.Full,
        new("数据库磁盘已满，暂时只能查询。", "The database's disk is full; for now it can only be read.")
    );

    private static readonly DatabaseFault ReadOnly = new(
        DatabaseFaultKind.ReadOnly,
        new(
            "数据库目前只读，暂时只能查询（文件或文件夹不能写入，或者服务器正在切换）。",
            "The database is read-only, so for now it can only be read (its file or folder cannot be written, or the server is failing over)."
        )
    );

    private static readonly DatabaseFault NoFile = new(
        DatabaseFaultKind.SetUp,
        new(
            "数据库文件打不开：文件或文件夹不存在，或没有权限。",
            "The database file cannot be opened: no such file or folder, or no right to it."
        )
    );

    private static readonly DatabaseFault NotADatabase = new(
        DatabaseFaultKind.SetUp,
        new("该文件不是 SQLite 数据库，或者已损坏。", "The file is no SQLite database, or it is damaged.")
    );

    private static DatabaseFault? OfPostgreSql(PostgresException fault) =>
        fault.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Denied,
            PostgresErrorCodes.InvalidCatalogName => NoDatabase,
            PostgresErrorCodes.InsufficientPrivilege => NotPermitted,
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName => NoTable,
            PostgresErrorCodes.ReadOnlySqlTransaction => ReadOnly,
            PostgresErrorCodes.DiskFull => Full,
            PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled => Busy,
            ['5', '3', ..] => Busy,
            ['0', '8', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] => Away,
            _ => null,
        };

    private static DatabaseFault? OfNpgsql(NpgsqlException fault) =>
        fault.InnerException switch
        {
            SocketException
            {
                SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
            } => NoSuchHost,
            // No connection free, or no answer: a server that is away altogether is told by the next look at it.
            TimeoutException => Busy,
            SocketException or IOException => Away,
            _ => fault.IsTransient ? Away : null,
        };

    // The numbers are SQLite's own result codes (sqlite.org/rescode.html).
    private static DatabaseFault? OfSqlite(SqliteException fault) =>
        fault.SqliteErrorCode switch
        {
            1 when fault.Message.Contains("no such table", StringComparison.Ordinal) => NoTable,
            3 or 8 => ReadOnly,
            5 or 6 => Busy,
            10 => Away,
            13 => Full,
            14 => NoFile,
            11 or 26 => NotADatabase,
            _ => null,
        };

    private static DatabaseFault? OfSqlServer(SqlException fault) =>
        fault.Number switch
        {
            18456 => Denied,
            4060 => NoDatabase,
            229 or 230 or 262 or 297 => NotPermitted,
            208 => NoTable,
            1105 or 9002 => Full,
            3906 => ReadOnly,
            1205 or 1222 or -2 => Busy,
            _ => fault.Class >= 20 || fault.IsTransient ? Away : null,
        };
}

/// <summary>A write did not come to its turn in time.</summary>
public sealed class DatabaseBusyException() : Exception("The write did not come to its turn in time.");

/// <summary>The file that open connections write to has no name any more: what they write is lost.</summary>
public sealed class DatabaseFileGoneException() : Exception("The database file was moved or deleted.");
