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

    private volatile bool away;
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
            await LetGoAsync();
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

        if (fault is null == away)
        {
            // What the pool holds comes from before: each of them would fail the request that takes it.
            ForgetPooled();
        }

        away = fault is not null;
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

            if (own is null)
            {
                own = Connection();
                await own.OpenAsync(cancellationToken);
            }

            await using var command = own.CreateCommand();
            command.CommandText = "SELECT 1";
            command.CommandTimeout = PatienceSeconds;
            await command.ExecuteScalarAsync(cancellationToken);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await LetGoAsync();
            // Any other answer is an answer: a server without a free connection, or one that refuses the password.
            return DatabaseFault.Of(exception) switch
            {
                { Kind: DatabaseFaultKind.Away } known => known,
                { Kind: DatabaseFaultKind.Busy } known when exception.InnerException is TimeoutException => known,
                _ => null,
            };
        }
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

    private async Task LetGoAsync()
    {
        if (own is { } connection)
        {
            own = null;
            await connection.DisposeAsync();
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
