using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.Facts;
using SmartCity.Modules.Approval.Application.Funding;
using SmartCity.Modules.Approval.Application.Importing;
using SmartCity.Modules.Approval.Application.MasterPlanning;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Application.Reporting;
using SmartCity.Modules.Approval.Application.Reviewing;
using SmartCity.Modules.Approval.Application.TakingOver;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Application;

/// <summary>Who may send which command of this module.</summary>
internal sealed class ApprovalAuthorities : AuthorityTable
{
    private static readonly LocalizedText Office = new("市政府信息办", "the informatization office");
    private static readonly LocalizedText Finance = new("市财政局", "the finance bureau");
    private static readonly LocalizedText Units = new("项目牵头单位", "the lead unit of the project");
    private static readonly LocalizedText Importers = new(
        "市政府信息办，或者各项目牵头单位",
        "the informatization office, or the lead unit of each project"
    );
    private static readonly LocalizedText Experts = new("本轮评审专家", "an expert of the round");
    private static readonly LocalizedText Events = new("本系统依据事件", "the system itself, on an event,");
    private static readonly LocalizedText Anyone = new("登录账号", "any signed-in account");

    // Contractors and public enterprises may send it so that they are told why they are out of scope (article 2).
    private static readonly string[] DeclaringRoles = [.. Roles.OfLeadUnits, Roles.PublicEnterprise, Roles.Contractor];

    public ApprovalAuthorities()
    {
        Command<AddMasterPlanItem>(
            Stake.Business,
            "approval.add-master-plan-item",
            5,
            Office,
            Roles.InformatizationOffice
        );
        Command<CloseMasterPlanItem>(
            Stake.Business,
            "approval.close-master-plan-item",
            5,
            Office,
            Roles.InformatizationOffice
        );
        Query<ListMasterPlanItems>("approval.list-master-plan-items", 4, Anyone);
        Query<GetMasterPlanItem>("approval.get-master-plan-item", 4, Anyone);

        Command<DraftDeclaration>(Stake.Business, "approval.draft-declaration", 6, Units, DeclaringRoles);
        Command<ReviseDraft>(Stake.Business, "approval.revise-draft", 6, Units, DeclaringRoles);
        Command<AttachDocument>(Stake.Business, "approval.attach-document", 6, Units, DeclaringRoles);
        Command<RemoveDocument>(Stake.Business, "approval.remove-document", 6, Units, DeclaringRoles);
        Command<SubmitDeclaration>(Stake.Business, "approval.submit-declaration", 6, Units, DeclaringRoles);
        Command<CancelDeclaration>(Stake.Business, "approval.cancel-declaration", 6, Units, DeclaringRoles);
        // The office for every unit, a lead unit for itself: which row is whose is asked row by row.
        Command<ImportDeclaration>(Stake.Business, "approval.import-declaration", 6, Importers, DeclaringRoles);
        QueryBeforeCommand<JudgeDeclarationList>("approval.judge-declaration-list", 6, Importers, DeclaringRoles);
        Query<GetDeclaration>("approval.get-declaration", 6, Anyone);
        Query<ListDeclarations>("approval.list-declarations", 6, Anyone);
        Query<DownloadDocument>("approval.download-document", 6, Anyone);
        Query<GetDeclarationVersion>("approval.get-declaration-version", 7, Anyone);
        Query<GetVersionDifference>("approval.get-version-difference", 7, Anyone);

        Command<FormPanel>(Stake.Business, "approval.form-panel", 6, Office, Roles.InformatizationOffice);
        Command<GiveOpinion>(Stake.Business, "approval.give-opinion", 6, Experts, Roles.Expert);
        Command<ConcludeReview>(Stake.Business, "approval.conclude-review", 6, Office, Roles.InformatizationOffice);
        Command<AnswerComments>(Stake.Business, "approval.answer-comments", 7, Units, DeclaringRoles);
        Command<ResubmitDeclaration>(Stake.Business, "approval.resubmit-declaration", 7, Units, DeclaringRoles);
        Query<ListReviewRounds>("approval.list-review-rounds", 7, Anyone);
        Query<GetReviewRound>("approval.get-review-round", 7, Anyone);

        Command<ReportToFinance>(Stake.Business, "approval.report-to-finance", 6, Office, Roles.InformatizationOffice);
        Command<ArrangeFund>(Stake.Money, "approval.arrange-fund", 6, Finance, Roles.FinanceBureau);
        Command<SuspendFund>(Stake.Business, "approval.suspend-fund", 6, Finance, Roles.FinanceBureau);
        Command<ResumeFund>(Stake.Money, "approval.resume-fund", 6, Finance, Roles.FinanceBureau);

        Command<RequestPayment>(Stake.Money, "approval.request-payment", 6, Units, DeclaringRoles);
        Command<ApprovePayment>(Stake.Money, "approval.approve-payment", 6, Finance, Roles.FinanceBureau);
        Command<DeclinePayment>(Stake.Business, "approval.decline-payment", 6, Finance, Roles.FinanceBureau);
        Command<InstructPayment>(Stake.Money, "approval.instruct-payment", 6, Finance, Roles.FinanceBureau);
        Command<ConfirmPayment>(Stake.Money, "approval.confirm-payment", 6, Finance, Roles.FinanceBureau);
        Command<ReturnPayment>(Stake.Money, "approval.return-payment", 6, Finance, Roles.FinanceBureau);
        Query<ListPayments>("approval.list-payments", 6, Anyone);
        Query<GetPayment>("approval.get-payment", 6, Anyone);
        Query<GetFundSummary>("approval.get-fund-summary", 6, Anyone);
        Query<GetPaymentFacts>("approval.get-payment-facts", 6, Anyone);

        Command<TakeOverProject>(Stake.Money, "approval.take-over-project", 5, Office, Roles.InformatizationOffice);

        Command<ReopenPanelSeat>(Stake.Business, "approval.reopen-panel-seat", 6, Events, Actor.ModuleRole);
        Command<TakeUpMaintenance>(Stake.Money, "approval.take-up-maintenance", 37, Events, Actor.ModuleRole);
        Command<HearOfContract>(Stake.Business, "approval.hear-of-contract", 6, Events, Actor.ModuleRole);
        Command<HearOfTermination>(Stake.Business, "approval.hear-of-termination", 6, Events, Actor.ModuleRole);
        Command<HearOfProject>(Stake.Business, "approval.hear-of-project", 6, Events, Actor.ModuleRole);
        Command<HearOfRevocation>(Stake.Business, "approval.hear-of-revocation", 6, Events, Actor.ModuleRole);
        Command<HearOfWindow>(Stake.Business, "approval.hear-of-window", 37, Events, Actor.ModuleRole);
    }

    // Experts come from anywhere; everybody else acts here for the city or not at all.
    protected override Error? Bar(Actor actor) =>
        actor.Jurisdiction == Jurisdictions.City || actor.Role == Roles.Expert || actor.Kind == ActorKind.Module
            ? null
            : MunicipalProjects.OutOfJurisdiction;
}
