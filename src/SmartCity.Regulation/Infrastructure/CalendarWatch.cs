using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Application;
using SmartCity.Regulation.Application.Calendars;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Infrastructure;

/// <summary>
/// Keeps the calendar in force at what has landed: read before the service serves, then looked for every few seconds,
/// because the notice may have been entered on another instance.
/// </summary>
internal sealed partial class CalendarWatch(
    CalendarInForce inForce,
    DatabaseChoice choice,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<CalendarWatch> logger
) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    public Task StartingAsync(CancellationToken cancellationToken) => LookAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes up what has landed since; a database that is away is asked again at the next look.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await LatestAsync(cancellationToken) <= inForce.Current.Version)
            {
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<IRegulationDatabase>();
            if (inForce.Take(await database.CalendarAsync(cancellationToken)))
            {
                LogTaken(logger, inForce.Current.Version);
            }
        }
        catch (Exception fault) when (DatabaseFault.Of(fault) is { } known)
        {
            LogDatabase(logger, known.Text.English);
        }
    }

    // Without a model of Entity Framework, which a start does not wait for unless something has landed.
    private async Task<int> LatestAsync(CancellationToken cancellationToken)
    {
        await using var connection = choice.NewConnection();
        await connection.OpenAsync(cancellationToken);
        await using var latest = connection.CreateCommand();
#pragma warning disable CA2100 // made of the module's own names, which nobody sends
        latest.CommandText =
            $"SELECT MAX(calendar_version) FROM {choice.TableName(RegulationDb.SchemaName, "calendar_notices")}";
#pragma warning restore CA2100
        var version = await latest.ExecuteScalarAsync(cancellationToken);
        return version is null or DBNull ? 0 : Convert.ToInt32(version, null);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(logger, fault);
            }
            catch (OperationCanceledException)
            {
                return;
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
