using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Application.Accepting;
using SmartCity.Modules.Acceptance.Application.Evaluating;
using SmartCity.Modules.Acceptance.Application.Opening;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Application.Using;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Application;

/// <summary>Who may send which command of this module.</summary>
internal sealed class AcceptanceAuthorities : AuthorityTable
{
    private static readonly LocalizedText Office = new("市政府信息办", "the informatization office");
    private static readonly LocalizedText Unit = new("项目牵头单位", "the lead unit of the project");
    private static readonly LocalizedText Module = new("系统", "the system itself");
    private static readonly LocalizedText Anyone = new("登录账号", "any signed-in account");

    public AcceptanceAuthorities()
    {
        Command<OpenAcceptance>(Stake.Business, "acceptance.open-acceptance", 35, Module, Actor.ModuleRole);
        Query<GetAcceptance>("acceptance.get-acceptance", 35, Anyone);
        Query<ListAcceptances>("acceptance.list-acceptances", 35, Anyone);

        Command<RecordSystemTest>(Stake.Business, "acceptance.record-system-test", 35, Unit, Roles.OfLeadUnits);
        Command<PermitTrial>(Stake.Business, "acceptance.permit-trial", 35, Office, Roles.InformatizationOffice);
        Command<RenewTrialPermit>(
            Stake.Business,
            "acceptance.renew-trial-permit",
            35,
            Office,
            Roles.InformatizationOffice
        );
        Command<LogTrial>(Stake.Business, "acceptance.log-trial", 36, Unit, Roles.OfLeadUnits);
        Command<RestartTrial>(Stake.Business, "acceptance.restart-trial", 36, Unit, Roles.OfLeadUnits);
        Command<FinishTrial>(Stake.Business, "acceptance.finish-trial", 36, Unit, Roles.OfLeadUnits);

        Command<ApplyForAcceptance>(Stake.Business, "acceptance.apply-for-acceptance", 35, Unit, Roles.OfLeadUnits);
        Command<FormAcceptancePanel>(
            Stake.Business,
            "acceptance.form-acceptance-panel",
            35,
            Office,
            Roles.InformatizationOffice
        );
        Command<RecordSecurityEvaluation>(
            Stake.Business,
            "acceptance.record-security-evaluation",
            35,
            Office,
            Roles.InformatizationOffice
        );
        Command<ConcludeAcceptance>(
            Stake.Business,
            "acceptance.conclude-acceptance",
            35,
            Office,
            Roles.InformatizationOffice
        );
        Command<StartRectification>(Stake.Business, "acceptance.start-rectification", 35, Unit, Roles.OfLeadUnits);
        Command<ReportRectified>(Stake.Business, "acceptance.report-rectified", 35, Unit, Roles.OfLeadUnits);
        Command<RevokeAcceptance>(
            Stake.Business,
            "acceptance.revoke-acceptance",
            35,
            Office,
            Roles.InformatizationOffice
        );

        Command<PutProjectIntoUse>(Stake.Business, "acceptance.put-project-into-use", 35, Unit, Roles.OfLeadUnits);
        Query<MayRun>("acceptance.may-run", 35, Anyone);

        Command<ConcludePostEvaluation>(
            Stake.Business,
            "acceptance.conclude-post-evaluation",
            37,
            Office,
            Roles.InformatizationOffice
        );
        Command<AnnulPostEvaluation>(
            Stake.Business,
            "acceptance.annul-post-evaluation",
            37,
            Office,
            Roles.InformatizationOffice
        );
    }

    protected override Error? Bar(Actor actor) =>
        actor.Jurisdiction == Jurisdictions.City || actor.Role == Roles.Expert || actor.Kind == ActorKind.Module
            ? null
            : MunicipalProjects.OutOfJurisdiction;
}
