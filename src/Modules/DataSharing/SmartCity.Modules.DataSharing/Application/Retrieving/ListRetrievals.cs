using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Retrievals;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Application.Retrieving;

/// <summary>The retrievals that the actor may read, the newest first: a unit its own, a provider those of its data.</summary>
internal sealed record ListRetrievals(
    ResourceId? Resource = null,
    GrantId? Grant = null,
    UnitId? Unit = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListRetrievals.RetrievalLine>>
{
    internal sealed record RetrievalLine(
        [property: Description("系统编号")] RetrievalId Id,
        [property: Description("获取编号")] string Number,
        [property: Description("状态")] RetrievalState State,
        [property: Description("资源编号")] ResourceId Resource,
        [property: Description("授权编号")] GrantId Grant,
        [property: Description("需求单位编号")] UnitId Unit,
        [property: Description("账号编号")] AccountId Account,
        [property: Description("用途")] Purpose Purpose,
        [property: Description("提供方式")] Channel Channel,
        [property: Description("数据版本")] int DataVersion,
        [property: Description("起始行号（不含）")] long AfterNumber,
        [property: Description("最多行数")] int? Limit,
        [property: Description("开始时刻")] DateTimeOffset OpenedAt,
        [property: Description("结束时刻")] DateTimeOffset? ClosedAt,
        [property: Description("提供行数")] long? RowsSent
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListRetrievalsValidator : AbstractValidator<ListRetrievals>
{
    public ListRetrievalsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListRetrievalsHandler(IDataSharingDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListRetrievals, Result<Page<ListRetrievals.RetrievalLine>>>
{
    public async Task<Result<Page<ListRetrievals.RetrievalLine>>> Handle(
        ListRetrievals query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListRetrievals.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Retrievals.Where(SharingAccess.RetrievalsFor(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(one => one.Number)
            .Take(limit + 1)
            .ProjectTo<ListRetrievals.RetrievalLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListRetrievals.Position(line.Number));
    }

    private static IQueryable<Retrieval> Filtered(
        IQueryable<Retrieval> retrievals,
        ListRetrievals query,
        ListRetrievals.Position? position
    )
    {
        if (query.Resource is { } resource)
        {
            retrievals = retrievals.Where(one => one.Resource == resource);
        }

        if (query.Grant is { } grant)
        {
            retrievals = retrievals.Where(one => one.Grant == grant);
        }

        if (query.Unit is { } unit)
        {
            retrievals = retrievals.Where(one => one.Unit == unit);
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            retrievals = retrievals.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return retrievals;
    }
}
