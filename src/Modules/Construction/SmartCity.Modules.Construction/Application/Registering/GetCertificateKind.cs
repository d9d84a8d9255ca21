using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Modules.Construction.Domain.Projects;

namespace SmartCity.Modules.Construction.Application.Registering;

/// <summary>One recognised kind of certificate.</summary>
internal sealed record GetCertificateKind(CertificateKindId Kind) : IQuery<GetCertificateKind.CertificateKindDetail>
{
    internal sealed record CertificateKindDetail(
        CertificateKindId Id,
        string Code,
        string Name,
        IReadOnlyList<ProjectKind> DemandedFor,
        string LegalBasis,
        DateOnly InForceFrom,
        DateOnly? InForceUntil,
        string? RetiredBecause,
        long Version
    );
}

internal sealed class GetCertificateKindHandler(IConstructionDatabase database, RequestContext request)
    : IRequestHandler<GetCertificateKind, Result<GetCertificateKind.CertificateKindDetail>>
{
    public async Task<Result<GetCertificateKind.CertificateKindDetail>> Handle(
        GetCertificateKind query,
        CancellationToken cancellationToken
    )
    {
        var kind = await database
            .CertificateKinds.AsNoTracking()
            .Where(RegisterAccess.KindsReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Kind, cancellationToken);
        return kind is null
            ? Error.NotFound(new("资质证书种类", "recognised kind of certificate"))
            : new GetCertificateKind.CertificateKindDetail(
                kind.Id,
                kind.Code,
                kind.Name,
                [.. kind.Demands.Select(demand => demand.Kind).Order()],
                kind.LegalBasis,
                kind.InForceFrom,
                kind.InForceUntil,
                kind.RetiredBecause,
                kind.Version
            );
    }
}
