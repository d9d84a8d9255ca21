using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Clocks;

/// <summary>
/// Counts all modules' open clocks again as soon as another calendar is in force on this instance: once after the start,
/// because the release may have brought it or it may have landed before, and whenever one lands. What it cannot do is left
/// to the job, which looks again and again.
/// </summary>
internal sealed partial class ClockRecountWorker(
    CalendarInForce calendar,
    ClockRecount recount,
    IEnumerable<ModuleClocks> modules,
    FirstReadiness readiness,
    ILogger<ClockRecountWorker> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WaitAsync(stoppingToken);
            var counted = 0;
            while (true)
            {
                counted = (await calendar.LaterThanAsync(counted, stoppingToken)).Version;
                foreach (var module in modules)
                {
                    await CountAsync(module, counted, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped; the next instance, or this one when it starts again, goes on.
        }
    }

    private async Task CountAsync(ModuleClocks module, int version, CancellationToken cancellationToken)
    {
        try
        {
            await recount.RunAsync(module, cancellationToken);
            LogCounted(logger, module.Module.Name, version);
        }
        catch (Exception fault) when (DatabaseFault.TextOf(fault) is { } away)
        {
            LogDatabase(logger, module.Module.Name, away.English);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogFault(logger, module.Module.Name, fault);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Open clocks of {Module} are counted by calendar version {Version} now"
    )]
    private static partial void LogCounted(ILogger logger, string module, int version);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Open clocks of {Module} wait for the database to be counted again: {Fault}"
    )]
    private static partial void LogDatabase(ILogger logger, string module, string fault);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Open clocks of {Module} could not all be counted again; the job tries again"
    )]
    private static partial void LogFault(ILogger logger, string module, Exception fault);
}
