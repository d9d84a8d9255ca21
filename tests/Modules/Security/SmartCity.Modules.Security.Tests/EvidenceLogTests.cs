using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Evidence;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Modules.Security.Infrastructure.Keys;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>Every entry comes into the log once, in the order of its object, whatever happens on the way.</summary>
public sealed class EvidenceLogTests
{
    private const string Origin = "test.example/evidence";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Sequence_WhenActsWereDone_ThenEachEntryStandsOnceAndTheCheckpointCoversThem(DatabaseKind kind)
    {
        await using var host = await OpenAsync(kind);
        await ActAsync(host, from: 1, count: 5);

        (await SequenceAsync(host)).ShouldBe(5);
        (await SequenceAsync(host)).ShouldBe(0);

        await ShouldBeWholeAsync(host, entries: 5);
    }

    [Theory]
    [EveryDatabase]
    public async Task Sequence_WhenALateCommitIsOlderThanWhatWasTaken_ThenItIsNotLost(DatabaseKind kind)
    {
        await using var host = await OpenAsync(kind);
        await ActAsync(host, from: 1, count: 2);
        await SequenceAsync(host);
        host.Time.AdjustTime(host.Time.GetUtcNow() - TimeSpan.FromHours(1));
        await ActAsync(host, from: 3, count: 1);

        (await SequenceAsync(host)).ShouldBe(1);

        await ShouldBeWholeAsync(host, entries: 3);
    }

    [Theory]
    [EveryDatabase]
    public async Task Sequence_WhenTheOneBeforeDiedBeforeItMarked_ThenNothingStandsTwice(DatabaseKind kind)
    {
        await using var host = await OpenAsync(kind);
        await ActAsync(host, from: 1, count: 3);
        var waiting = await WaitingAsync(host);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            (await scope.ServiceProvider.GetRequiredService<IEntryLog>().AppendAsync(waiting, Cancellation)).ShouldBe(
                3
            );
        }

        await using var another = host.AnotherInstance();
        (await SequenceAsync(another)).ShouldBe(3);

