using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Jobs;

public sealed class HousekeepingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenRunTwice_ThenTheSecondRunTakesNothingMore(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);
        await host.DeliverAllAsync();
        await host.SendAs(Miniature.Clerk, new OpenCounter("old"), "old");
        host.Time.Advance(TimeSpan.FromDays(31));
        await host.RaiseAsync(counter);
        await host.SendAs(Miniature.Clerk, new OpenCounter("young"), "young");
        await RunAsync(host);
        var kept = await KeptAsync(host);

        await RunAsync(host);

        (await KeptAsync(host)).ShouldBe(kept);
        kept.ShouldBe((1, 1));
    }

    private static async Task RunAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var job = host.Services.GetServices<PeriodicJob>().Single(one => one.Name == "counting.housekeeping");
        await ((IPeriodicJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(Cancellation);
    }

    private static Task<(int Keys, int Messages)> KeptAsync(ModuleHost host) =>
        host.InDatabaseAsync<CountingDb, (int, int)>(async database =>
            (
                await database.AcceptedRequests.CountAsync(Cancellation),
                await database.OutboxMessages.CountAsync(Cancellation)
            )
        );
}
