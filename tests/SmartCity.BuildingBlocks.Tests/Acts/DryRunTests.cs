using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Acts;

public sealed class DryRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task DryRun_WhenNothingStandsInTheWay_ThenAllowedAndNothingIsKept(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        var (dryRun, _) = await host.DryRunAs(Miniature.Clerk, new RaiseCounter(counter, 1), "key");

        dryRun.Allows.ShouldBeTrue();
        var untouched = await host.CounterAsync(counter);
        (untouched.Version, untouched.Count).ShouldBe((1, 0));
        (await host.EntriesOfAsync("counter", counter.Value)).Count.ShouldBe(1);
        (await host.MessagesOfAsync(counter)).ShouldBeEmpty();
        (await AcceptedKeysAsync(host)).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task DryRun_WhenTheActIsRefused_ThenNotAllowedForTheSameReasonsAndWithoutAnEntry(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.SendAs(Miniature.Clerk, new TakeTicket(counter));

        var (dryRun, outcome) = await host.DryRunAs(Miniature.Clerk, new TakeTicket(counter));

        dryRun.Allows.ShouldBeFalse();
        var entries = (await host.EntriesOfAsync("counter", counter.Value)).Count;
        var act = await host.SendAs(Miniature.Clerk, new TakeTicket(counter));
        outcome.Failure!.Codes.ShouldBe(act.Failure!.Codes);
        entries.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task DryRun_WhenTheVersionIsStaleToo_ThenTheRulesAreAskedAllTheSame(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.SendAs(Miniature.Clerk, new CloseCounter(counter, 1));

        var (dryRun, outcome) = await host.DryRunAs(Miniature.Clerk, new RaiseCounter(counter, ExpectedVersion: 1));

        dryRun.WrongVersion!.Code.ShouldBe("VERSION_CONFLICT");
        outcome.Failure!.Codes.ShouldBe(
            (await host.SendAs(Miniature.Clerk, new RaiseCounter(counter, ExpectedVersion: 2))).Failure!.Codes
        );
    }

    [Theory, EveryDatabase]
    public async Task DryRun_WhenOnlyTheVersionIsStale_ThenNotAllowed(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);

        var (dryRun, _) = await host.DryRunAs(Miniature.Clerk, new RaiseCounter(counter, ExpectedVersion: 1));

        (dryRun.CameToSave, dryRun.Allows).ShouldBe((true, false));
    }

    [Theory, EveryDatabase]
    public async Task DryRun_WhenTheActorMayNot_ThenDeniedAndTheRulesAreNotAsked(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        var (dryRun, outcome) = await host.DryRunAs(Miniature.Colleague, new RaiseCounter(counter, 1));

        dryRun.Allows.ShouldBeFalse();
        outcome.ShouldFailWith(ErrorKind.Forbidden, "NOT_YOURS");
    }

    [Theory, EveryDatabase]
    public async Task DryRun_WhenAnotherActHoldsTheRoot_ThenDoesNotWait(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await using var holding = host.ScopeOf(Miniature.Clerk);
        await holding
            .ServiceProvider.GetRequiredService<ICountingDatabase>()
            .LockAsync<Counter, CounterId>(counter, Cancellation);

        var (dryRun, _) = await host.DryRunAs(Miniature.Clerk, new TakeTicket(counter));

        dryRun.Allows.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task DryRun_WhenTheKeyWasAcceptedBefore_ThenJudgesTheCommandAsItIsNow(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.SendAs(Miniature.Clerk, new TakeTicket(counter), "key");

        var (dryRun, _) = await host.DryRunAs(Miniature.Clerk, new TakeTicket(counter), "key");

        dryRun.Allows.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task DryRun_WhenTheHandlerNeverDemandedAuthority_ThenItIsTheSameBug(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            host.DryRunAs(Miniature.Clerk, new RaiseUnasked(counter))
        );
    }

    [Fact]
    public async Task Save_WhenInADryRun_ThenTheFileCanBeReadUntilItEndsAndIsGoneThen()
    {
        await using var host = await Miniature.StartAsync(DatabaseKind.Sqlite);
        await using var scope = host.ScopeOf(Miniature.Clerk);
        var dryRun = scope.ServiceProvider.GetRequiredService<RequestContext>().DryRun = new();
        var store = scope.ServiceProvider.GetRequiredService<IFileStore>();
        var folder = host.Services.GetRequiredService<FileStoreOptions>().Folder;

        var stored = (await store.SaveAsync(new MemoryStream("%PDF-1.7"u8.ToArray()), Cancellation)).Value;
        await using (var read = store.Open(stored.Sha256))
        {
            read.ShouldNotBeNull().Length.ShouldBe(stored.Length);
        }

        dryRun.End();

        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    private static Task<int> AcceptedKeysAsync(ModuleHost host) =>
        host.InDatabaseAsync<CountingDb, int>(database => database.AcceptedRequests.CountAsync(Cancellation));
}
