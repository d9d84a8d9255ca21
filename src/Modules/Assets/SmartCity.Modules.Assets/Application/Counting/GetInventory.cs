using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Counting;

/// <summary>One inventory with its book, records and variances.</summary>
internal sealed record GetInventory(InventoryCampaignId Campaign) : IQuery<GetInventory.InventoryDetail>
{
    internal sealed record InventoryDetail(
        InventoryCampaignId Id,
        string Number,
        UnitId Unit,
        string UnitName,
        string Name,
        DateOnly AsOf,
        CampaignState State,
        DateOnly PlannedOn,
        DateOnly? StartedOn,
        DateOnly? CountedOn,
        DateOnly? AdjustedOn,
        DateOnly? SignedOffOn,
        AccountId? SignedOffBy,
        IReadOnlyList<BookDetail> Book,
        IReadOnlyList<CountDetail> Counts,
        IReadOnlyList<VarianceDetail> Variances,
        long Version
    );

    internal sealed record BookDetail(
        AssetCardId Card,
        string CardNumber,
        string Name,
        string Location,
        AccountId Custodian,
        string CustodianName,
        Money Value
    );

    internal sealed record CountDetail(
        int Number,
        AssetCardId? Card,
        string? Surplus,
        bool Found,
        string? Location,
        string? Note,
        AccountId CountedBy,
        DateTimeOffset CountedAt
    );

    internal sealed record VarianceDetail(
        int Number,
        VarianceKind Kind,
        AssetCardId? Card,
        string Subject,
        string? BookLocation,
        string? FoundLocation,
        VarianceResolution? Resolution,
        string? Reason,
        AccountId? ResolvedBy,
        DateOnly? ResolvedOn,
        AccountId? ApprovedBy,
        DateOnly? ApprovedOn
    );
}

internal sealed class GetInventoryHandler(IAssetsDatabase database, RequestContext request)
    : IRequestHandler<GetInventory, Result<GetInventory.InventoryDetail>>
{
    public async Task<Result<GetInventory.InventoryDetail>> Handle(
        GetInventory query,
        CancellationToken cancellationToken
    )
    {
        var found = await database
            .Campaigns.AsNoTracking()
            .Where(LedgerAccess.Campaigns(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Campaign, cancellationToken);
        return found is null ? Error.NotFound(new("财产清查", "inventory campaign")) : DetailOf(found);
    }

    private static GetInventory.InventoryDetail DetailOf(InventoryCampaign one) =>
        new(
            one.Id,
            one.Number,
            one.Unit,
            one.UnitName,
            one.Name,
            one.AsOf,
            one.State,
            one.PlannedOn,
            one.StartedOn,
            one.CountedOn,
            one.AdjustedOn,
            one.SignedOffOn,
            one.SignedOffBy,
            [.. one.Book.OrderBy(entry => entry.CardNumber, StringComparer.Ordinal).Select(EntryOf)],
            [.. one.Counts.OrderBy(count => count.Number).Select(CountOf)],
            [.. one.Variances.OrderBy(variance => variance.Number).Select(VarianceOf)],
            one.Version
        );

    private static GetInventory.BookDetail EntryOf(BookEntry entry) =>
        new(
            entry.Card,
            entry.CardNumber,
            entry.Name,
            entry.Location,
            entry.Custodian,
            entry.CustodianName,
            entry.Value
        );

    private static GetInventory.CountDetail CountOf(CountRecord count) =>
        new(
            count.Number,
            count.Card,
            count.Surplus,
            count.Found,
            count.Location,
            count.Note,
            count.CountedBy,
            count.CountedAt
        );

    private static GetInventory.VarianceDetail VarianceOf(Variance variance) =>
        new(
            variance.Number,
            variance.Kind,
            variance.Card,
            variance.Subject,
            variance.BookLocation,
            variance.FoundLocation,
            variance.Resolution,
            variance.Reason,
            variance.ResolvedBy,
            variance.ResolvedOn,
            variance.ApprovedBy,
            variance.ApprovedOn
        );
}
