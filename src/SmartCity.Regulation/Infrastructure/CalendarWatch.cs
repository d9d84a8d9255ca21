using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Infrastructure;

/// <summary>
/// Keeps the calendar in force at what has landed: read before the service serves, then looked for every few seconds,
/// because the notice may have been entered on another instance.
/// </summary>
internal sealed partial class CalendarWatch(
    CalendarInForce inForce,
    DatabaseChoice database,
    TimeProvider time,
    ILogger<CalendarWatch> logger
) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    // Told once, not at every look.
    private bool isAway;

    public Task StartingAsync(CancellationToken cancellationToken) => LookAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes up what has landed since; a database that is away is asked again at the next look.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var later = await LandedRows.LaterThanAsync(inForce.Current, database, cancellationToken);
            isAway = false;
            if (later is not null && inForce.Take(later))
            {
                LogTaken(logger, later.Version);
            }
        }
        catch (Exception fault) when (DatabaseFault.TextOf(fault) is { } told)
        {
            if (!isAway)
            {
                LogDatabase(logger, told.English);
            }

            isAway = true;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(LookEvery, time, stoppingToken);
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogFault(logger, fault);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Working days are counted by calendar version {Version} now"
    )]
    private static partial void LogTaken(ILogger logger, int version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The working calendar has to wait for the database: {Fault}")]
    private static partial void LogDatabase(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The working calendar could not be read; trying again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
