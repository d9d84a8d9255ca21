using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>
/// Looks on every instance how the log is cosigned, so that the warning grows where nobody asks, and no command waits for
/// the look.
/// </summary>
internal sealed partial class CosigningWatchWorker(
    ICosigningWatch watch,
    FirstReadiness readiness,
    TimeProvider time,
    ILogger<CosigningWatchWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var isFailing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await watch.ReadAsync(stoppingToken);
                isFailing = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                if (!isFailing)
                {
                    LogFault(logger, fault);
                }

                isFailing = true;
            }

            await Task.Delay(LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It cannot be seen whether the log is cosigned")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
