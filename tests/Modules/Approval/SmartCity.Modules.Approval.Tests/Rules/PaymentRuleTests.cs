using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Rules;

/// <summary>The gates of a payment, articles 6, 10, 37 to 39 and 41.</summary>
public sealed class PaymentRuleTests
{
    private static readonly DateOnly Day = new(2028, 6, 30);
    private static readonly Payee ContractParty = new("某软件公司", "建设银行", "6105-0001");

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void FundSuspended_WhenSuspendedOrNot_ThenJudgesSo(bool isSuspended, bool satisfied) =>
        Article06.FundSuspended.ShouldJudge(new(isSuspended), satisfied);

    [Theory]
    [InlineData(99_99, true)]
    [InlineData(100_00, true)]
    [InlineData(100_01, false)]
    public void Ceilings_WhenAllPaymentsComeToThis_ThenAtMostTheCeiling(long fen, bool satisfied)
    {
        var amount = Money.FromFen(fen - 40_00);
        Article06.DisburseOverArranged.ShouldJudge(new(Money.FromYuan(100), Money.FromYuan(40), amount), satisfied);
        Article06.PaymentOverContract.ShouldJudge(
            new(ContractCeiling.Contract, Money.FromYuan(100), Money.FromYuan(40), amount),
            satisfied
        );
    }

    [Fact]
    public void PaymentFactMissing_WhenNoneIsMissing_ThenSatisfied() =>
        Article06.PaymentFactMissing.ShouldJudge(new([]), true);

    [Theory]
    [InlineData(RequiredFact.ContractInForce)]
    [InlineData(RequiredFact.PutIntoUse)]
    public void PaymentFactMissing_WhenOneIsMissing_ThenViolated(object fact) =>
        Article06.PaymentFactMissing.ShouldJudge(new([(RequiredFact)fact]), false);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void PaymentSelfApproval_WhenTheApproverRequestedItOrNot_ThenJudgesSo(bool requestedIt, bool satisfied) =>
        Article06.PaymentSelfApproval.ShouldJudge(new(requestedIt), satisfied);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void FundOfAnotherUnit_WhenTheUnitDeclaredItOrNot_ThenJudgesSo(bool asksOneOfItsUnits, bool satisfied) =>
        Article06.FundOfAnotherUnit.ShouldJudge(new("市中心医院", asksOneOfItsUnits), satisfied);

    [Theory]
    [InlineData("某软件公司", "建设银行", "6105-0001", true)]
    [InlineData("某公司", "建设银行", "6105-0001", false)]
    [InlineData("某软件公司", "工商银行", "6105-0001", false)]
    [InlineData("某软件公司", "建设银行", "6105-0002", false)]
    public void PayeeMismatch_WhenTheAccountIsThis_ThenItMustBeTheContracts(
        string name,
        string bank,
        string account,
        bool satisfied
    ) => Article10.PayeeMismatch.ShouldJudge(new(ContractParty, new(name, bank, account)), satisfied);

