using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Acts;

public sealed class IdempotencyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Send_WhenRepeatedWithItsKey_ThenTheFirstAnswerAndOneEffect(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var first = await host.SendAs(Miniature.Clerk, new OpenCounter("one"), "key");

        var second = await host.SendAs(Miniature.Clerk, new OpenCounter("one"), "key");

        second.Value.ShouldBe(first.Value);
        (await CountersAsync(host)).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheKeyWasUsedWithAnotherBody_ThenUnprocessable(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.SendAs(Miniature.Clerk, new OpenCounter("one"), "key");

        var outcome = await host.SendAs(Miniature.Clerk, new OpenCounter("two"), "key");

        outcome.ShouldFailWith(ErrorKind.Unprocessable, "IDEMPOTENCY_KEY_REUSED");
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenAnotherAccountUsesTheSameKey_ThenItIsAnotherRequest(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.SendAs(Miniature.Clerk, new OpenCounter("one"), "key");

        var outcome = await host.SendAs(Miniature.Colleague, new OpenCounter("two"), "key");

        outcome.IsFailure.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheFirstWasRefused_ThenItMayBeSentAgainWithTheSameKey(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var refused = await host.SendAs(Miniature.Clerk, new OpenCounter("one", Places: 0), "key");

        var outcome = await host.SendAs(Miniature.Clerk, new OpenCounter("one"), "key");

        refused.IsFailure.ShouldBeTrue();
        outcome.IsFailure.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Send_WhenTheSameIsSentManyTimesAtOnce_ThenOneEffectAndNoSecondAnswer(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync(places: 100);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => host.SendAs(Miniature.Clerk, new TakeTicket(counter), "key")))
        );

        (await host.CounterAsync(counter)).Tickets.Count.ShouldBe(1);
        outcomes.Where(one => !one.IsFailure).Select(one => one.Value).Distinct().Count().ShouldBe(1);
        outcomes.Where(one => one.IsFailure).ShouldAllBe(one => one.Failure!.Code == "IDEMPOTENCY_KEY_RUNNING");
    }

    [Theory, EveryDatabase]
    public async Task Housekeeping_WhenAKeyHasServed_ThenOnlyItGoes(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.SendAs(Miniature.Clerk, new OpenCounter("one"), "old");
        host.Time.Advance(TimeSpan.FromDays(6));
        await host.SendAs(Miniature.Clerk, new OpenCounter("two"), "young");
        host.Time.Advance(TimeSpan.FromDays(2));

        await host
            .Services.GetRequiredService<JobRunner>()
            .RunIfDueAsync(
                host.Services.GetServices<PeriodicJob>().Single(job => job.Name == "counting.housekeeping"),
                Cancellation
            );

        var keys = await host.InDatabaseAsync<CountingDb, List<string>>(database =>
            database.AcceptedRequests.Select(request => request.Key).ToListAsync(Cancellation)
        );
        keys.ShouldBe(["young"]);
    }

    private static Task<int> CountersAsync(ModuleHost host) =>
        host.InDatabaseAsync<CountingDb, int>(database => database.Counters.CountAsync(Cancellation));
}
