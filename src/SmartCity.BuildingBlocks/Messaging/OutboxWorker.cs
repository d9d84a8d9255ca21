using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>Runs the dispatcher on every instance as long as the service runs.</summary>
internal sealed partial class OutboxWorker(
    OutboxDispatcher dispatcher,
    OutboxSignal signal,
    OutboxOptions options,
    ILogger<OutboxWorker> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await dispatcher.DispatchAsync(stoppingToken) == 0)
                {
                    await signal.WaitAsync(options.LookEvery, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The database may be away; it is asked again until it returns.
                LogFault(logger, fault);
                await signal
                    .WaitAsync(TimeSpan.FromSeconds(1), stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read; trying again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
