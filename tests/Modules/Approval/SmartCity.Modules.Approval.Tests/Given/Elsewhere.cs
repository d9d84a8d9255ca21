using SmartCity.BuildingBlocks.Messaging;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Operations.Contracts;

namespace SmartCity.Modules.Approval.Tests.Given;

/// <summary>What other modules tell of a project.</summary>
internal static class Elsewhere
{
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly DateOnly EvaluationUntil = new(2026, 3, 31);

    private static readonly AcceptanceId TheAcceptance = new(Ids.Next());
    private static readonly AssetRegistrationId TheRegistration = new(Ids.Next());

    /// <summary>600,000 yuan, of which 400,000 are capitalised and 60,000 are retained.</summary>
    public static ContractSigned Signed(DeclarationId declaration, FinancingMode financing = FinancingMode.Fiscal) =>
        new(
            APayment.TheContract,
            declaration.Value,
            "HT-1",
            Town.Hospital.Id.Value,
            Town.Enterprise.Id.Value,
            "某软件公司",
            financing,
            600_000_00,
            400_000_00,
            60_000_00,
            36,
            APayment.TheContractor.Name,
            APayment.TheContractor.Bank,
            APayment.TheContractor.Account,
            Today
        );

    /// <summary>The contract of a running project that was taken over: 600,000 yuan, of which 60,000 are retained.</summary>
    public static ContractTakenUp TakenUp(DeclarationId declaration) =>
        new(
            APayment.TheContract,
            declaration.Value,
            "HT-2025-1",
            Town.Hospital.Id.Value,
            Town.Enterprise.Id.Value,
            "某软件公司",
            FinancingMode.Mixed,
            600_000_00,
            400_000_00,
            60_000_00,
            36,
            APayment.TheContractor.Name,
            APayment.TheContractor.Bank,
            APayment.TheContractor.Account,
            ARunningProject.Signed,
            Today
        );

    public static ContractTerminated Terminated(DeclarationId declaration) =>
        new(APayment.TheContract, declaration.Value, "违约", Today);

    public static AcceptancePassed Accepted(DeclarationId declaration) =>
        new(
            TheAcceptance,
            declaration.Value,
            "区域影像共享平台",
            false,
            Town.Hospital.Id.Value,
            [],
            1,
            "验〔2026〕1号",
            Today
        );

    public static AcceptanceRevoked Revoked(DeclarationId declaration) =>
        new(TheAcceptance, declaration.Value, "弄虚作假", Today);

    public static PutIntoUse InUse(DeclarationId declaration) =>
        new(TheAcceptance, declaration.Value, Today, Today, EvaluationUntil);

    /// <param name="on">The day on which it moved.</param>
    public static EvaluationWindowMoved WindowMoved(
        DeclarationId declaration,
        DateOnly before,
        DateOnly until,
        DateOnly on,
        DateOnly? inUseOn = null
    ) => new(TheAcceptance, declaration.Value, inUseOn ?? Today, before, until, on);

    public static PostEvaluationConcluded Evaluated(DeclarationId declaration, string result = "Good") =>
        new(TheAcceptance, declaration.Value, result, 80, "评价〔2026〕1号", Today);

    public static PostEvaluationAnnulled Annulled(DeclarationId declaration) =>
        new(TheAcceptance, declaration.Value, "程序不当", Today);

    public static AssetsRegistered Registered(DeclarationId declaration) =>
        new(TheRegistration, declaration.Value, 400_000_00, Today);

    public static RegistrationReopened Reopened(DeclarationId declaration) =>
        new(TheRegistration, declaration.Value, "误登", Today);

    public static MaintenanceRequested Maintenance(DeclarationId declaration, long yuan = 50_000) =>
        new(
            new(Ids.Next()),
            declaration.Value,
            declaration.Value,
            Town.Hospital.Id.Value,
            2026,
            yuan * 100,
            "某运维公司",
            "建设银行",
            "6105-0009",
            "平台年度维护",
            Today
        );

    public static OutboxMessage Message(IIntegrationEvent told, string payload, DateTimeOffset at) =>
        new()
        {
            Id = Ids.Next(),
            Name = EventNameAttribute.Of(told.GetType()),
            Aggregate = "elsewhere",
            Payload = payload,
            CausedBy = Ids.Next(),
            OccurredAt = at,
            NextAttemptAt = at,
        };
}
