using AutoMapper;
using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Application.Catalogue;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Application.Retrieving;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Retrievals;

namespace SmartCity.Modules.DataSharing.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class DataSharingProfile : Profile
{
    public DataSharingProfile()
    {
        CreateProjection<Resource, ListResources.ResourceLine>();
        CreateProjection<Agreement, ListAgreements.AgreementLine>();
        CreateProjection<Grant, ListGrants.GrantLine>();
        CreateProjection<Retrieval, ListRetrievals.RetrievalLine>();
    }
}