        (await WaitingAsync(host)).ShouldBeEmpty();
        await ShouldBeWholeAsync(host, entries: 3);
    }

    [Theory]
    [EveryDatabase]
    public async Task Sequence_WhenTwoInstancesTakeAtOnceWhileActsGoOn_ThenThereIsNoGapAndNoDouble(DatabaseKind kind)
    {
        await using var host = await OpenAsync(kind, batchSize: 3);
        await using var another = host.AnotherInstance();
        await ActAsync(host, from: 1, count: 8);

        await Task.WhenAll(
            RepeatAsync(() => SequenceAsync(host)),
            RepeatAsync(() => SequenceAsync(another)),
            RepeatAsync(() => SequenceAsync(another)),
            ActAsync(host, from: 9, count: 8)
        );
        while (await SequenceAsync(host) > 0)
        {
            // What came last.
        }

        await ShouldBeWholeAsync(host, entries: 16);

        static async Task RepeatAsync(Func<Task<int>> sequence)
        {
            for (var turn = 0; turn < 8; turn++)
            {
                await sequence();
            }
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Sequence_WhenAnObjectHasManyEntries_ThenTheyStandInTheOrderOfTheirNumbers(DatabaseKind kind)
    {
        await using var host = await OpenAsync(kind, batchSize: 4);
        // A clock that goes backwards: the number tells the order, and not the instant.
        for (var attempt = 0; attempt < 9; attempt++)
        {
            host.Time.AdjustTime(host.Time.GetUtcNow() - TimeSpan.FromMinutes(1));
            await host.SendAs(Given.Of(Roles.AuditOffice), Given.Unit());
        }

        while (await SequenceAsync(host) > 0)
        {
            // Until nothing waits.
        }

        await ShouldBeWholeAsync(host, entries: 9);
    }

    [Theory]
    [EveryDatabase]
    public async Task Sequence_WhenTheLogHasNoKeyYet_ThenEntriesWait(DatabaseKind kind)
    {
        var file = Path.Combine(TestFolder.New(), "evidence-log.key");
        await using var host = await OpenAsync(kind, file: file);
        File.Delete(file);
        await ActAsync(host, from: 1, count: 2);

        (await SequenceAsync(host)).ShouldBe(0);
        KeyIn(file).Make(Origin).ShouldBeTrue();
        (await SequenceAsync(host)).ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadReceipt_WhenAskedBeforeAndAfter_ThenWaitsAndThenIsProved(DatabaseKind kind)
    {
        await using var host = await OpenAsync(kind);
        await ActAsync(host, from: 1, count: 4);
        var receipt = (await host.SendAs(Given.Administrator, Given.Unit(5))).Value;
        await ActAsync(host, from: 6, count: 3);
        var office = Given.Of(Roles.InformatizationOffice);

        var before = (await host.AskAs(office, new ReadReceipt(receipt.AuditEntry))).Value;
        await SequenceAsync(host);
        var after = (await host.AskAs(office, new ReadReceipt(receipt.AuditEntry))).Value;

        before.State.ShouldBe(ReadReceipt.State.Waiting);
        after.State.ShouldBe(ReadReceipt.State.Sequenced);
        after.Size.ShouldBe(8);
        var leaves = (await LeavesAsync(host)).ConvertAll(leaf => LogHash.OfLeaf(leaf.Leaf));
        LogHash.OfLeaf(after.Leaf).ShouldBe(leaves[(int)after.LeafIndex!]);
        after.Proof.Select(Convert.FromBase64String).ShouldBe(EvidenceLogMathTests.Path((int)after.LeafIndex, leaves));
        after.Checkpoint!.ShouldStartWith(
            $"{Origin}\n8\n{Convert.ToBase64String(EvidenceLogMathTests.Root(leaves))}\n\n— {Origin} "
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadReceipt_WhenTheEntryIsAnotherUnits_ThenIsAbsent(DatabaseKind kind)
    {
        await using var host = await OpenAsync(kind);
        var receipt = (await host.SendAs(Given.Administrator, Given.Unit())).Value;
        var stranger = Given.Of(Roles.ConstructionUnit) with
        {
            Unit = Guid.Parse("01980000-0000-7000-8000-0000000000aa"),
        };

        (await host.AskAs(stranger, new ReadReceipt(receipt.AuditEntry))).Failure!.Code.ShouldBe("NOT_FOUND");
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadConsistency_WhenTheLogGrew_ThenBothEndsAreWithinIt(DatabaseKind kind)
    {
        await using var host = await OpenAsync(kind);
        await ActAsync(host, from: 1, count: 3);
        await SequenceAsync(host);

        (await host.AskAs(Given.Administrator, new ReadConsistency(1, null))).Value.Proof.Count.ShouldBe(2);
        (await host.AskAs(Given.Administrator, new ReadConsistency(1, 4))).Failure!.Code.ShouldBe("OUT_OF_RANGE");
        (await host.AskAs(Given.Administrator, new ReadConsistency(3, 2))).IsFailure.ShouldBeTrue();
        (await host.AskAs(Given.Administrator, new ReadConsistency(-1, null))).IsFailure.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Roles.AuditOffice, true)]
    [InlineData(Roles.DisciplineInspection, true)]
    [InlineData(Roles.InformatizationOffice, true)]
    [InlineData(Roles.Administrator, false)]
    [InlineData(Roles.ConstructionUnit, false)]
    public async Task OpenDossier_WhenAskedByARole_ThenOnlyThoseWhoReadAllAreGiven(string role, bool isGiven)
    {
        await using var host = await OpenAsync(DatabaseKind.Sqlite);
        var receipt = (await host.SendAs(Given.Administrator, Given.Unit())).Value;
        await SequenceAsync(host);

        var opened = await host.AskAs(
            Given.Of(role),
            new OpenDossier([new("unit", receipt.Id.ToString())], Since: null)
        );

        opened.IsFailure.ShouldBe(!isGiven);
        if (isGiven)
        {
            opened.Value.Heads.ShouldHaveSingleItem().Number.ShouldBe(1);
        }
    }

    [Fact]
    public void Make_WhenThereIsAKey_ThenLeavesItAlone()
    {
        var file = Path.Combine(TestFolder.New(), "evidence-log.key");
        var key = KeyIn(file);
        key.Make(Origin).ShouldBeTrue();
        var written = File.ReadAllText(file);

        key.Make("another.example/log").ShouldBeFalse();

        File.ReadAllText(file).ShouldBe(written);
        KeyIn(file).PublicKey.ShouldBe(key.PublicKey);
        key.PublicKey.ShouldStartWith($"{Origin}+");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task CreateKey_WhenGivenAName_ThenShowsThePublicHalfAndASecondTimeChangesNothing()
    {
        var file = Path.Combine(TestFolder.New(), "evidence-log.key");
        await using var host = await OpenAsync(DatabaseKind.Sqlite, file: file);
        File.Delete(file);

        (await CreateAsync(host, "two words")).Code.ShouldBe(2);
        var made = await CreateAsync(host, Origin);
        made.Code.ShouldBe(0);
        made.Text.ShouldContain($"Public key: {KeyIn(file).PublicKey}");
        (await CreateAsync(host, Origin)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task CreateKey_WhenTheLogHasLeavesAndItsKeyIsGone_ThenMakesNoneAndNamesTheWay()
    {
        var file = Path.Combine(TestFolder.New(), "evidence-log.key");
        await using var host = await OpenAsync(DatabaseKind.Sqlite, file: file);
        await ActAsync(host, from: 1, count: 1);
        await SequenceAsync(host);
        File.Delete(file);
        await using var another = host.AnotherInstance();

        var said = await CreateAsync(another, Origin);

        said.Code.ShouldBe(1);
        said.Text.ShouldContain(EvidenceServices.SucceedCommand);
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task Sequence_WhenAnotherKeyWasPutInThePlace_ThenTheLogTakesNothingMore()
    {
        var file = Path.Combine(TestFolder.New(), "evidence-log.key");
        await using var host = await OpenAsync(DatabaseKind.Sqlite, file: file);
        await ActAsync(host, from: 1, count: 1);
        await SequenceAsync(host);
        File.Delete(file);
        KeyIn(file).Make(Origin);
        await ActAsync(host, from: 2, count: 1);
        await using var another = host.AnotherInstance();

        await Should.ThrowAsync<InvalidOperationException>(() => SequenceAsync(another));

        (await LeavesAsync(host)).ShouldHaveSingleItem();
    }

    private static async Task<(int Code, string Text)> CreateAsync(ModuleHost host, string origin)
    {
        var output = new StringWriter();
        await using var scope = host.Services.CreateAsyncScope();
        var code = await EvidenceServices.CreateKeyAsync(scope.ServiceProvider, [origin], output, Cancellation);
        return (code, output.ToString());
    }

    internal static EvidenceKey KeyIn(string file) => new(file, VaultOf(file));

    /// <summary>Where the key in this file is sealed.</summary>
    internal static KeyVault VaultOf(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        return new(Path.Combine(folder, "keys"), TestKeysSecret.In(folder), makesSecret: false);
    }

    internal static async Task<ModuleHost> OpenAsync(
        DatabaseKind kind,
        int batchSize = 500,
        string? file = null,
        Action<IServiceCollection>? configure = null
    )
    {
        file ??= Path.Combine(TestFolder.New(), "evidence-log.key");
        KeyIn(file).Make(Origin);
        return await ModuleHost.StartAsync(
            kind,
            ServiceUnderTest.Modules,
            services =>
            {
                services.AddSingleton(KeyIn(file));
                services.AddSingleton<ILogSigner>(KeyIn(file));
                services.AddSingleton(new SequencingOptions { BatchSize = batchSize });
                configure?.Invoke(services);
            }
        );
    }

    internal static Task<int> SequenceAsync(ModuleHost host) =>
        host.Services.GetRequiredService<EntrySequencer>().SequenceAsync(Cancellation);

    internal static async Task ActAsync(ModuleHost host, int from, int count)
    {
        for (var serial = from; serial < from + count; serial++)
        {
            (await host.SendAs(Given.Administrator, Given.Unit(serial))).IsFailure.ShouldBeFalse();
        }
    }

    private static Task<List<LogLeaf>> LeavesAsync(ModuleHost host) =>
        host.InDatabaseAsync(
            (SecurityDb database) =>
                database.LogLeaves.AsNoTracking().OrderBy(leaf => leaf.Index).ToListAsync(Cancellation)
        );

    private static Task<List<EntryForLog>> WaitingAsync(ModuleHost host) =>
        host.InDatabaseAsync(
            (SecurityDb database) =>
                database
                    .AuditEntries.Where(entry => entry.SequencedAt == null)
                    .OrderBy(entry => entry.Number)
                    .Select(entry => new EntryForLog(
                        SecurityDb.SchemaName,
                        entry.Id,
                        entry.ObjectType,
                        entry.ObjectId,
                        entry.Number,
                        entry.Leaf
                    ))
                    .ToListAsync(Cancellation)
        );

    private static async Task ShouldBeWholeAsync(ModuleHost host, int entries)
    {
        var leaves = await LeavesAsync(host);
        var written = await host.InDatabaseAsync(
            (SecurityDb database) => database.AuditEntries.AsNoTracking().ToListAsync(Cancellation)
        );
        leaves.Select(leaf => leaf.Index).ShouldBe(Enumerable.Range(0, entries).Select(index => (long)index));
        leaves
            .Select(leaf => (leaf.Entry.Value, leaf.Leaf))
            .ShouldBe(written.Select(entry => (entry.Id, entry.Leaf)), ignoreOrder: true);
        foreach (var ofObject in leaves.GroupBy(leaf => (leaf.ObjectType, leaf.ObjectId)))
        {
            ofObject
                .Select(leaf => leaf.Number)
                .ShouldBe(Enumerable.Range(1, ofObject.Count()).Select(number => (long)number));
        }

        var newest = await host.InDatabaseAsync(
            (SecurityDb database) =>
                database.LogCheckpoints.AsNoTracking().OrderByDescending(one => one.Size).FirstAsync(Cancellation)
        );
        newest.Size.ShouldBe(entries);
        newest.Root.ShouldBe(EvidenceLogMathTests.Root(leaves.ConvertAll(leaf => LogHash.OfLeaf(leaf.Leaf))));
    }
}
