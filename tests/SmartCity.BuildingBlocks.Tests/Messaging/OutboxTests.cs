using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Tests.Tallying;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Messaging;

public sealed class OutboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenActsWereAccepted_ThenTheReceiverHearsThemInOrderAndOnce(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter, times: 3);

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(counter)).ShouldBe("1 2 3");
        (await host.MessagesOfAsync(counter)).ShouldAllBe(message => message.State == MessageState.Delivered);
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenNothingIsDue_ThenNothingIsClaimed(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.RaiseAsync(await host.OpenAsync());
        await host.DeliverAllAsync();

        (await host.DispatchOnceAsync()).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenMoreIsDueThanOneClaimTakes_ThenAllIsDeliveredInOrder(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(
            kind,
            services => services.AddSingleton(new OutboxOptions { BatchSize = 2 })
        );
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter, times: 5);

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(counter)).ShouldBe("1 2 3 4 5");
    }

    [Fact]
    public async Task Dispatch_WhenATransactionIsHeldOpenAcrossALaterCommit_ThenNoMessageIsLost()
    {
        // The number is taken when the row is written, long before the commit: 1 becomes visible after 2 was delivered.
        await using var host = await Miniature.StartAsync(DatabaseKind.PostgreSql);
        var (slow, quick) = (await host.OpenAsync("slow"), await host.OpenAsync("quick"));
        await using var scope = host.Services.CreateAsyncScope();
        var held = scope.ServiceProvider.GetRequiredService<CountingDb>();
        await using var transaction = await held.Database.BeginTransactionAsync(Cancellation);
        held.OutboxMessages.Add(Message(host, slow, count: 1));
        await held.SaveChangesAsync(Cancellation);
        await host.RaiseAsync(quick);
        await host.DeliverAllAsync();
        (await host.HeardOfAsync(quick)).ShouldBe("1");
        await transaction.CommitAsync(Cancellation);

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(slow)).ShouldBe("1");
        var (first, second) = (await host.MessagesOfAsync(slow), await host.MessagesOfAsync(quick));
        first[0].Sequence.ShouldBeLessThan(second[0].Sequence);
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenAMessageIsPoison_ThenOtherAggregatesGoOnAtOnce(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var (bad, good) = (await host.OpenAsync("bad"), await host.OpenAsync("good"));
        PoisonOf(host).Throws[bad.Value] = true;
        await host.RaiseAsync(bad);
        await host.RaiseAsync(good, times: 2);

        await host.DispatchOnceAsync();

        (await host.HeardOfAsync(good)).ShouldBe("1 2");
        (await host.HeardOfAsync(bad)).ShouldBe("");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenAMessageIsPoison_ThenItsEffectIsRolledBackAndTheNextAttemptWaits(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var bad = await host.OpenAsync("bad");
        PoisonOf(host).Throws[bad.Value] = true;
        await host.RaiseAsync(bad);

        await host.DeliverAllAsync();

        var message = (await host.MessagesOfAsync(bad)).ShouldHaveSingleItem();
        message.State.ShouldBe(MessageState.Waiting);
        message.Attempts.ShouldBe(1);
        message.NextAttemptAt.ShouldBe(ModuleHost.Start + TimeSpan.FromSeconds(1));
        message.LastFault.ShouldBe("InvalidOperationException: This message is poison.");
        (await host.InboxAsync()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenAMessageFailsAgainAndAgain_ThenTheWaitDoublesUntilItIsGivenUp(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var bad = await host.OpenAsync("bad");
        PoisonOf(host).Throws[bad.Value] = true;
        await host.RaiseAsync(bad);
        var waits = new List<double>();

        for (OutboxMessage message; ; )
        {
            await host.DeliverAllAsync();
            message = (await host.MessagesOfAsync(bad)).ShouldHaveSingleItem();
            if (message.State == MessageState.Dead)
            {
                break;
            }

            waits.Add((message.NextAttemptAt - host.Time.GetUtcNow()).TotalSeconds);
            host.Time.SetUtcNow(message.NextAttemptAt);
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64]);
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenAMessageWaitsForAnotherAttempt_ThenThoseBehindItInTheAggregateWait(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var bad = await host.OpenAsync("bad");
        PoisonOf(host).Throws[bad.Value] = true;
        await host.RaiseAsync(bad, times: 2);
        await host.DeliverAllAsync();
        PoisonOf(host).Throws.Clear();

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(bad)).ShouldBe("");
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.DeliverAllAsync();
        (await host.HeardOfAsync(bad)).ShouldBe("1 2");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenOneOfAnAggregateIsPoison_ThenNoneBehindItOvertakesItAndTheOthersArriveAtOnce(
        DatabaseKind kind
    )
    {
        // Halved again and again until the one is found, in every place that it may have among the others.
        await using var host = await Miniature.StartAsync(
            kind,
            services => services.AddSingleton(new OutboxOptions { Lanes = 1, Together = 7 })
        );
        var (bad, good) = (await host.OpenAsync("bad"), await host.OpenAsync("good"));
        PoisonOf(host).ThrowsAt[bad.Value] = 2;
        foreach (var counter in new[] { good, bad, bad, good, bad, good, bad, good, bad })
        {
            await host.RaiseAsync(counter);
        }

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(good)).ShouldBe("1 2 3 4");
        (await host.HeardOfAsync(bad)).ShouldBe("1");
        PoisonOf(host).ThrowsAt.Clear();
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.DeliverAllAsync();
        (await host.HeardOfAsync(bad)).ShouldBe("1 2 3 4 5");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenMoreStandsBehindAFaultThanOneClaimTakes_ThenAllIsDeliveredOnceItSucceeds(
        DatabaseKind kind
    )
    {
        // Those behind were due before the one that is tried again: they must not fill the claim and keep it out.
        await using var host = await Miniature.StartAsync(
            kind,
            services => services.AddSingleton(new OutboxOptions { BatchSize = 2 })
        );
        var counter = await host.OpenAsync();
        PoisonOf(host).ThrowsAt[counter.Value] = 1;
        await host.RaiseAsync(counter, times: 6);
        await host.DeliverAllAsync();
        PoisonOf(host).ThrowsAt.Clear();
        host.Time.Advance(TimeSpan.FromSeconds(1));

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(counter)).ShouldBe("1 2 3 4 5 6");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenManyAggregatesAreDeliveredSideBySide_ThenEachHearsItsOwnInOrderAndOnce(
        DatabaseKind kind
    )
    {
        await using var host = await Miniature.StartAsync(kind);
        var counters = new List<CounterId>();
        for (var number = 0; number < 24; number++)
        {
            counters.Add(await host.OpenAsync($"counter {number}"));
        }

        for (var time = 0; time < 3; time++)
        {
            foreach (var counter in counters)
            {
                await host.RaiseAsync(counter);
            }
        }

        var bad = counters.Where((_, number) => number % 5 == 0).ToList();
        bad.ForEach(counter => PoisonOf(host).ThrowsAt[counter.Value] = 2);

        await host.DispatchOnceAsync();

        foreach (var counter in counters)
        {
            (await host.HeardOfAsync(counter)).ShouldBe(bad.Contains(counter) ? "1" : "1 2 3");
        }
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenAMessageWasGivenUp_ThenTheAggregateGoesOn(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var bad = await GiveUpFirstMessageAsync(host);
        await host.RaiseAsync(bad);

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(bad)).ShouldBe("2");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenTheDatabaseGoesAwayOnTheWay_ThenNoAttemptIsUsedAndItIsDueAgainAtOnce(
        DatabaseKind kind
    )
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);
        PoisonOf(host).LosesDatabase[counter.Value] = true;
        for (var time = 0; time < 20; time++)
        {
            await Should.ThrowAsync<DatabaseFileGoneException>(() => host.DispatchOnceAsync());
        }

        PoisonOf(host).LosesDatabase.Clear();
        await host.DeliverAllAsync();

        (await host.HeardOfAsync(counter)).ShouldBe("1");
        (await host.MessagesOfAsync(counter)).ShouldHaveSingleItem().Attempts.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Redrive_WhenAMessageWasGivenUp_ThenItIsDelivered(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var bad = await GiveUpFirstMessageAsync(host);
        var dead = (await host.MessagesOfAsync(bad)).ShouldHaveSingleItem();

        var redriven = await host.InDatabaseAsync<CountingDb, bool>(database =>
            OutboxRedrive.RedriveAsync(database, dead.Id, host.Time.GetUtcNow(), Cancellation)
        );

        redriven.ShouldBeTrue();
        await host.DeliverAllAsync();
        (await host.HeardOfAsync(bad)).ShouldBe("1");
    }

    [Theory, EveryDatabase]
    public async Task Redrive_WhenTheMessageWasDelivered_ThenNothingHappens(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);
        await host.DeliverAllAsync();
        var delivered = (await host.MessagesOfAsync(counter)).ShouldHaveSingleItem();

        var redriven = await host.InDatabaseAsync<CountingDb, bool>(database =>
            OutboxRedrive.RedriveAsync(database, delivered.Id, host.Time.GetUtcNow(), Cancellation)
        );

        redriven.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenOneReceiverCannotStomachAMessage_ThenTheOtherStillHearsIt(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        PoisonOf(host).Throws[counter.Value] = true;
        await host.SendAs(Miniature.Clerk, new CloseCounter(counter, 1));

        await host.DispatchOnceAsync();

        (await ArchivesAsync(host)).ShouldBe(1);
        (await host.HeardOfAsync(counter)).ShouldBe("");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenAMessageIsTriedAgain_ThenThoseWhoHandledItDoNotHandleItTwice(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        PoisonOf(host).Throws[counter.Value] = true;
        await host.SendAs(Miniature.Clerk, new CloseCounter(counter, 1));
        await host.DeliverAllAsync();
        PoisonOf(host).Throws.Clear();
        host.Time.Advance(TimeSpan.FromSeconds(1));

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(counter)).ShouldBe("0");
        (await ArchivesAsync(host)).ShouldBe(1);
        (await host.MessagesOfAsync(counter))[0].State.ShouldBe(MessageState.Delivered);
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenTheSameMessageComesTwice_ThenOneEffect(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);
        await host.DeliverAllAsync();
        await ForgetDeliveryAsync(host);

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(counter)).ShouldBe("1");
        (await host.MessagesOfAsync(counter))[0].State.ShouldBe(MessageState.Delivered);
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenTheReceiverRefuses_ThenTheMessageIsSettledWithTheReasons(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        PoisonOf(host).Refuses[counter.Value] = true;
        await host.RaiseAsync(counter);

        await host.DeliverAllAsync();

        var settled = (await host.InboxAsync()).ShouldHaveSingleItem();
        settled.Outcome.ShouldBe(InboxOutcome.Refused);
        settled.Reasons.ShouldBe("TALLY_CLOSED,TALLY_FULL");
        (await host.MessagesOfAsync(counter))[0].State.ShouldBe(MessageState.Delivered);
        (await host.HeardOfAsync(counter)).ShouldBe("");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenTheEventDoesNotConcernTheReceiver_ThenIsSettledWithoutAnAct(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        PoisonOf(host).Ignores[counter.Value] = true;
        await host.RaiseAsync(counter);

        await host.DeliverAllAsync();

        var settled = (await host.InboxAsync()).ShouldHaveSingleItem();
        (settled.Outcome, settled.Reasons).ShouldBe((InboxOutcome.NotConcerned, null));
        (await host.MessagesOfAsync(counter))[0].State.ShouldBe(MessageState.Delivered);
        (await host.HeardOfAsync(counter)).ShouldBe("");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenARefusalAndAFaultStandBesideGoodMessages_ThenEachMeetsItsOwnEnd(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var refused = await host.OpenAsync("refused");
        var faulty = await host.OpenAsync("faulty");
        var good = await host.OpenAsync("good");
        PoisonOf(host).Refuses[refused.Value] = true;
        PoisonOf(host).Throws[faulty.Value] = true;
        foreach (var counter in new[] { good, faulty, refused, good })
        {
            await host.RaiseAsync(counter);
        }

        await host.DispatchOnceAsync();

        (await host.HeardOfAsync(good)).ShouldBe("1 2");
        (await host.MessagesOfAsync(faulty))[0].State.ShouldBe(MessageState.Waiting);
        (await host.MessagesOfAsync(refused))[0].State.ShouldBe(MessageState.Delivered);
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenTheMessageCannotBeRead_ThenItFailsAloneAndIsTriedAgain(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.InDatabaseAsync<CountingDb, int>(database =>
        {
            database.OutboxMessages.Add(Message(host, counter, payload: """{"counter":"none"}"""));
            return database.SaveChangesAsync(Cancellation);
        });

        await host.DeliverAllAsync();

        var message = (await host.MessagesOfAsync(counter)).ShouldHaveSingleItem();
        message.State.ShouldBe(MessageState.Waiting);
        message.LastFault.ShouldNotBeNull().ShouldStartWith("JsonException");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenADispatcherDiedWithItsClaim_ThenTheMessagesComeFreeAfterTheLease(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);
        await LeaseEverythingAsync(host);
        (await host.DispatchOnceAsync()).ShouldBe(0);
        host.Time.Advance(new OutboxOptions().Lease + TimeSpan.FromSeconds(1));

        await host.DeliverAllAsync();

        (await host.HeardOfAsync(counter)).ShouldBe("1");
    }

    [Theory, EveryDatabase]
    public async Task Dispatch_WhenTwoInstancesShareTheWork_ThenEachMessageHasOneEffectInOrder(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(
            kind,
            services => services.AddSingleton(new OutboxOptions { BatchSize = 7 })
        );
        await using var other = host.AnotherInstance();
        var counters = new List<CounterId>();
        for (var number = 0; number < 20; number++)
        {
            counters.Add(await host.OpenAsync($"counter {number}"));
        }

        for (var time = 0; time < 4; time++)
        {
            foreach (var counter in counters)
            {
                await host.RaiseAsync(counter);
            }
        }

        await Task.WhenAll(Task.Run(host.DeliverAllAsync, Cancellation), Task.Run(other.DeliverAllAsync, Cancellation));
        await SettleAsync(host);

        foreach (var counter in counters)
        {
            (await host.HeardOfAsync(counter)).ShouldBe("1 2 3 4");
        }
    }

    [Fact]
    public async Task Dispatch_WhenOneInstanceIsStuck_ThenTheOtherDeliversAllButWhatStandsBehindIt()
    {
        await using var host = await Miniature.StartAsync(
            DatabaseKind.PostgreSql,
            services => services.AddSingleton(new OutboxOptions { BatchSize = 1 })
        );
        await using var other = host.AnotherInstance();
        var (slow, quick) = (await host.OpenAsync("slow"), await host.OpenAsync("quick"));
        await host.RaiseAsync(slow, times: 2);
        await host.RaiseAsync(quick, times: 2);
        var stuck = PoisonOf(host).Stops[slow.Value] = new Stop();
        var dispatching = host.DispatchOnceAsync();
        await stuck.Reached.Task.WaitAsync(Cancellation);

        await other.DeliverAllAsync();

        (await host.HeardOfAsync(quick)).ShouldBe("1 2");
        (await host.HeardOfAsync(slow)).ShouldBe("");
        stuck.GoOn.SetResult();
        await dispatching;
        await other.DeliverAllAsync();
        (await host.HeardOfAsync(slow)).ShouldBe("1 2");
    }

    [Theory, EveryDatabase]
    public async Task Housekeeping_WhenMessagesWereDeliveredLongAgo_ThenOnlyTheyGo(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);
        await host.DeliverAllAsync();
        await host.RaiseAsync(counter);
        host.Time.Advance(TimeSpan.FromDays(31));

        await host
            .Services.GetRequiredService<BuildingBlocks.Jobs.JobRunner>()
            .RunIfDueAsync(
                host.Services.GetServices<BuildingBlocks.Jobs.PeriodicJob>()
                    .Single(job => job.Name == "counting.housekeeping"),
                Cancellation
            );

        (await host.MessagesOfAsync(counter)).ShouldHaveSingleItem().State.ShouldBe(MessageState.Waiting);
    }

    private static Poison PoisonOf(ModuleHost host) => host.Services.GetRequiredService<Poison>();

    private static OutboxMessage Message(ModuleHost host, CounterId counter, int count = 1, string? payload = null) =>
        new()
        {
            Id = host.Services.GetRequiredService<BuildingBlocks.Domain.IIdSource>().Next(),
            Name = "counting.raised.v1",
            Aggregate = counter.Value.ToString(),
            Payload = payload ?? $$"""{"counter":"{{counter.Value}}","to":{{count}}}""",
            CausedBy = Guid.Empty,
            OccurredAt = host.Time.GetUtcNow(),
            NextAttemptAt = host.Time.GetUtcNow(),
        };

    private static async Task<CounterId> GiveUpFirstMessageAsync(ModuleHost host)
    {
        var bad = await host.OpenAsync("bad");
        PoisonOf(host).Throws[bad.Value] = true;
        await host.RaiseAsync(bad);
        for (var attempt = 0; attempt < new OutboxOptions().Attempts; attempt++)
        {
            await host.DeliverAllAsync();
            host.Time.Advance(TimeSpan.FromHours(1));
        }

        (await host.MessagesOfAsync(bad))[0].State.ShouldBe(MessageState.Dead);
        PoisonOf(host).Throws.Clear();
        return bad;
    }

    // Two who meet at the same message may give each other a fault; the next attempt finds it done.
    private static async Task SettleAsync(ModuleHost host)
    {
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.DeliverAllAsync();
    }

    private static Task<int> ArchivesAsync(ModuleHost host) =>
        host.InDatabaseAsync<CountingDb, int>(database => database.Set<Archive>().CountAsync(Cancellation));

    private static Task<int> ForgetDeliveryAsync(ModuleHost host) =>
        host.InDatabaseAsync<CountingDb, int>(database =>
            database.OutboxMessages.ExecuteUpdateAsync(
                set => set.SetProperty(message => message.State, MessageState.Waiting),
                Cancellation
            )
        );

    private static Task<int> LeaseEverythingAsync(ModuleHost host)
    {
        var until = host.Time.GetUtcNow() + new OutboxOptions().Lease;
        var dead = host.Services.GetRequiredService<BuildingBlocks.Domain.IIdSource>().Next();
        return host.InDatabaseAsync<CountingDb, int>(database =>
            database.OutboxMessages.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(message => message.LeasedBy, dead)
                        .SetProperty(message => message.LeasedUntil, until),
                Cancellation
            )
        );
    }
}
