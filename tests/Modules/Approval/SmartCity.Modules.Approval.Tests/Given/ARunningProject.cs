using SmartCity.Modules.Approval.Application.TakingOver;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Tests.Given;

/// <summary>Projects that ran before the city kept them here, as the office enters them.</summary>
internal static class ARunningProject
{
    public static readonly DateOnly Reviewed = new(2025, 3, 10);
    public static readonly DateOnly Arranged = new(2025, 4, 1);
    public static readonly DateOnly Signed = new(2025, 5, 6);
    public static readonly DateOnly Started = new(2025, 6, 3);
    public static readonly DateOnly Built = new(2025, 10, 31);
    public static readonly DateOnly Tested = new(2025, 11, 10);
    public static readonly DateOnly TrialStarted = new(2025, 12, 1);
    public static readonly DateOnly Accepted = new(2026, 2, 10);
    public static readonly DateOnly TakenOver = new(2026, 3, 2);

    /// <summary>
    /// 700,000 yuan reported and arranged; where a contract of 600,000 with 60,000 retained is signed, 240,000 are paid.
    /// </summary>
    public static RunningProject In(TakeOverStage stage) =>
        new()
        {
            OfficeNumber = "XX-2025-014",
            Stage = stage,
            TakenOverOn = TakenOver,
            BasisDocumentNumber = "咸信办发〔2026〕6号",
            ReviewedBudget = Money.FromYuan(950_000),
            Reported = Money.FromYuan(700_000),
            Fund = [Money2025(700_000, stage >= TakeOverStage.Contracted ? 240_000 : 0)],
            Documents = [.. Documents(stage)],
            Contract = stage >= TakeOverStage.Contracted ? AContract() : null,
            StartedOn = stage >= TakeOverStage.UnderConstruction ? Started : null,
            BuiltOn = stage >= TakeOverStage.Built ? Built : null,
            Trial =
                stage is TakeOverStage.InTrialRun
                    ? new() { StartedOn = TrialStarted, PermitEndsBy = new(2026, 6, 30) }
                    : null,
            AcceptedOn = stage is TakeOverStage.Accepted ? Accepted : null,
        };

    public static TakeOverProject Taking(TakeOverStage stage) => new(Town.Hospital.Id, Sheets.Complete(), In(stage));

    public static EarlierMoney Money2025(long arranged, long paid) =>
        new()
        {
            Kind = FundingKind.SpecialFund,
            Year = 2025,
            Arranged = Money.FromYuan(arranged),
            Paid = Money.FromYuan(paid),
        };

    public static RunningContract AContract() =>
        new()
        {
            Number = "HT-2025-1",
            SignedOn = Signed,
            Contractor = Town.Enterprise.Id,
            Lines =
            [
                Line("影像服务器", ContractLineClass.FixedAsset, 400_000),
                Line("实施服务", ContractLineClass.Expense, 200_000),
            ],
            Retention = Money.FromYuan(60_000),
            WarrantyMonths = 36,
            Payee = APayment.TheContractor,
        };

    public static EarlierDocument ADocument(EarlierDocumentKind kind, DateOnly date) =>
        new()
        {
            Kind = kind,
            Number = $"{kind}-1",
            Date = date,
            Issuer = "市政府信息办",
        };

    private static RunningContractLine Line(string name, ContractLineClass lineClass, long yuan) =>
        new()
        {
            Name = name,
            Class = lineClass,
            Quantity = 1,
            QuantityUnit = "项",
            Amount = Money.FromYuan(yuan),
        };

    private static IEnumerable<EarlierDocument> Documents(TakeOverStage stage)
    {
        yield return ADocument(EarlierDocumentKind.ReviewConclusion, Reviewed);
        yield return ADocument(EarlierDocumentKind.FundArrangement, Arranged);
        if (stage is TakeOverStage.InTrialRun)
        {
            yield return ADocument(EarlierDocumentKind.SystemTestReport, Tested);
            yield return ADocument(EarlierDocumentKind.TrialPermit, Tested);
        }

        if (stage is TakeOverStage.Accepted)
        {
            yield return ADocument(EarlierDocumentKind.AcceptanceConclusion, Accepted);
        }
    }
}
