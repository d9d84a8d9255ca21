using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Modules.Security.Infrastructure.Keys;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>When a log may take another one's place, and what it begins with.</summary>
public sealed class LogSuccessionTests : IDisposable
{
    private const string NewOrigin = "test.example/evidence-2";

    private readonly string file = Path.Combine(TestFolder.New(), "evidence-log.key");
    private readonly AnsweringWitness witness = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => witness.Dispose();

    [Theory]
    [EveryDatabase]
    public async Task Succeed_WhenOrdered_ThenTheNewLogGoesOnBehindItsStatement(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind, entries: 3);
        var (old, head) = (EvidenceLogTests.KeyIn(file).PublicKey, await NewestAsync(host));

        var succeeded = (await SucceedAsync(host, Order(old, head))).Value;

        (succeeded.Kept, succeeded.Predecessor, succeeded.LastHead).ShouldBe(("3", old, head));
        await using var another = host.AnotherInstance();
        await EvidenceLogTests.ActAsync(another, from: 4, count: 1);
        await EvidenceLogTests.SequenceAsync(another);
        (await NewestAsync(another)).ShouldStartWith($"{NewOrigin}\n5\n");
        var leaves = await host.InDatabaseAsync(
            (SecurityDb database) =>
                database.LogLeaves.AsNoTracking().OrderBy(leaf => leaf.Index).ToListAsync(Cancellation)
        );
        leaves.Select(leaf => leaf.ObjectType).ShouldBe(["unit", "unit", "unit", Succession.ObjectType, "unit"]);
        Succession.Read(leaves[3].Leaf).ShouldBe(succeeded);
        Directory.GetFiles(Path.GetDirectoryName(file)!, "evidence-log.key*").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Succeed_WhenItWasKilledBeforeTheKeyWasPutInPlace_ThenTheSameOrderEndsIt()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite, entries: 1);
        var (old, head, before) = (
            EvidenceLogTests.KeyIn(file).PublicKey,
            await NewestAsync(host),
            await File.ReadAllBytesAsync(file, Cancellation)
        );
        (await SucceedAsync(host, Order(old, head))).IsFailure.ShouldBeFalse();
        var vault = EvidenceLogTests.VaultOf(file);
        vault.Replace(KeyVault.EvidenceLog, file + ".next", vault.TryRead(KeyVault.EvidenceLog, file));
        await File.WriteAllBytesAsync(file, before, Cancellation);
        await using var another = host.AnotherInstance();

        (await SucceedAsync(another, Order(old, head))).Value.Kept.ShouldBe("1");

        EvidenceLogTests.KeyIn(file).Origin.ShouldBe(NewOrigin);
        (await NewestAsync(another)).ShouldStartWith($"{NewOrigin}\n2\n");
    }

    [Theory]
    [InlineData("name", "no log had before")]
    [InlineData("key", "malformed")]
    [InlineData("foreign key", "not signed by that key")]
    [InlineData("head", "no valid signature")]
    [InlineData("not cosigned", "not cosigned")]
    [InlineData("basis", "on which basis")]
    [InlineData("history", "rewritten")]
    public async Task Succeed_WhenTheOrderIsWrongInOneThing_ThenNothingIsChanged(string wrong, string expected)
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite, entries: 2);
        var (old, head) = (EvidenceLogTests.KeyIn(file).PublicKey, await NewestAsync(host));
        var order = Order(old, head);
        switch (wrong)
        {
            case "name":
                order = order with { Origin = "test.example/evidence" };
                break;
            case "key":
                order = order with { Predecessor = "nobody" };
                break;
            case "foreign key":
                var foreign = EvidenceLogTests.KeyIn(Path.Combine(TestFolder.New(), "foreign.key"));
                foreign.Make("test.example/evidence");
                order = order with { Predecessor = foreign.PublicKey };
                break;
            case "head":
                order = order with { LastHead = head.Replace("\n2\n", "\n9\n", StringComparison.Ordinal) };
                break;
            case "not cosigned":
                order = order with { LastHead = head[..(head.TrimEnd('\n').LastIndexOf('\n') + 1)] };
                break;
            case "basis":
                order = order with { Basis = " " };
                break;
            default:
                await host.InDatabaseAsync(
                    (SecurityDb database) =>
                        database.LogTiles.ExecuteUpdateAsync(
                            set => set.SetProperty(tile => tile.Hashes, new byte[64]),
                            Cancellation
                        )
                );
                break;
        }

        var outcome = await SucceedAsync(host, order);

        outcome.IsFailure.ShouldBeTrue();
        outcome.Failure.Detail.English.ShouldContain(expected, Case.Insensitive);
        EvidenceLogTests.KeyIn(file).PublicKey.ShouldBe(old);
        (await NewestAsync(host)).ShouldBe(head);
        File.Exists(file + ".next").ShouldBeFalse();
    }

    private static SuccessionOrder Order(string predecessor, string head) =>
        new(NewOrigin, predecessor, head, "市政府信息办主任", "网络安全法第二十一条", "密钥丢失");

    private static async Task<Result<Succession>> SucceedAsync(ModuleHost host, SuccessionOrder order)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LogSuccession>().SucceedAsync(order, Cancellation);
    }

    private static Task<string> NewestAsync(ModuleHost host) =>
        host.InDatabaseAsync(
            async (SecurityDb database) =>
                (
                    await database
                        .LogCheckpoints.AsNoTracking()
                        .OrderByDescending(one => one.Size)
                        .FirstAsync(Cancellation)
                ).SignedNote
        );

    private async Task<ModuleHost> StartAsync(DatabaseKind kind, int entries)
    {
        var host = await EvidenceLogTests.OpenAsync(
            kind,
            file: file,
            configure: services =>
            {
                services.AddSingleton<IReadOnlyList<WitnessSettings>>([witness.Settings]);
                services.AddHttpClient(CosigningJob.ClientName).ConfigurePrimaryHttpMessageHandler(() => witness);
            }
        );
        await EvidenceLogTests.ActAsync(host, from: 1, count: entries);
        await EvidenceLogTests.SequenceAsync(host);
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CosigningJob>().RunAsync(Cancellation);
        return host;
    }
}
