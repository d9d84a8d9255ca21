using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Auditing;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Evidence;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>The content beside a leaf goes by a decision with its basis that stands in the log itself, and by nothing else.</summary>
public sealed class ErasureTests
{
    private static readonly Actor Office = Given.Of(Roles.InformatizationOffice) with
    {
        Account = Guid.Parse("01980000-0000-7000-8000-0000000000e1"),
        Unit = Guid.Parse("01980000-0000-7000-8000-0000000000e2"),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Erase_WhenDecided_ThenTheContentGoesWhenTheDecisionIsInTheLogAndTheLeafStays(DatabaseKind kind)
    {
        await using var host = await EvidenceLogTests.OpenAsync(kind);
        var before = await ActedAsync(host);

        var decided = await host.SendAs(Office, Erase(before.Id));

        decided.IsFailure.ShouldBeFalse(decided.Failure?.Code);
        await RunAsync(host);
        (await EntryAsync(host, before.Id)).Content.ShouldBe(before.Content);

        await EvidenceLogTests.SequenceAsync(host);
        await RunAsync(host);
        var after = await EntryAsync(host, before.Id);
        (after.Leaf, after.Hash, after.Number).ShouldBe((before.Leaf, before.Hash, before.Number));
        after.Salt.ShouldBeEmpty();
        after.Content.ShouldBe($$"""{"erasedBy":"{{decided.Value.AuditEntry}}"}""");
        (await StateAsync(host)).ShouldBe(ErasureState.Done);
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenErased_ThenListAndDetailTellTheBasisAndTheDecisionTellsWhat(DatabaseKind kind)
    {
        await using var host = await EvidenceLogTests.OpenAsync(kind);
        var before = await ActedAsync(host);
        var decision = (await host.SendAs(Office, Erase(before.Id))).Value.AuditEntry;
        await EvidenceLogTests.SequenceAsync(host);
        await RunAsync(host);

        var line = (await host.AskAs(Office, new ListAuditEntries())).Value.Items.Single(one => one.Id == before.Id);
        line.WithoutContent.ShouldBe("内容已依个人信息保护法第四十七条（咸信办函〔2026〕8号）删除。");
        (line.Command, line.Outcome, line.Number).ShouldBe((null, null, before.Number));

        var detail = (await host.AskAs(Office, new ReadAuditEntry(before.Id))).Value;
        detail.Erased!.Entry.ShouldBe(decision);
        detail.Erased.Reason.ShouldBe("撤回同意");
        detail.WithoutContent.ShouldBe(line.WithoutContent);
        detail.Judgements.ShouldBeEmpty();

        var deciding = (await host.AskAs(Office, new ReadAuditEntry(decision))).Value;
        deciding.Erases.ShouldBe(
            new NamedErasure(before.Id, before.Hash, "个人信息保护法第四十七条", "咸信办函〔2026〕8号", "撤回同意")
        );
        deciding.Chain.Leaf.ShouldContain("\"form\":2");
    }

    // Nothing in the database says so by itself: an entry must be there that names this one.
    [Theory]
    [InlineData("{}", "")]
    [InlineData("", "")]
    [InlineData("""{"erasedBy":"01980000-0000-7000-8000-00000000ffff"}""", "")]
    [InlineData("""{"erasedBy":"no id"}""", "")]
    public async Task Read_WhenTheContentWasDeletedWithoutADecision_ThenItIsToldAsBroken(string content, string salt)
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        var entry = await ActedAsync(host);
        await host.InDatabaseAsync(
            (SecurityDb database) =>
                database
                    .AuditEntries.Where(one => one.Id == entry.Id)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(one => one.Content, content).SetProperty(one => one.Salt, salt),
                        Cancellation
                    )
        );

        var line = (await host.AskAs(Office, new ListAuditEntries())).Value.Items.Single(one => one.Id == entry.Id);
        var detail = (await host.AskAs(Office, new ReadAuditEntry(entry.Id))).Value;

        line.WithoutContent.ShouldBe("内容已不是写入时的内容，且没有删除它的条目。");
        (detail.Erased, detail.WithoutContent).ShouldBe((null, line.WithoutContent));
    }

