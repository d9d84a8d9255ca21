using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Application.Registering;

/// <summary>One contractor with its certificates.</summary>
internal sealed record GetContractor(ContractorId Contractor) : IQuery<GetContractor.ContractorDetail>
{
    internal sealed record ContractorDetail(
        ContractorId Id,
        UnitId Unit,
        string Name,
        string CreditCode,
        DateOnly RegisteredOn,
        IReadOnlyList<CertificateDetail> Certificates,
        long Version
    );

    internal sealed record CertificateDetail(
        CertificateId Id,
        string KindCode,
        string Number,
        string IssuerName,
        IssuerLevel IssuerLevel,
        string Grade,
        DateOnly ValidFrom,
        DateOnly ValidUntil,
        CertificateStatus Status,
        string? StatusReason,
        DateOnly? StatusSince,
        string Evidence
    );
}

internal sealed class GetContractorHandler(IConstructionDatabase database, RequestContext request)
    : IRequestHandler<GetContractor, Result<GetContractor.ContractorDetail>>
{
    public async Task<Result<GetContractor.ContractorDetail>> Handle(
        GetContractor query,
        CancellationToken cancellationToken
    )
    {
        var contractor = await database
            .Contractors.AsNoTracking()
            .Where(RegisterAccess.ContractorsReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Contractor, cancellationToken);
        return contractor is null
            ? Error.NotFound(new("承揽单位", "contractor"))
            : new GetContractor.ContractorDetail(
                contractor.Id,
                contractor.Unit,
                contractor.Name,
                contractor.CreditCode,
                contractor.RegisteredOn,
                [
                    .. contractor
                        .Certificates.OrderBy(one => one.KindCode, StringComparer.Ordinal)
                        .ThenBy(one => one.Number, StringComparer.Ordinal)
                        .Select(Told),
                ],
                contractor.Version
            );
    }

    private static GetContractor.CertificateDetail Told(Certificate certificate) =>
        new(
            certificate.Id,
            certificate.KindCode,
            certificate.Number,
            certificate.IssuerName,
            certificate.IssuerLevel,
            certificate.Grade,
            certificate.ValidFrom,
            certificate.ValidUntil,
            certificate.Status,
            certificate.StatusReason,
            certificate.StatusSince,
            certificate.Evidence
        );
}
