using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>One resource, with the versions of its data and how fresh they are.</summary>
internal sealed record GetResource(ResourceId Resource) : IQuery<GetResource.ResourceDetail>
{
    /// <param name="Freshness">Null while no data has been sent.</param>
    internal sealed record ResourceDetail(
        ResourceId Id,
        string Number,
        ResourceState State,
        UnitId Provider,
        string ProviderName,
        DateOnly RegisteredOn,
        DateOnly? PublishedOn,
        ResourceSheet Sheet,
        Freshness? Freshness,
        IReadOnlyList<VersionLine> DataVersions,
        long Version
    );

    internal sealed record VersionLine(
        int Number,
        DateOnly DataAsOf,
        DateOnly UpdatedOn,
        long Rows,
        string FileName,
        string Sha256
    );
}

internal sealed class GetResourceHandler(IDataSharingDatabase database, RequestContext request, ILegalClock clock)
    : IRequestHandler<GetResource, Result<GetResource.ResourceDetail>>
{
    public async Task<Result<GetResource.ResourceDetail>> Handle(GetResource query, CancellationToken cancellationToken)
    {
        var resource = await database
            .Resources.AsNoTracking()
            .Where(SharingAccess.ResourcesFor(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Resource, cancellationToken);
        return resource is null ? Error.NotFound(new("政务信息资源", "resource")) : DetailOf(resource);
    }

    private GetResource.ResourceDetail DetailOf(Resource resource) =>
        new(
            resource.Id,
            resource.Number,
            resource.State,
            resource.Provider,
            resource.ProviderName,
            resource.RegisteredOn,
            resource.PublishedOn,
            resource.Sheet,
            resource.LastDataVersion is { } last
                ? Freshness.Of(resource.Sheet.Cadence, last.UpdatedOn, clock.Today)
                : null,
            [
                .. resource
                    .DataVersions.OrderByDescending(version => version.Number)
                    .Select(version => new GetResource.VersionLine(
                        version.Number,
                        version.DataAsOf,
                        version.UpdatedOn,
                        version.Rows,
                        version.FileName,
                        version.Sha256
                    )),
            ],
            resource.Version
        );
}
