using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Assets.Application.Counting;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Assets.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Module;

/// <summary>One inventory from the plan to the signature, over real databases.</summary>
public sealed class InventoryTests
{
    [Theory, EveryDatabase]
    public async Task Line_WhenVariancesAreSettledAndApproved_ThenItIsSignedOff(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var closed = await ClosedWithTwoVariancesAsync(module);
        var early = await module.SendAs(Town.HospitalHead, new SignOffInventory(closed.Id, closed.Version));
        var first = await module.AcceptedAs(Town.HospitalClerk, Resolving(closed, 1, VarianceResolution.WriteOff));
        var second = await module.AcceptedAs(
            Town.HospitalClerk,
            Resolving(InventoryStep.Of(first), 2, VarianceResolution.RegisterCard)
        );
        var own = await module.SendAs(Town.HospitalClerk, new ApproveAdjustments(closed.Id, second.Version));
        var unapproved = await module.SendAs(Town.HospitalHead, new SignOffInventory(closed.Id, second.Version));
        var approved = await module.AcceptedAs(Town.HospitalHead, new ApproveAdjustments(closed.Id, second.Version));

        await module.AcceptedAs(Town.HospitalHead, new SignOffInventory(closed.Id, approved.Version));

        early.ShouldBeRefused("VARIANCE_OPEN");
        own.ShouldBeRefused("ADJUSTMENT_NOT_APPROVED");
        unapproved.ShouldBeRefused("VARIANCE_OPEN");
        var told = (await module.AskAs(Town.Auditor, new GetInventory(closed.Id))).Value;
        (told.State, told.SignedOffOn).ShouldBe((CampaignState.SignedOff, AssetsHost.Today));
        told.Variances.Select(one => (one.Kind, one.ApprovedBy))
            .ShouldBe([
                (VarianceKind.Missing, Town.AccountOf(Town.HospitalHead)),
                (VarianceKind.Surplus, Town.AccountOf(Town.HospitalHead)),
            ]);
    }

    [Theory, EveryDatabase]
    public async Task Start_WhenTheBookIsFrozen_ThenLaterMovementsDoNotChangeIt(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var (_, servers, _) = await module.CompleteAsync(AProject.Of());
        var counting = await module.CountingAsync();
        var given = CardStep.Of(await module.AcceptedAs(Town.HospitalHead, AssetsHost.ToTheClerk(servers)));
        await module.AcceptedAs(Town.HospitalClerk, new AcceptHandOver(given.Id, given.Version));

        var book = (await module.AskAs(Town.HospitalClerk, new GetInventory(counting.Id))).Value.Book;

        book.Count.ShouldBe(2);
        book.Single(entry => entry.Card == servers.Id).Location.ShouldBe("一号机房");
    }

    [Theory, EveryDatabase]
    public async Task Count_WhenRepeatedWithTheSameKey_ThenIsWrittenOnce(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var (_, servers, _) = await module.CompleteAsync(AProject.Of());
        var counting = await module.CountingAsync();
        var first = await module.AcceptedAs(Town.HospitalClerk, AssetsHost.Seen(counting, servers, "一号机房"), "key");

        var second = await module.AcceptedAs(Town.HospitalClerk, AssetsHost.Seen(counting, servers, "一号机房"), "key");

        second.ShouldBe(first);
        (await module.AskAs(Town.HospitalClerk, new GetInventory(counting.Id))).Value.Counts.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Count_WhenSeveralCountAtOnce_ThenAllRecordsAreTaken(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var (_, servers, licence) = await module.CompleteAsync(AProject.Of());
        var counting = await module.CountingAsync();

        var results = await Task.WhenAll(
            module.SendAs(Town.HospitalClerk, AssetsHost.Seen(counting, servers, "一号机房"), "1"),
            module.SendAs(Town.HospitalHead, AssetsHost.Seen(counting, licence, "一号机房"), "1"),
            module.SendAs(Town.HospitalKeeper, AssetsHost.Seen(counting, servers, "走廊"), "1")
        );

        results.ShouldAllBe(result => !result.IsFailure);
        var counts = (await module.AskAs(Town.HospitalClerk, new GetInventory(counting.Id))).Value.Counts;
        counts.Select(count => count.Number).ShouldBe([1, 2, 3]);
    }

    private static ResolveVariance Resolving(InventoryStep at, int variance, VarianceResolution resolution) =>
        new(at.Id, variance, resolution, "已核实", at.Version);

    private static async Task<InventoryStep> ClosedWithTwoVariancesAsync(AssetsHost module)
    {
        var (_, servers, _) = await module.CompleteAsync(AProject.Of());
        var counting = await module.CountingAsync();
        await module.AcceptedAs(Town.HospitalClerk, AssetsHost.Seen(counting, servers, "一号机房"), "1");
        var surplus = new RecordCount(counting.Id, null, "无标签交换机", true, "一号机房", null);
        var counted = await module.AcceptedAs(Town.HospitalClerk, surplus, "2");
        return InventoryStep.Of(
            await module.AcceptedAs(Town.HospitalClerk, new CloseCounting(counting.Id, counted.Version))
        );
    }
}
