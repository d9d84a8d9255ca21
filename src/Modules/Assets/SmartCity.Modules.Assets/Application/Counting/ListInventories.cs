using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Counting;

/// <summary>The inventories that the actor may read, the newest first, page by page.</summary>
internal sealed record ListInventories(
    CampaignState? State = null,
    UnitId? Unit = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListInventories.InventoryLine>>
{
    internal sealed record InventoryLine(
        [property: Description("系统编号")] InventoryCampaignId Id,
        [property: Description("清查编号")] string Number,
        [property: Description("单位编号")] UnitId Unit,
        [property: Description("单位")] string UnitName,
        [property: Description("清查名称")] string Name,
        [property: Description("账面截止日期")] DateOnly AsOf,
        [property: Description("状态")] CampaignState State,
        [property: Description("安排日期")] DateOnly PlannedOn,
        [property: Description("签认日期")] DateOnly? SignedOffOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListInventoriesValidator : AbstractValidator<ListInventories>
{
    public ListInventoriesValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListInventoriesHandler(IAssetsDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListInventories, Result<Page<ListInventories.InventoryLine>>>
{
    public async Task<Result<Page<ListInventories.InventoryLine>>> Handle(
        ListInventories query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListInventories.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var campaigns = database.Campaigns.Where(LedgerAccess.Campaigns(request.Actor));
        if (query.State is { } state)
        {
            campaigns = campaigns.Where(one => one.State == state);
        }

        if (query.Unit is { } unit)
        {
            campaigns = campaigns.Where(one => one.Unit == unit);
        }

        if (position.Value is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            campaigns = campaigns.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var lines = await campaigns
            .OrderByDescending(one => one.Number)
            .Take(limit + 1)
            .ProjectTo<ListInventories.InventoryLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListInventories.Position(line.Number));
    }
}
