using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Notices;
using Xunit;

namespace SmartCity.Testing;

/// <summary>The few words in which the modules' tests speak of their statutory clocks.</summary>
public static class ModuleClockTesting
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Raises what is due today of the clocks of one module.</summary>
    public static async Task RaiseDueNoticesAsync(this ModuleHost host, string schema)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var job = host.Services.GetServices<PeriodicJob>().Single(one => one.Name == $"{schema}.clock-ladder");
        await ((IPeriodicJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(Cancellation);
    }

    /// <summary>The module's clocks, those due first before the others.</summary>
    public static Task<List<StatutoryClock>> ClocksAsync<TContext>(this ModuleHost host)
        where TContext : ModuleDbContext =>
        host.InDatabaseAsync<TContext, List<StatutoryClock>>(database =>
            database
                .Set<StatutoryClock>()
                .OrderBy(clock => clock.DueOn)
                .ThenBy(clock => clock.Kind)
                .ToListAsync(Cancellation)
        );

    /// <summary>Every notice that the module has raised, in order.</summary>
    public static Task<List<NoticeRaised>> NoticesAsync<TContext>(this ModuleHost host)
        where TContext : ModuleDbContext =>
        host.InDatabaseAsync<TContext, List<NoticeRaised>>(async database =>
            [
                .. (
                    await database
                        .OutboxMessages.Where(message => message.Name == "regulation.notice-raised.v1")
                        .OrderBy(message => message.Sequence)
                        .Select(message => message.Payload)
                        .ToListAsync(Cancellation)
                ).Select(payload => JsonSerializer.Deserialize<NoticeRaised>(payload, Json.Options)!),
            ]
        );
}
