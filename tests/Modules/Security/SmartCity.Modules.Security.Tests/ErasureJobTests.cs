using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Evidence;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class ErasureJobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenRunTwice_ThenTheContentIsErasedOnceAndItsCompletionIsKeptOnce(DatabaseKind kind)
    {
        await using var host = await EvidenceLogTests.OpenAsync(kind);
        var erased = await DecidedAsync(host);
        await EvidenceLogTests.SequenceAsync(host);

        await RunAsync(host);
        var once = await EntriesAsync(host);
        await RunAsync(host);

        (await EntriesAsync(host)).Select(Told).ShouldBe(once.Select(Told), ignoreOrder: true);
        once.Single(entry => entry.Id == erased).Salt.ShouldBeEmpty();
        once.Count(entry => entry.ObjectType == "erasure").ShouldBe(2);
    }

    // It died after it erased and before it said so.
    [Fact]
    public async Task RunAsync_WhenTheOneBeforeDiedInBetween_ThenTheErasureIsCompleted()
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        var erased = await DecidedAsync(host);
        await EvidenceLogTests.SequenceAsync(host);
        var decision = (await EntriesAsync(host)).Single(entry => entry.ObjectType == "erasure").Id;
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var eraser = scope.ServiceProvider.GetRequiredService<EntryEraser>();
            (await eraser.EraseAsync("security", erased, decision, Cancellation)).ShouldBeTrue();
        }

        await RunAsync(host);

        var state = await host.InDatabaseAsync(
            (SecurityDb database) => database.Erasures.Select(erasure => erasure.State).SingleAsync(Cancellation)
        );
        state.ShouldBe(ErasureState.Done);
    }

    /// <returns>The entry whose content is to go; the decision is not in the log yet.</returns>
    private static async Task<Guid> DecidedAsync(ModuleHost host)
    {
        await EvidenceLogTests.ActAsync(host, from: 1, count: 1);
        await EvidenceLogTests.SequenceAsync(host);
        var entry = (await EntriesAsync(host)).Single().Id;
        var office = Given.Of(Roles.InformatizationOffice) with
        {
            Account = Guid.Parse("01980000-0000-7000-8000-0000000000e1"),
        };
        var decided = await host.SendAs(office, new EraseContent(entry, "个人信息保护法第四十七条", "8号", "撤回同意"));
        decided.IsFailure.ShouldBeFalse(decided.Failure?.Code);
        return entry;
    }

    private static (Guid, string, string) Told(AuditEntry entry) => (entry.Id, entry.Content, entry.Salt);

    private static Task<List<AuditEntry>> EntriesAsync(ModuleHost host) =>
        host.InDatabaseAsync((SecurityDb database) => database.AuditEntries.AsNoTracking().ToListAsync(Cancellation));

    private static async Task RunAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ErasureJob>().RunAsync(Cancellation);
    }
}
