using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>
/// Runs the dispatcher on every instance as long as the service runs. While the database is away it asks again, ever
/// less often, and tells the whole fault once.
/// </summary>
internal sealed partial class OutboxWorker(
    OutboxDispatcher dispatcher,
    OutboxSignal signal,
    OutboxOptions options,
    FirstReadiness readiness,
    TimeProvider time,
    ILogger<OutboxWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var faultsInARow = 0;
        var wait = FirstWait;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await dispatcher.DispatchAsync(stoppingToken);
                if (faultsInARow > 0)
                {
                    LogRecovery(logger, faultsInARow);
                    (faultsInARow, wait) = (0, FirstWait);
                }

                if (claimed == 0)
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
                LogFault(fault, ++faultsInARow, wait);
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }
        }
    }

    private void LogFault(Exception fault, int inARow, TimeSpan wait)
    {
        if (inARow == 1)
        {
            LogFirstFault(logger, fault);
        }
        else
        {
            LogFurtherFault(logger, fault.GetType().Name, wait.TotalSeconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read; trying again until it can")]
    private static partial void LogFirstFault(ILogger logger, Exception fault);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The outbox still cannot be read ({Fault}); trying again in {Seconds} s"
    )]
    private static partial void LogFurtherFault(ILogger logger, string fault, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The outbox can be read again, after {Faults} faults")]
    private static partial void LogRecovery(ILogger logger, int faults);
}
