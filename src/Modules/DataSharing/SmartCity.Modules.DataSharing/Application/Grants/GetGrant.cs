using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Application.Grants;

/// <summary>One grant: what was asked for, what is granted, and what was said on the way.</summary>
internal sealed record GetGrant(GrantId Grant) : IQuery<GetGrant.GrantDetail>
{
    internal sealed record GrantDetail(
        GrantId Id,
        string Number,
        GrantState State,
        ResourceId Resource,
        string ResourceTitle,
        ShareType ShareType,
        UnitId Provider,
        AgreementId Agreement,
        UnitId Unit,
        string UnitName,
        GrantTerms Requested,
        GrantTerms? Granted,
        DateOnly RequestedOn,
        DateOnly? DecidedOn,
        string? ConsultedBecause,
        DateOnly? ConsultedOn,
        string? RefusedBecause,
        string? RevokedBecause,
        DateOnly? RevokedOn,
        long Version
    );
}

internal sealed class GetGrantHandler(IDataSharingDatabase database, RequestContext request)
    : IRequestHandler<GetGrant, Result<GetGrant.GrantDetail>>
{
    public async Task<Result<GetGrant.GrantDetail>> Handle(GetGrant query, CancellationToken cancellationToken)
    {
        var detail = await database
            .Grants.Where(SharingAccess.GrantsFor(request.Actor))
            .Where(one => one.Id == query.Grant)
            .Select(one => new GetGrant.GrantDetail(
                one.Id,
                one.Number,
                one.State,
                one.Resource,
                one.ResourceTitle,
                one.ShareType,
                one.Provider,
                one.Agreement,
                one.Unit,
                one.UnitName,
                one.Requested,
                one.Granted,
                one.RequestedOn,
                one.DecidedOn,
                one.ConsultedBecause,
                one.ConsultedOn,
                one.RefusedBecause,
                one.RevokedBecause,
                one.RevokedOn,
                one.Version
            ))
            .FirstOrDefaultAsync(cancellationToken);
        return detail is null ? Error.NotFound(new("数据授权", "grant")) : detail;
    }
}
