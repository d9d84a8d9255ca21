using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.Database;

/// <summary>A fault of the database itself, not of the program: it is away, full, busy or not to be written.</summary>
/// <param name="Text">What it is, for the operator; it names no password.</param>
/// <param name="MayPass">True when it may pass without anybody doing something.</param>
internal sealed record DatabaseFault(LocalizedText Text, bool MayPass)
{
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
                _ => null,
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static readonly DatabaseFault Away = new(
        new(
            "数据库连接不上，请检查它是否运行、地址和端口是否正确。",
            "The database cannot be reached; check that it runs, and its address and port."
        ),
        MayPass: true
    );

    private static readonly DatabaseFault Denied = new(
        new("数据库拒绝登录：用户名或密码不对。", "The database refused the sign-in: wrong user or password."),
        MayPass: false
    );

    private static readonly DatabaseFault NoDatabase = new(
        new("数据库服务器上没有这个数据库，请先建立。", "The server has no such database; create it first."),
        MayPass: false
    );

    private static readonly DatabaseFault NotPermitted = new(
        new("数据库用户的权限不够。", "The database user lacks the rights."),
        MayPass: false
    );

    private static readonly DatabaseFault Busy = new(
        new("数据库忙，请稍后再试。", "The database is busy; try again later."),
        MayPass: true
    );

    private static readonly DatabaseFault Full = new(
        new("数据库磁盘已满。", "The database's disk is full."),
        MayPass: false
    );

    private static readonly DatabaseFault ReadOnly = new(
        new(
            "数据库文件是只读的，或者所在文件夹不能写入。",
            "The database file is read-only, or its folder cannot be written."
        ),
        MayPass: false
    );

    private static readonly DatabaseFault NoFile = new(
        new(
            "数据库文件打不开：文件夹不存在或没有权限。",
            "The database file cannot be opened: no such folder, or no right to it."
        ),
        MayPass: false
    );

    private static readonly DatabaseFault NotADatabase = new(
        new("该文件不是 SQLite 数据库，或者已损坏。", "The file is no SQLite database, or it is damaged."),
        MayPass: false
    );

    private static DatabaseFault? OfPostgreSql(PostgresException fault) =>
        fault.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Denied,
            PostgresErrorCodes.InvalidCatalogName => NoDatabase,
            PostgresErrorCodes.InsufficientPrivilege => NotPermitted,
            PostgresErrorCodes.ReadOnlySqlTransaction => ReadOnly,
            PostgresErrorCodes.DiskFull => Full,
            PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled => Busy,
            ['5', '3', ..] => Busy,
            ['0', '8', ..] or ['5', '7', 'P', ..] => Away,
            _ => null,
        };

    private static DatabaseFault? OfNpgsql(NpgsqlException fault) =>
        fault.IsTransient || fault.InnerException is SocketException or IOException or TimeoutException ? Away : null;

    // The numbers are SQLite's own primary result codes (sqlite.org/rescode.html).
    private static DatabaseFault? OfSqlite(SqliteException fault) =>
        fault.SqliteErrorCode switch
        {
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
            1105 or 9002 => Full,
            3906 => ReadOnly,
            1205 or 1222 or -2 => Busy,
            _ => fault.Class >= 20 || fault.IsTransient ? Away : null,
        };
}
