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
        Command<StartWarranty>("operations.start-warranty", 41, Itself, Actor.ModuleRole);
        Command<VoidWarranty>("operations.void-warranty", 41, Itself, Actor.ModuleRole);
        Query<ListWarranties>("operations.list-warranties", 41, Anyone);
        Query<GetWarranty>("operations.get-warranty", 41, Anyone);
        Query<GetProjectWarranty>("operations.get-project-warranty", 41, Anyone);

        Command<ReportFault>("operations.report-fault", 41, Units, Roles.OfLeadUnits);
        Command<RespondToFault>("operations.respond-to-fault", 41, Contractors, ContractorRoles);
        Command<ResolveFault>("operations.resolve-fault", 41, Contractors, ContractorRoles);
        Command<ConfirmRepair>("operations.confirm-repair", 41, Units, Roles.OfLeadUnits);
        Command<ReopenFault>("operations.reopen-fault", 41, Units, Roles.OfLeadUnits);
        Query<ListFaultReports>("operations.list-fault-reports", 41, Anyone);
        Query<GetFaultReport>("operations.get-fault-report", 41, Anyone);

        Command<OpenCase>("operations.open-case", 42, Office, Roles.InformatizationOffice);
        Command<OrderCorrection>("operations.order-correction", 42, Office, Roles.InformatizationOffice);
        Command<ReplyToCase>("operations.reply-to-case", 42, Subjects, [.. Roles.OfLeadUnits, .. ContractorRoles]);
        Command<ReportCorrection>(
            "operations.report-correction",
            42,
            Subjects,
            [.. Roles.OfLeadUnits, .. ContractorRoles]
        );
        Command<ConfirmCorrection>("operations.confirm-correction", 42, Office, Roles.InformatizationOffice);
        Command<MarkOverdue>("operations.mark-overdue", 42, Office, Roles.InformatizationOffice);
        Command<CloseCase>("operations.close-case", 42, Office, Roles.InformatizationOffice);
        Command<ImposePenalty>("operations.impose-penalty", 42, Office, Roles.InformatizationOffice);
        Command<RecommendToIssuer>("operations.recommend-to-issuer", 43, Office, Roles.InformatizationOffice);
        Command<RecordIssuerAnswer>("operations.record-issuer-answer", 43, Office, Roles.InformatizationOffice);
        Command<ClaimCompensation>("operations.claim-compensation", 43, Office, Roles.InformatizationOffice);
        Query<ListViolationCases>("operations.list-violation-cases", 42, Anyone);
        Query<GetViolationCase>("operations.get-violation-case", 42, Anyone);

        Command<RequestMaintenance>("operations.request-maintenance", 37, Units, Roles.OfLeadUnits);
        Command<RecordPayment>("operations.record-payment", 37, Itself, Actor.ModuleRole);
        Command<RecordDecline>("operations.record-decline", 37, Itself, Actor.ModuleRole);
        Query<ListMaintenanceRequests>("operations.list-maintenance-requests", 37, Anyone);
        Query<GetMaintenanceRequest>("operations.get-maintenance-request", 37, Anyone);
    }

    // A contractor is bound to no jurisdiction; everybody else acts here for the city or not at all.
    protected override Error? Bar(Actor actor) =>
        OperationsAccess.IsOfTheCity(actor) || actor.Kind == ActorKind.Module
            ? null
            : MunicipalProjects.OutOfJurisdiction;
}
