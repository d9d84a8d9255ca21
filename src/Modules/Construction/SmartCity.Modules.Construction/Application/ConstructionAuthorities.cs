using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Application.Contracting;
using SmartCity.Modules.Construction.Application.Registering;
using SmartCity.Modules.Construction.Application.TakingUp;
using SmartCity.Modules.Construction.Application.Tendering;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Application;

/// <summary>Who may send which command on municipal projects and on the registers of article 10.</summary>
internal sealed class ConstructionAuthorities : AuthorityTable
{
    private static readonly LocalizedText Office = new("市政府信息办", "the informatization office");
    private static readonly LocalizedText LeadUnit = new("项目牵头单位", "the lead unit of the project");
    private static readonly LocalizedText Anyone = new("登录账号", "any signed-in account");
    private static readonly LocalizedText System = new("系统", "the system");

    public ConstructionAuthorities()
    {
        Command<RegisterCertificateKind>(
            Stake.Business,
            "construction.register-certificate-kind",
            10,
            Office,
            Roles.InformatizationOffice
        );
        Command<RetireCertificateKind>(
            Stake.Business,
            "construction.retire-certificate-kind",
            10,
            Office,
            Roles.InformatizationOffice
        );
        Query<ListCertificateKinds>("construction.list-certificate-kinds", 10, Anyone);
        Query<GetCertificateKind>("construction.get-certificate-kind", 10, Anyone);
        Command<RegisterContractor>(
            Stake.Business,
            "construction.register-contractor",
            10,
            Office,
            Roles.InformatizationOffice
        );
        Command<AddCertificate>(
            Stake.Business,
            "construction.add-certificate",
            10,
            Office,
            Roles.InformatizationOffice
        );
        Command<RecordCertificateStatus>(
            Stake.Business,
            "construction.record-certificate-status",
            10,
            Office,
            Roles.InformatizationOffice
        );
        Query<ListContractors>("construction.list-contractors", 10, Anyone);
        Query<GetContractor>("construction.get-contractor", 10, Anyone);

        Command<OpenTender>(Stake.Business, "construction.open-tender", 8, LeadUnit, Roles.OfLeadUnits);
        Command<RecordBid>(Stake.Business, "construction.record-bid", 8, LeadUnit, Roles.OfLeadUnits);
        Command<AwardBid>(Stake.Money, "construction.award-bid", 8, LeadUnit, Roles.OfLeadUnits);
        Command<SignContract>(Stake.Money, "construction.sign-contract", 8, LeadUnit, Roles.OfLeadUnits);
        Command<TerminateContract>(Stake.Business, "construction.terminate-contract", 8, LeadUnit, Roles.OfLeadUnits);
        Command<AssignExpert>(Stake.Business, "construction.assign-expert", 11, Office, Roles.InformatizationOffice);
        Command<SetUpWorkingGroup>(
            Stake.Business,
            "construction.set-up-working-group",
            11,
            LeadUnit,
            Roles.OfLeadUnits
        );
        Command<StartConstruction>(Stake.Business, "construction.start-construction", 11, LeadUnit, Roles.OfLeadUnits);
        Command<ReportBuilt>(Stake.Business, "construction.report-built", 8, LeadUnit, Roles.OfLeadUnits);
        Command<AbandonBuilding>(Stake.Business, "construction.abandon-building", 8, System, Actor.ModuleRole);
        Command<ReopenGroupDuty>(Stake.Business, "construction.reopen-group-duty", 11, System, Actor.ModuleRole);
        Command<TakeUpRunningProject>(Stake.Money, "construction.take-up-running-project", 8, System, Actor.ModuleRole);
        Query<ListBuildings>("construction.list-buildings", 8, Anyone);
        Query<GetBuilding>("construction.get-building", 8, Anyone);
    }

    protected override Error? Bar(Actor actor) =>
        actor.Jurisdiction == Jurisdictions.City || actor.Kind == ActorKind.Module
            ? null
            : MunicipalProjects.OutOfJurisdiction;
}
