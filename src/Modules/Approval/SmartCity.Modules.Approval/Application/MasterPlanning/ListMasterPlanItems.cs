using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.MasterPlanning;

/// <summary>The master plan by code, page by page.</summary>
internal sealed record ListMasterPlanItems(
    MasterPlanItemState? State = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListMasterPlanItems.MasterPlanItemLine>>
{
    internal sealed record MasterPlanItemLine(
        [property: Description("系统编号")] MasterPlanItemId Id,
        [property: Description("规划编号")] string Code,
        [property: Description("规划事项")] string Title,
        [property: Description("起始年度")] int FromYear,
        [property: Description("截止年度")] int ToYear,
        [property: Description("责任单位编号")] UnitId ResponsibleUnit,
        [property: Description("估算投资")] Money EstimatedInvestment,
        [property: Description("状态")] MasterPlanItemState State
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Code);
}

internal sealed class ListMasterPlanItemsValidator : AbstractValidator<ListMasterPlanItems>
{
    public ListMasterPlanItemsValidator()
    {
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListMasterPlanItemsHandler(IApprovalDatabase database, IMapper mapper)
    : IRequestHandler<ListMasterPlanItems, Result<Page<ListMasterPlanItems.MasterPlanItemLine>>>
{
    public async Task<Result<Page<ListMasterPlanItems.MasterPlanItemLine>>> Handle(
        ListMasterPlanItems query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListMasterPlanItems.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        IQueryable<MasterPlanItem> items = database.MasterPlanItems;
        if (query.State is { } state)
        {
            items = items.Where(item => item.State == state);
        }

        if (query.Text is { Length: > 0 } text)
        {
            items = items.Where(item => item.Title.Contains(text) || item.Code.Contains(text));
        }

        if (position.Value is { Code: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            items = items.Where(item => string.Compare(item.Code, after) > 0);
#pragma warning restore CA1309, CA1310
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var lines = await items
            .OrderBy(item => item.Code)
            .Take(limit + 1)
            .ProjectTo<ListMasterPlanItems.MasterPlanItemLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListMasterPlanItems.Position(line.Code));
    }
}
