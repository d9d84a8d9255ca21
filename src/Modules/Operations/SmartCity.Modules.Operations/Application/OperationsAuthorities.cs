using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Application.Faults;
using SmartCity.Modules.Operations.Application.Maintenance;
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Application.Warranties;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Operations.Application;

/// <summary>Who may send which command of this module.</summary>
internal sealed class OperationsAuthorities : AuthorityTable
{
    private static readonly LocalizedText Office = new("市政府信息办", "the informatization office");
    private static readonly LocalizedText Units = new("项目牵头单位", "the lead unit of the project");
    private static readonly LocalizedText Contractors = new(
        "承担保修责任的承揽单位",
        "the contractor who owes the warranty"
    );
    private static readonly LocalizedText Subjects = new("当事单位", "the unit concerned");
    private static readonly LocalizedText Itself = new("系统", "the system");
    private static readonly LocalizedText Anyone = new("登录账号", "any signed-in account");

    private static readonly string[] ContractorRoles = [Roles.Contractor, Roles.PublicEnterprise];

    public OperationsAuthorities()
    {
        Command<StartWarranty>(Stake.Business, "operations.start-warranty", 41, Itself, Actor.ModuleRole);
        Command<VoidWarranty>(Stake.Business, "operations.void-warranty", 41, Itself, Actor.ModuleRole);
        Query<ListWarranties>("operations.list-warranties", 41, Anyone);
        Query<GetWarranty>("operations.get-warranty", 41, Anyone);
        Query<GetProjectWarranty>("operations.get-project-warranty", 41, Anyone);

        Command<ReportFault>(Stake.Business, "operations.report-fault", 41, Units, Roles.OfLeadUnits);
        Command<RespondToFault>(Stake.Business, "operations.respond-to-fault", 41, Contractors, ContractorRoles);
        Command<ResolveFault>(Stake.Business, "operations.resolve-fault", 41, Contractors, ContractorRoles);
        Command<ConfirmRepair>(Stake.Business, "operations.confirm-repair", 41, Units, Roles.OfLeadUnits);
        Command<ReopenFault>(Stake.Business, "operations.reopen-fault", 41, Units, Roles.OfLeadUnits);
        Query<ListFaultReports>("operations.list-fault-reports", 41, Anyone);
        Query<GetFaultReport>("operations.get-fault-report", 41, Anyone);

        Command<OpenCase>(Stake.Business, "operations.open-case", 42, Office, Roles.InformatizationOffice);
        Command<OrderCorrection>(
            Stake.Business,
            "operations.order-correction",
            42,
            Office,
            Roles.InformatizationOffice
        );
        Command<ReplyToCase>(
            Stake.Business,
            "operations.reply-to-case",
            42,
            Subjects,
            [.. Roles.OfLeadUnits, .. ContractorRoles]
        );
        Command<ReportCorrection>(
            Stake.Business,
            "operations.report-correction",
            42,
            Subjects,
            [.. Roles.OfLeadUnits, .. ContractorRoles]
        );
        Command<ConfirmCorrection>(
            Stake.Business,
            "operations.confirm-correction",
            42,
            Office,
            Roles.InformatizationOffice
        );
        Command<MarkOverdue>(Stake.Business, "operations.mark-overdue", 42, Office, Roles.InformatizationOffice);
        Command<CloseCase>(Stake.Business, "operations.close-case", 42, Office, Roles.InformatizationOffice);
        Command<ImposePenalty>(Stake.Money, "operations.impose-penalty", 42, Office, Roles.InformatizationOffice);
        Command<RecommendToIssuer>(
            Stake.Business,
            "operations.recommend-to-issuer",
            43,
            Office,
            Roles.InformatizationOffice
        );
        Command<RecordIssuerAnswer>(
            Stake.Business,
            "operations.record-issuer-answer",
            43,
            Office,
            Roles.InformatizationOffice
        );
        Command<ClaimCompensation>(
            Stake.Money,
            "operations.claim-compensation",
            43,
            Office,
            Roles.InformatizationOffice
        );
        Query<ListViolationCases>("operations.list-violation-cases", 42, Anyone);
        Query<GetViolationCase>("operations.get-violation-case", 42, Anyone);

        Command<RequestMaintenance>(Stake.Money, "operations.request-maintenance", 37, Units, Roles.OfLeadUnits);
        Command<RecordPayment>(Stake.Money, "operations.record-payment", 37, Itself, Actor.ModuleRole);
        Command<RecordDecline>(Stake.Business, "operations.record-decline", 37, Itself, Actor.ModuleRole);
        Query<ListMaintenanceRequests>("operations.list-maintenance-requests", 37, Anyone);
        Query<GetMaintenanceRequest>("operations.get-maintenance-request", 37, Anyone);
    }

    // A contractor is bound to no jurisdiction; everybody else acts here for the city or not at all.
    protected override Error? Bar(Actor actor) =>
        OperationsAccess.IsOfTheCity(actor) || actor.Kind == ActorKind.Module
            ? null
            : MunicipalProjects.OutOfJurisdiction;
}