    // One entry's decision is nobody else's.
    [Fact]
    public async Task Read_WhenAnotherEntrysDecisionIsNamed_ThenItIsToldAsBroken()
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        var erased = await ActedAsync(host, 1);
        var other = await ActedAsync(host, 2);
        var decision = (await host.SendAs(Office, Erase(erased.Id))).Value.AuditEntry;
        await host.InDatabaseAsync(
            (SecurityDb database) =>
                database
                    .AuditEntries.Where(one => one.Id == other.Id)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(one => one.Content, $$"""{"erasedBy":"{{decision}}"}"""),
                        Cancellation
                    )
        );

        (await host.AskAs(Office, new ReadAuditEntry(other.Id))).Value.Erased.ShouldBeNull();
    }

    [Fact]
    public async Task Erase_WhenByTheOneWhoActed_ThenRefused()
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        var entry = await ActedAsync(host);
        var himself = Office with { Account = Given.Administrator.Account };

        var outcome = await host.SendAs(himself, Erase(entry.Id));

        outcome.Failure!.Codes.ShouldBe(["ERASURE_OF_OWN_ACT"]);
        await EvidenceLogTests.SequenceAsync(host);
        await RunAsync(host);
        (await EntryAsync(host, entry.Id)).Content.ShouldBe(entry.Content);
    }

    [Fact]
    public async Task Erase_WhenTheEntryIsNotInTheLogYet_ThenRefused()
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        await EvidenceLogTests.ActAsync(host, from: 1, count: 1);
        var entry = (await EntriesAsync(host)).Single();

        (await host.SendAs(Office, Erase(entry.Id))).Failure!.Codes.ShouldBe(["ENTRY_NOT_IN_LOG"]);
    }

    [Fact]
    public async Task Erase_WhenTheEntryIsADecisionToErase_ThenItStays()
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        var entry = await ActedAsync(host);
        var decision = (await host.SendAs(Office, Erase(entry.Id))).Value.AuditEntry;
        await EvidenceLogTests.SequenceAsync(host);
        var colleague = Office with { Account = Guid.Parse("01980000-0000-7000-8000-0000000000e3") };

        (await host.SendAs(colleague, Erase(decision))).Failure!.Codes.ShouldBe(["CONTENT_MUST_STAY"]);
    }

    [Fact]
    public async Task Erase_WhenDecidedAlready_ThenTheSecondIsToldSo()
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        var entry = await ActedAsync(host);
        await host.SendAs(Office, Erase(entry.Id));

        (await host.SendAs(Office, Erase(entry.Id))).Failure!.Code.ShouldBe("CONTENT_NOT_THERE");
        await EvidenceLogTests.SequenceAsync(host);
        await RunAsync(host);
        (await host.SendAs(Office, Erase(entry.Id))).Failure!.Code.ShouldBe("CONTENT_NOT_THERE");
    }

    [Theory]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.CountyInformatizationOffice)]
    [InlineData(Roles.BigDataBureau)]
    public async Task Erase_WhenNotTheOffice_ThenDenied(string role)
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        var entry = await ActedAsync(host);

        (await host.SendAs(Office with { Role = role }, Erase(entry.Id))).Failure!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task Erase_WhenTheBasisIsMissing_ThenEachPartIsTold()
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        var entry = await ActedAsync(host);

        var outcome = await host.SendAs(Office, new EraseContent(entry.Id, "", " ", null!));

        outcome.Failure!.Fields.Select(field => field.Field).ShouldBe(["law", "documentNumber", "reason"], true);
    }

    private static EraseContent Erase(Guid entry) =>
        new(entry, "个人信息保护法第四十七条", "咸信办函〔2026〕8号", "撤回同意");

    /// <returns>The entry of an act, in the log.</returns>
    private static async Task<AuditEntry> ActedAsync(ModuleHost host, int serial = 1)
    {
        var known = (await EntriesAsync(host)).Select(entry => entry.Id).ToHashSet();
        await EvidenceLogTests.ActAsync(host, from: serial, count: 1);
        await EvidenceLogTests.SequenceAsync(host);
        return (await EntriesAsync(host)).Single(entry => !known.Contains(entry.Id));
    }

    private static Task<List<AuditEntry>> EntriesAsync(ModuleHost host) =>
        host.InDatabaseAsync((SecurityDb database) => database.AuditEntries.AsNoTracking().ToListAsync(Cancellation));

    private static async Task<AuditEntry> EntryAsync(ModuleHost host, Guid id) =>
        (await EntriesAsync(host)).Single(entry => entry.Id == id);

    private static Task<ErasureState> StateAsync(ModuleHost host) =>
        host.InDatabaseAsync(
            (SecurityDb database) => database.Erasures.Select(erasure => erasure.State).SingleAsync(Cancellation)
        );

    private static async Task RunAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ErasureJob>().RunAsync(Cancellation);
    }
}
