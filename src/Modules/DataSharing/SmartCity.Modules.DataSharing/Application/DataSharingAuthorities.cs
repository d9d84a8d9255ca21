using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Application.Catalogue;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Application.Retrieving;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Application;

/// <summary>Who may send which command of this module. Counties share with the city: article 22 says 全市.</summary>
internal sealed class DataSharingAuthorities : AuthorityTable
{
    private static readonly LocalizedText Bureau = new("市大数据管理局", "the big data bureau");
    private static readonly LocalizedText Providers = new("提供数据的单位", "the unit that provides the data");
    private static readonly LocalizedText Demanders = new("需求数据的单位", "the unit that needs the data");
    private static readonly LocalizedText Parties = new("协议双方", "a party to the agreement");
    private static readonly LocalizedText Anyone = new("登录账号", "any signed-in account");

    private static readonly string[] ProvidingRoles =
    [
        .. Roles.OfLeadUnits,
        Roles.CountyInformatizationOffice,
        Roles.PublicEnterprise,
    ];

    // Contractors may send it so that they are told why shared data is not for them (article 22).
    private static readonly string[] DemandingRoles = [.. ProvidingRoles, Roles.Contractor];

    public DataSharingAuthorities()
    {
        Command<RegisterResource>(Stake.Business, "data-sharing.register-resource", 16, Providers, ProvidingRoles);
        Command<ReviseResource>(Stake.Business, "data-sharing.revise-resource", 16, Providers, ProvidingRoles);
        Command<PublishResource>(Stake.Rights, "data-sharing.publish-resource", 16, Providers, ProvidingRoles);
        Command<UploadData>(Stake.Business, "data-sharing.upload-data", 13, Providers, ProvidingRoles);
        Query<ListResources>("data-sharing.list-resources", 17, Anyone);
        Query<GetResource>("data-sharing.get-resource", 17, Anyone);

        Command<ProposeAgreement>(Stake.Business, "data-sharing.propose-agreement", 33, Demanders, DemandingRoles);
        Command<SignAgreement>(Stake.Rights, "data-sharing.sign-agreement", 33, Bureau, Roles.BigDataBureau);
        Command<EndAgreement>(Stake.Business, "data-sharing.end-agreement", 33, Parties, DemandingRoles);
        Query<ListAgreements>("data-sharing.list-agreements", 33, Anyone);
        Query<GetAgreement>("data-sharing.get-agreement", 33, Anyone);

        Command<RequestGrant>(Stake.Business, "data-sharing.request-grant", 18, Demanders, DemandingRoles);
        Command<ApproveGrant>(Stake.Rights, "data-sharing.approve-grant", 18, Bureau, Roles.BigDataBureau);
        Command<OpenConsultation>(Stake.Business, "data-sharing.open-consultation", 18, Bureau, Roles.BigDataBureau);
        Command<RefuseGrant>(Stake.Business, "data-sharing.refuse-grant", 18, Providers, ProvidingRoles);
        Command<RevokeGrant>(Stake.Business, "data-sharing.revoke-grant", 22, Bureau, Roles.BigDataBureau);
        Query<ListGrants>("data-sharing.list-grants", 18, Anyone);
        Query<GetGrant>("data-sharing.get-grant", 18, Anyone);
        Query<ListProviderNotices>("data-sharing.list-provider-notices", 18, Anyone);

        Command<BeginRetrieval>(Stake.Reading, "data-sharing.begin-retrieval", 17, Demanders, DemandingRoles);
        Command<CompleteRetrieval>(Stake.Reading, "data-sharing.complete-retrieval", 17, Demanders, DemandingRoles);
        Query<ReadRetrievedRows>("data-sharing.read-retrieved-rows", 17, Anyone);
        Query<ListRetrievals>("data-sharing.list-retrievals", 22, Anyone);
    }
}
