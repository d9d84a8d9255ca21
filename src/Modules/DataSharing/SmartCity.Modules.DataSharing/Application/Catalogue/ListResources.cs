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
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>The resources of the catalogue that the actor may read, the newest first, page by page.</summary>
internal sealed record ListResources(
    ResourceState? State = null,
    ShareType? ShareType = null,
    UnitId? Provider = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListResources.ResourceLine>>
{
    internal sealed record ResourceLine(
        [property: Description("系统编号")] ResourceId Id,
        [property: Description("资源号")] string Number,
        [property: Description("状态")] ResourceState State,
        [property: Description("资源名称")] string Title,
        [property: Description("共享类型")] ShareType ShareType,
        [property: Description("提供单位编号")] UnitId Provider,
        [property: Description("提供单位")] string ProviderName,
        [property: Description("发布日期")] DateOnly? PublishedOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListResourcesValidator : AbstractValidator<ListResources>
{
    public ListResourcesValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.ShareType).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListResourcesHandler(IDataSharingDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListResources, Result<Page<ListResources.ResourceLine>>>
{
    public async Task<Result<Page<ListResources.ResourceLine>>> Handle(
        ListResources query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListResources.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Resources.Where(SharingAccess.ResourcesFor(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(one => one.Number)
            .Take(limit + 1)
            .ProjectTo<ListResources.ResourceLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListResources.Position(line.Number));
    }

    private static IQueryable<Resource> Filtered(
        IQueryable<Resource> resources,
        ListResources query,
        ListResources.Position? position
    )
    {
        if (query.State is { } state)
        {
            resources = resources.Where(one => one.State == state);
        }

        if (query.ShareType is { } shareType)
        {
            resources = resources.Where(one => one.ShareType == shareType);
        }

        if (query.Provider is { } provider)
        {
            resources = resources.Where(one => one.Provider == provider);
        }

        if (query.Text is { Length: > 0 } text)
        {
            resources = resources.Where(one => one.Title.Contains(text) || one.Number.Contains(text));
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            resources = resources.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return resources;
    }
}
