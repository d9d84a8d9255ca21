using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>
/// Runs the sequencer on every instance as long as the service runs. While the database is away entries wait in their
/// modules; it tells the whole fault once.
/// </summary>
internal sealed partial class SequencingWorker(
    EntrySequencer sequencer,
    SequencingOptions options,
    TimeProvider time,
    ILogger<SequencingWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = options.LookEvery;
        var isFailing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var waited = await sequencer.SequenceAsync(stoppingToken);
                if (isFailing)
                {
                    LogRecovery(logger);
                }

                (isFailing, wait) = (false, options.LookEvery);
                if (waited >= options.BatchSize)
                {
                    continue;
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isFailing)
                {
                    LogFault(logger, fault);
                }

                isFailing = true;
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Audit entries could not be sequenced; trying again until they can"
    )]
    private static partial void LogFault(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit entries are sequenced again")]
    private static partial void LogRecovery(ILogger logger);
}

public static class SequencingRegistration
{
    /// <summary>Registers the log of the module that owns it, and what carries every module's entries into it.</summary>
    public static IServiceCollection AddEntryLog<TLog>(this IServiceCollection services)
        where TLog : class, IEntryLog
    {
        services.AddSingleton<SequencingOptions>();
        services.AddScoped<IEntryLog, TLog>();
        services.AddSingleton<EntrySequencer>();
        services.AddHostedService<SequencingWorker>();
        return services;
    }
}
