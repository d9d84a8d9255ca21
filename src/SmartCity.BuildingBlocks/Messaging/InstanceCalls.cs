using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>
/// Tells the other instances over one PostgreSQL that messages were committed, and hears them. A call that gets lost
/// costs no more than the time until the next look, so it is made after the commit and many commits share one.
/// </summary>
internal sealed partial class InstanceCalls(
    DatabaseChoice database,
    OutboxSignal signal,
    IIdSource ids,
    TimeProvider time,
    ILogger<InstanceCalls> logger
) : BackgroundService
{
    private const string Channel = "smartcity_outbox";
    private const string Tell = $"SELECT pg_notify('{Channel}', $1)";

    /// <summary>Seconds of silence after which the listening connection asks whether the server is still there.</summary>
    private const int AskAfter = 15;

    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly string self = ids.Next().ToString();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        database.Kind == DatabaseKind.PostgreSql
            ? Task.WhenAll(HearAsync(stoppingToken), TellAsync(stoppingToken))
            : Task.CompletedTask;

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        var wait = FirstWait;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(
                    new NpgsqlConnectionStringBuilder(database.ConnectionString)
                    {
                        // It listens as long as the service runs; nobody else can use it.
                        Pooling = false,
                        KeepAlive = AskAfter,
                    }.ConnectionString
                );
                connection.Notification += (_, call) => Hear(call.Payload);
                await connection.OpenAsync(cancellationToken);
                await using var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
                await listen.ExecuteNonQueryAsync(cancellationToken);
                wait = FirstWait;
                // What was called while nobody listened is found by looking.
                signal.RaiseForOthers();
                while (true)
                {
                    await connection.WaitAsync(cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogDeaf(logger, fault.GetType().Name, wait.TotalSeconds);
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private void Hear(string caller)
    {
        if (caller != self)
        {
            signal.RaiseForOthers();
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitUntoldAsync(cancellationToken);
                await using var connection = new NpgsqlConnection(database.ConnectionString);
                await connection.OpenAsync(cancellationToken);
                await using var tell = new NpgsqlCommand(Tell, connection) { Parameters = { new() { Value = self } } };
                await tell.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The others find the messages by looking; the database's absence is told elsewhere.
                LogUntold(logger, fault.GetType().Name);
            }

            await Task.Delay(BetweenCalls, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Calls of other instances are not heard ({Fault}); listening again in {Seconds} s, looking meanwhile"
    )]
    private static partial void LogDeaf(ILogger logger, string fault, double seconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Other instances were not called ({Fault})")]
    private static partial void LogUntold(ILogger logger, string fault);
}
