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
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Grants;

/// <summary>The grants that the actor may read, the newest first, page by page.</summary>
internal sealed record ListGrants(
    GrantState? State = null,
    ResourceId? Resource = null,
    AgreementId? Agreement = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListGrants.GrantLine>>
{
    internal sealed record GrantLine(
        [property: Description("系统编号")] GrantId Id,
        [property: Description("授权号")] string Number,
        [property: Description("状态")] GrantState State,
        [property: Description("资源编号")] ResourceId Resource,
        [property: Description("资源名称")] string ResourceTitle,
        [property: Description("共享类型")] ShareType ShareType,
        [property: Description("需求单位编号")] UnitId Unit,
        [property: Description("需求单位")] string UnitName,
        [property: Description("协议编号")] AgreementId Agreement,
        [property: Description("用途")] Purpose Purpose,
        [property: Description("申请日期")] DateOnly RequestedOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListGrantsValidator : AbstractValidator<ListGrants>
{
    public ListGrantsValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListGrantsHandler(IDataSharingDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListGrants, Result<Page<ListGrants.GrantLine>>>
{
    public async Task<Result<Page<ListGrants.GrantLine>>> Handle(ListGrants query, CancellationToken cancellationToken)
    {
        var position = Cursor.Read<ListGrants.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Grants.Where(SharingAccess.GrantsFor(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(one => one.Number)
            .Take(limit + 1)
            .ProjectTo<ListGrants.GrantLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListGrants.Position(line.Number));
    }

    private static IQueryable<Grant> Filtered(IQueryable<Grant> grants, ListGrants query, ListGrants.Position? position)
    {
        if (query.State is { } state)
        {
            grants = grants.Where(one => one.State == state);
        }

        if (query.Resource is { } resource)
        {
            grants = grants.Where(one => one.Resource == resource);
        }

        if (query.Agreement is { } agreement)
        {
            grants = grants.Where(one => one.Agreement == agreement);
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            grants = grants.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return grants;
    }
}
