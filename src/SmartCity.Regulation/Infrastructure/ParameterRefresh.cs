using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Application.Enacting;

namespace SmartCity.Regulation.Infrastructure;

/// <summary>
/// Lets every instance hear within seconds of acts that another one has registered. An act takes effect on the day after
/// its registration at the earliest, so each instance has heard of it by then.
/// </summary>
internal sealed partial class ParameterRefresh(
    EnactedParameters enacted,
    DatabaseChoice database,
    TimeProvider time,
    ILogger<ParameterRefresh> logger
) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Period, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
            {
                await TryRefreshAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TakeUpAsync(enacted, database, cancellationToken);
        }
        catch (Exception fault) when (DatabaseFault.Of(fault) is { } known)
        {
            LogDatabase(logger, known.Text.English);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(logger, fault);
        }
    }

    /// <summary>Takes up what was enacted since.</summary>
    internal static async Task TakeUpAsync(
        EnactedParameters enacted,
        DatabaseChoice database,
        CancellationToken cancellationToken
    )
    {
        if (await EnactedRows.BeyondAsync(enacted.Known, database, cancellationToken) is { } acts)
        {
            enacted.Hold(acts);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The parameters wait for the database: {Fault}")]
    private static partial void LogDatabase(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The parameters were not read again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
