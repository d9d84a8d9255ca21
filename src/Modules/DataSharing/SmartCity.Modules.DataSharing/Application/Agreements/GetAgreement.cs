using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Application.Agreements;

/// <summary>One agreement.</summary>
internal sealed record GetAgreement(AgreementId Agreement) : IQuery<GetAgreement.AgreementDetail>
{
    /// <param name="IsInForce">Signed, and today lies within its validity.</param>
    internal sealed record AgreementDetail(
        AgreementId Id,
        string Number,
        AgreementState State,
        bool IsInForce,
        UnitId Unit,
        string UnitName,
        AgreementTerms Terms,
        DateOnly ProposedOn,
        DateOnly? SignedOn,
        AccountId? SignedBy,
        DateOnly? EndedOn,
        string? EndedBecause,
        long Version
    );
}

internal sealed class GetAgreementHandler(IDataSharingDatabase database, RequestContext request, ILegalClock clock)
    : IRequestHandler<GetAgreement, Result<GetAgreement.AgreementDetail>>
{
    public async Task<Result<GetAgreement.AgreementDetail>> Handle(
        GetAgreement query,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today;
        var detail = await database
            .Agreements.Where(SharingAccess.AgreementsFor(request.Actor))
            .Where(one => one.Id == query.Agreement)
            .Select(one => new GetAgreement.AgreementDetail(
                one.Id,
                one.Number,
                one.State,
                one.State == AgreementState.Signed && one.ValidFrom <= today && today <= one.ValidUntil,
                one.Unit,
                one.UnitName,
                one.Terms,
                one.ProposedOn,
                one.SignedOn,
                one.SignedBy,
                one.EndedOn,
                one.EndedBecause,
                one.Version
            ))
            .FirstOrDefaultAsync(cancellationToken);
        return detail is null ? Error.NotFound(new("数据使用协议", "agreement")) : detail;
    }
}
