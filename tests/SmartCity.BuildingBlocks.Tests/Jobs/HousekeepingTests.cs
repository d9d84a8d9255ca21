using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Messaging;
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

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenAMarkIsNinetyDaysOld_ThenItStaysAndGoesTheMomentAfter(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.RaiseAsync(await host.OpenAsync());
        await host.DeliverAllAsync();
        host.Time.Advance(TimeSpan.FromDays(90));
        await RunAsync(host, "tallying");
        var atNinetyDays = (await host.InboxAsync()).Count;
        host.Time.Advance(TimeSpan.FromMilliseconds(1));

        await RunAsync(host, "tallying");

        (atNinetyDays, (await host.InboxAsync()).Count).ShouldBe((1, 0));
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenTheMessageOfAnOldMarkWasGivenUp_ThenTheMarkStays(DatabaseKind kind)
    {
        // An operator may send it again: the mark keeps the handler that has dealt with it from doing so twice.
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);
        await host.DeliverAllAsync();
        await host.InDatabaseAsync<CountingDb, int>(database =>
            database.OutboxMessages.ExecuteUpdateAsync(
                set => set.SetProperty(message => message.State, MessageState.Dead),
                Cancellation
            )
        );
        host.Time.Advance(TimeSpan.FromDays(91));

        await RunAsync(host, "tallying");

        var given = await host.MessagesOfAsync(counter);
        (await host.InboxAsync()).Select(mark => mark.MessageId).ShouldBe(given.Select(message => message.Id));
    }

    private static async Task RunAsync(ModuleHost host, string module = "counting")
    {
        await using var scope = host.Services.CreateAsyncScope();
        var job = host.Services.GetServices<PeriodicJob>().Single(one => one.Name == $"{module}.housekeeping");
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
