using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Api.Database;

/// <summary>
/// Looks every second, on a connection of its own, whether the database answers. While it does not, requests are told so
/// at once instead of each waiting for the same answer that will not come; when it answers again, they pass again.
/// </summary>
internal sealed partial class DatabaseWatch(DatabaseChoice choice, TimeProvider time, ILogger<DatabaseWatch> logger)
    : BackgroundService
{
    private const int PatienceSeconds = 3;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private const int ThreadsWhileAway = 64;

    private static readonly DatabaseFault NoAnswer = new(
        DatabaseFaultKind.Away,
        new("数据库没有应答。", "The database does not answer.")
    );

    private volatile bool away;
    private int threadsBefore;
    private DbConnection? own;

    /// <summary>True while the database did not answer when it was last looked at.</summary>
    public bool IsAway => away;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await LookAsync(stoppingToken);
                await Task.Delay(LookEvery, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
        finally
        {
            LetGo();
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var fault = await FaultAsync(cancellationToken);
        if (fault is not null && !away)
        {
            LogAway(logger, fault.Text.English);
        }
        else if (fault is null && away)
        {
            LogBack(logger);
        }

        if (away != fault is not null)
        {
            // What the pool holds comes from before: each of them would fail the request that takes it.
            ForgetPooled();
            away = fault is not null;
            KeepThreadsFor(away);
        }
    }

    private async Task<DatabaseFault?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (choice.Kind == DatabaseKind.Sqlite)
            {
                return choice.SqliteFile is { } file && !File.Exists(file)
                    ? DatabaseFault.Of(new DatabaseFileGoneException())
                    : null;
            }

            // Left alone after that time: a driver whose statement timed out waits on for the server to take note of it.
            await AskAsync(own ??= Connection(), cancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(PatienceSeconds), time, cancellationToken);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LetGo();
            // Any other answer is an answer: a server without a free connection, or one that refuses the password.
            return DatabaseFault.Of(exception) switch
            {
                { Kind: DatabaseFaultKind.Away } known => known,
                { Kind: DatabaseFaultKind.Busy } known when exception.InnerException is TimeoutException => known,
                null when exception is TimeoutException => NoAnswer,
                _ => null,
            };
        }
    }

    private static async Task AskAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (connection.State != ConnectionState.Open)
        {
            await connection.OpenAsync(cancellationToken);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1";
        command.CommandTimeout = PatienceSeconds;
        await command.ExecuteScalarAsync(cancellationToken);
    }

    private DbConnection Connection() =>
        choice.Kind == DatabaseKind.PostgreSql
            ? new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(choice.ConnectionString)
                {
                    Pooling = false,
                    Timeout = PatienceSeconds,
                    CancellationTimeout = -1,
                }.ConnectionString
            )
            : new SqlConnection(
                new SqlConnectionStringBuilder(choice.ConnectionString)
                {
                    Pooling = false,
                    ConnectTimeout = PatienceSeconds,
                }.ConnectionString
            );

    private void ForgetPooled()
    {
        switch (choice.Kind)
        {
            case DatabaseKind.Sqlite:
                SqliteConnection.ClearAllPools();
                break;
            case DatabaseKind.PostgreSql:
                using (var connection = new NpgsqlConnection(choice.ConnectionString))
                {
                    NpgsqlConnection.ClearPool(connection);
                }

                break;
            default:
                using (var connection = new SqlConnection(choice.ConnectionString))
                {
                    SqlConnection.ClearPool(connection);
                }

                break;
        }
    }

    // Not waited for: what does not answer does not take leave either.
    private void LetGo()
    {
        if (own is { } connection)
        {
            own = null;
            _ = Task.Run(async () => await connection.DisposeAsync());
        }
    }

    // A driver whose statement timed out asks the server to end it, and holds its thread meanwhile: as many threads as
    // connections, so that none of them waits for another one's.
    private void KeepThreadsFor(bool isAway)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        if (isAway)
        {
            threadsBefore = workers;
            ThreadPool.SetMinThreads(Math.Max(workers, ThreadsWhileAway), ports);
        }
        else
        {
            ThreadPool.SetMinThreads(threadsBefore, ports);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The database does not answer; requests are refused until it does: {Fault}"
    )]
    private static partial void LogAway(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database answers again")]
    private static partial void LogBack(ILogger logger);
}

internal static class DatabaseWatchRegistration
{
    public static void AddDatabaseWatch(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseWatch>());
    }
}