    [Theory]
    [InlineData(29, null, true)]
    [InlineData(30, null, true)]
    [InlineData(31, null, false)]
    [InlineData(31, EvaluationResult.Good, true)]
    [InlineData(31, EvaluationResult.Fair, true)]
    [InlineData(31, EvaluationResult.Poor, true)]
    public void PostEvalMissing_WhenTheWindowStandsSo_ThenAResultIsNeededAfterItsLastDay(
        int day,
        object? result,
        bool satisfied
    ) =>
        Article37.PostEvalMissing.ShouldJudge(
            new(Day.AddDays(day - Day.Day), Day, (EvaluationResult?)result),
            satisfied
        );

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(EvaluationResult.Good, null, true)]
    [InlineData(EvaluationResult.Fair, null, true)]
    [InlineData(EvaluationResult.Poor, null, false)]
    [InlineData(EvaluationResult.Poor, "", false)]
    [InlineData(EvaluationResult.Poor, " ", false)]
    [InlineData(EvaluationResult.Poor, "仍需维护", true)]
    public void PostEvalPoorReasonRequired_WhenTheResultIsThis_ThenOnlyAPoorOneNeedsAReason(
        object? result,
        string? reason,
        bool satisfied
    ) => Article37.PostEvalPoorReasonRequired.ShouldJudge(new((EvaluationResult?)result, reason), satisfied);

    [Theory]
    [InlineData(PaymentKind.ContractPayment, true, AssetRegistrationStanding.Incomplete, false)]
    [InlineData(PaymentKind.Instalment, true, AssetRegistrationStanding.Incomplete, false)]
    [InlineData(PaymentKind.Rent, true, AssetRegistrationStanding.Incomplete, false)]
    [InlineData(PaymentKind.Maintenance, true, AssetRegistrationStanding.Incomplete, false)]
    [InlineData(PaymentKind.WarrantyRetention, true, AssetRegistrationStanding.Incomplete, true)]
    [InlineData(PaymentKind.ContractPayment, false, AssetRegistrationStanding.Incomplete, true)]
    [InlineData(PaymentKind.ContractPayment, true, AssetRegistrationStanding.Complete, true)]
    [InlineData(PaymentKind.ContractPayment, true, AssetRegistrationStanding.NotApplicable, true)]
    public void AssetsNotRegistered_WhenTheProjectStandsSo_ThenEverythingButTheRetentionWaits(
        object kind,
        bool accepted,
        object registration,
        bool satisfied
    ) =>
        Article38.AssetsNotRegistered.ShouldJudge(
            new((PaymentKind)kind, accepted, (AssetRegistrationStanding)registration),
            satisfied
        );

    [Theory]
    [InlineData(FinancingMode.Fiscal, true, true, false, false)]
    [InlineData(FinancingMode.SelfRaised, true, true, false, false)]
    [InlineData(FinancingMode.Mixed, true, true, false, false)]
    [InlineData(FinancingMode.BuildTransfer, false, true, true, false)]
    [InlineData(FinancingMode.EnterpriseBuilt, false, false, false, true)]
    public void PaymentKindMismatch_WhenFinancedSo_ThenOnlyItsOwnKindsArePaid(
        object mode,
        bool contractPayment,
        bool retention,
        bool instalment,
        bool rent
    )
    {
        var financing = (FinancingMode)mode;
        Article39.PaymentKindMismatch.ShouldJudge(new(PaymentKind.ContractPayment, financing), contractPayment);
        Article39.PaymentKindMismatch.ShouldJudge(new(PaymentKind.WarrantyRetention, financing), retention);
        Article39.PaymentKindMismatch.ShouldJudge(new(PaymentKind.Instalment, financing), instalment);
        Article39.PaymentKindMismatch.ShouldJudge(new(PaymentKind.Rent, financing), rent);
    }

    [Theory]
    [InlineData(PaymentKind.WarrantyRetention, false, false)]
    [InlineData(PaymentKind.WarrantyRetention, true, true)]
    [InlineData(PaymentKind.ContractPayment, false, true)]
    public void RetentionBeforeAcceptance_WhenAcceptedOrNot_ThenOnlyTheRetentionWaits(
        object kind,
        bool accepted,
        bool satisfied
    ) => Article41.RetentionBeforeAcceptance.ShouldJudge(new((PaymentKind)kind, accepted), satisfied);

    [Fact]
    public void Basis_WhenTheArticleDoesNotSayIt_ThenTheRuleIsToldAsControlOrReading()
    {
        IRule[] controls =
        [
            Article06.FundSuspended,
            Article06.FundOfAnotherUnit,
            Article06.DisburseOverArranged,
            Article06.PaymentFactMissing,
            Article06.PaymentOverContract,
            Article06.PaymentSelfApproval,
        ];

        controls.ShouldAllBe(rule => rule.Basis.Kind == BasisKind.Control);
        Article10.PayeeMismatch.ShouldRestOn(BasisKind.Control, 10);
        Article37.PostEvalMissing.ShouldRestOn(BasisKind.Text, 37);
        Article37.PostEvalPoorReasonRequired.ShouldRestOn(BasisKind.Reading, 37);
        Article38.AssetsNotRegistered.ShouldRestOn(BasisKind.Control, 38);
        Article39.PaymentKindMismatch.ShouldRestOn(BasisKind.Text, 39);
        Article41.RetentionBeforeAcceptance.ShouldRestOn(BasisKind.Control, 41);
    }
}
