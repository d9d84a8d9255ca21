using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Payments;

/// <summary>The gates of a payment, as the aggregate asks them together.</summary>
public sealed class PaymentTests
{
    [Theory]
    [InlineData(DeclarationState.Draft, "FUND_NOT_REVIEWED,NOT_REPORTED_TO_FINANCE,FUND_NOT_ARRANGED")]
    [InlineData(DeclarationState.Declared, "FUND_NOT_REVIEWED,NOT_REPORTED_TO_FINANCE,FUND_NOT_ARRANGED")]
    [InlineData(DeclarationState.UnderReview, "FUND_NOT_REVIEWED,NOT_REPORTED_TO_FINANCE,FUND_NOT_ARRANGED")]
    [InlineData(DeclarationState.RevisionRequired, "FUND_NOT_REVIEWED,NOT_REPORTED_TO_FINANCE,FUND_NOT_ARRANGED")]
    [InlineData(DeclarationState.Cancelled, "FUND_NOT_REVIEWED,NOT_REPORTED_TO_FINANCE,FUND_NOT_ARRANGED")]
    [InlineData(DeclarationState.ReviewPassed, "NOT_REPORTED_TO_FINANCE,FUND_NOT_ARRANGED")]
    [InlineData(DeclarationState.ReportedToFinance, "FUND_NOT_ARRANGED")]
    [InlineData(DeclarationState.FundArranged, "")]
    public void Request_WhenTheDeclarationStandsSo_ThenArticle6IsAskedWhateverIsPaid(object state, string codes)
    {
        var declaration = ADeclaration.In((DeclarationState)state);
        var expected = codes.Split(',', StringSplitOptions.RemoveEmptyEntries);

        var contract = APayment.Requested(declaration, APayment.Facts(declaration));
        var maintenance = APayment
            .Maintenance(declaration)
            .Approved(declaration, APayment.Facts(declaration).With(ProjectFactKind.PutIntoUse));

        (contract.Failure?.Codes ?? []).ShouldBe(expected);
        (maintenance.Failure?.Codes ?? []).ShouldBe(expected);
    }

    [Fact]
    public void Request_WhenNothingIsKnownOfTheContract_ThenFailsClosed()
    {
        var declaration = ADeclaration.FundArranged();

        APayment.Requested(declaration, facts: null).ShouldBeRefused("PAYMENT_FACT_MISSING");
    }

    [Fact]
    public void Request_WhenTheContractIsTerminated_ThenRefused()
    {
        var declaration = ADeclaration.FundArranged();
        var facts = APayment.Facts(declaration);
        facts.End(APayment.TheContract, new("违约", ADeclaration.Today), APayment.Origin()).ShouldBeAccepted();

        APayment.Requested(declaration, facts).ShouldBeRefused("PAYMENT_FACT_MISSING");
    }

    [Fact]
    public void Request_WhenEverythingIsWrong_ThenTellsAllReasonsAtOnce()
    {
        var declaration = ADeclaration.FundArranged();
        declaration.SuspendFund("待核", ADeclaration.TheFinanceBureau, ADeclaration.Rules).ShouldBeAccepted();
        var facts = APayment.Facts(declaration).With(ProjectFactKind.AcceptancePassed);
        var text = APayment.Text(PaymentKind.Rent, Money.FromYuan(700_001), new("某公司", "某行", "1"));

        var result = APayment.Requested(declaration, facts, text);

        result.ShouldBeRefused(
            "FUND_SUSPENDED",
            "DISBURSE_OVER_ARRANGED",
            "PAYMENT_OVER_CONTRACT",
            "PAYEE_MISMATCH",
            "ASSETS_NOT_REGISTERED",
            "PAYMENT_KIND_MISMATCH"
        );
    }

    [Fact]
    public void Request_WhenRetentionIsAskedForBeforeTheAcceptance_ThenRefused()
    {
        var declaration = ADeclaration.FundArranged();

        var result = APayment.Requested(
            declaration,
            APayment.Facts(declaration),
            APayment.Text(PaymentKind.WarrantyRetention, Money.FromYuan(60_000))
        );

        result.ShouldBeRefused("RETENTION_BEFORE_ACCEPTANCE");
    }

    [Theory]
    [InlineData(60_000_00, true)]
    [InlineData(60_000_01, false)]
    public void Request_WhenRetentionIsAskedForAfterTheAcceptance_ThenWhatTheContractRetainsIsTheLimit(
        long fen,
        bool accepted
    )
    {
        var declaration = ADeclaration.FundArranged();

        var result = APayment.Requested(
            declaration,
            APayment.Facts(declaration).With(ProjectFactKind.AcceptancePassed),
            APayment.Text(PaymentKind.WarrantyRetention, Money.FromFen(fen))
        );

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["PAYMENT_OVER_CONTRACT"]);
    }

    [Fact]
    public void Request_WhenNothingIsCapitalised_ThenRegistrationIsNotApplicable()
    {
        var declaration = ADeclaration.FundArranged();
        var facts = APayment.Facts(declaration, APayment.Terms(capitalised: 0)).With(ProjectFactKind.AcceptancePassed);

        APayment.Requested(declaration, facts).ShouldBeAccepted();
    }

    [Fact]
    public void Approve_WhenTheRequesterApproves_ThenRefused()
    {
        var declaration = ADeclaration.FundArranged();
        var facts = APayment.Facts(declaration);
        var payment = APayment.Requested(declaration, facts).Value;

        var result = payment.Approve(
            null,
            declaration,
            declaration,
            facts,
            APayment.NothingElse,
            ADeclaration.TheHospital,
            ADeclaration.Rules
        );

        result.ShouldBeRefused("PAYMENT_SELF_APPROVAL");
    }

    [Fact]
    public void Approve_WhenTheContractWasTerminatedMeanwhile_ThenRefused()
    {
        var declaration = ADeclaration.FundArranged();
        var facts = APayment.Facts(declaration);
        var payment = APayment.Requested(declaration, facts).Value;
        facts.End(APayment.TheContract, new("违约", ADeclaration.Today), APayment.Origin()).ShouldBeAccepted();

        payment.Approved(declaration, facts).ShouldBeRefused("PAYMENT_FACT_MISSING");
    }

    [Fact]
    public void Approve_WhenMaintenanceAndNotInUse_ThenFailsClosed()
    {
        var declaration = ADeclaration.FundArranged();

        APayment
            .Maintenance(declaration)
            .Approved(declaration, APayment.Facts(declaration))
            .ShouldBeRefused("PAYMENT_FACT_MISSING");
    }

    [Fact]
    public void Approve_WhenMaintenanceIsFundedByAnotherDeclaration_ThenItsMoneyAndTheProjectsFactsCount()
    {
        var (fundedBy, project) = (ADeclaration.FundArranged(), ADeclaration.ReviewPassed());
        var facts = APayment.Facts(project).With(ProjectFactKind.PutIntoUse);
        var payment = APayment.Maintenance(fundedBy, project);

        var result = payment.Approve(
            null,
            fundedBy,
            project,
            facts,
            APayment.NothingElse,
            ADeclaration.TheFinanceBureau,
            ADeclaration.Rules
        );

        result.ShouldBeAccepted();
    }

    [Fact]
    public void Approve_WhenMaintenanceIsTakenFromAnotherUnitsFund_ThenRefused()
    {
        var declaration = ADeclaration.FundArranged();
        var facts = APayment.Facts(declaration).With(ProjectFactKind.PutIntoUse);

        APayment
            .Maintenance(declaration, unit: Town.Library.Id)
            .Approved(declaration, facts)
            .ShouldBeRefused("FUND_OF_ANOTHER_UNIT");
    }

    [Theory]
    [InlineData(false, 400_000, false, AssetRegistrationStanding.Incomplete)]
    [InlineData(false, 400_000, true, AssetRegistrationStanding.Complete)]
    [InlineData(false, 0, false, AssetRegistrationStanding.NotApplicable)]
    [InlineData(true, 400_000, false, AssetRegistrationStanding.NotApplicable)]
    public void Registration_WhenTheProjectIsSo_ThenItIsNotAskedOfServicesAndOfWhatIsNotCapitalised(
        bool isService,
        long capitalised,
        bool registered,
        object standing
    )
    {
        var facts = APayment.Facts(ADeclaration.FundArranged());
        if (registered)
        {
            facts.With(ProjectFactKind.AssetsRegistered);
        }

        facts.RegistrationOf(Money.FromYuan(capitalised), isService).ShouldBe((AssetRegistrationStanding)standing);
    }

    // Three days around the end of the window, each result, with and without a reason: who pays, and what is marked.
    [Theory]
    [InlineData(-1, null, null, "", true)]
    [InlineData(0, null, null, "", true)]
    [InlineData(1, null, null, "POST_EVAL_MISSING", false)]
    [InlineData(1, null, "仍需维护", "POST_EVAL_MISSING", false)]
    [InlineData(-1, EvaluationResult.Good, null, "", false)]
    [InlineData(0, EvaluationResult.Good, null, "", false)]
    [InlineData(1, EvaluationResult.Good, null, "", false)]
    [InlineData(-1, EvaluationResult.Poor, null, "POST_EVAL_POOR_REASON_REQUIRED", false)]
    [InlineData(0, EvaluationResult.Poor, null, "POST_EVAL_POOR_REASON_REQUIRED", false)]
    [InlineData(1, EvaluationResult.Poor, null, "POST_EVAL_POOR_REASON_REQUIRED", false)]
    [InlineData(1, EvaluationResult.Poor, "仍需维护", "", false)]
    public void Approve_WhenMaintenanceIsEvaluatedSo_ThenTheWindowAndTheResultDecide(
        int days,
        object? result,
        string? reason,
        string codes,
        bool preEvaluation
    )
    {
        var declaration = ADeclaration.FundArranged();
        var facts = APayment.Facts(declaration).With(ProjectFactKind.PutIntoUse);
        if (result is EvaluationResult evaluated)
        {
            facts.With(ProjectFactKind.PostEvaluation, evaluated);
        }

        var payment = APayment.Maintenance(declaration);
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, APayment.EvaluationUntil.AddDays(days));

        var outcome = payment.Approved(declaration, facts, reason, rules);

        (outcome.Failure?.Codes ?? []).ShouldBe(codes.Split(',', StringSplitOptions.RemoveEmptyEntries));
        payment.PreEvaluation.ShouldBe(preEvaluation);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Confirm_WhenTheReceiptIsDatedSo_ThenNeitherBeforeTheInstructionNorAfterToday(int days, bool accepted)
    {
        var payment = APayment.In(PaymentState.Instructed, ADeclaration.FundArranged());

        var result = payment.Confirm("回单1", ADeclaration.Today.AddDays(days), ADeclaration.Rules);

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["DOCUMENT_DATE_IMPLAUSIBLE"]);
    }

    [Fact]
    public void Instruct_WhenTheFundIsSuspended_ThenRefused()
    {
        var declaration = ADeclaration.FundArranged();
        var payment = APayment.In(PaymentState.Approved, declaration);
        declaration.SuspendFund("待核", ADeclaration.TheFinanceBureau, ADeclaration.Rules).ShouldBeAccepted();

        payment.Instructed(declaration).ShouldBeRefused("FUND_SUSPENDED");
    }

    [Theory]
    [InlineData(PaymentState.Approved)]
    [InlineData(PaymentState.Returned)]
    public void Instruct_WhenTheContractWasTerminatedMeanwhile_ThenRefused(object state)
    {
        var declaration = ADeclaration.FundArranged();
        var payment = APayment.In((PaymentState)state, declaration);
        var facts = APayment.Facts(declaration);
        facts.End(APayment.TheContract, new("违约", ADeclaration.Today), APayment.Origin()).ShouldBeAccepted();

        payment.Instructed(declaration, facts).ShouldBeRefused("PAYMENT_FACT_MISSING");
    }

    [Fact]
    public void Instruct_WhenThePoorResultWasAnsweredAtTheApproval_ThenIsNotAskedAgain()
    {
        var declaration = ADeclaration.FundArranged();
        var facts = APayment
            .Facts(declaration)
            .With(ProjectFactKind.PutIntoUse)
            .With(ProjectFactKind.PostEvaluation, EvaluationResult.Poor);
        var payment = APayment.Maintenance(declaration);
        payment.Approved(declaration, facts, "仍需维护").ShouldBeAccepted();

        payment.Instructed(declaration, facts).ShouldBeAccepted();
    }

    // 600,000 less the retention of 60,000; an earlier retention payment takes nothing of the rest.
    [Theory]
    [InlineData(PaymentKind.ContractPayment, FinancingMode.Fiscal, 540_000_00, true)]
    [InlineData(PaymentKind.ContractPayment, FinancingMode.Fiscal, 540_000_01, false)]
    [InlineData(PaymentKind.Instalment, FinancingMode.BuildTransfer, 540_000_00, true)]
    [InlineData(PaymentKind.Instalment, FinancingMode.BuildTransfer, 540_000_01, false)]
    [InlineData(PaymentKind.Rent, FinancingMode.EnterpriseBuilt, 600_000_00, true)]
    [InlineData(PaymentKind.Rent, FinancingMode.EnterpriseBuilt, 600_000_01, false)]
    public void Request_WhenItIsNotTheRetention_ThenWhatTheContractRetainsIsNoPartOfIt(
        object kind,
        FinancingMode financing,
        long fen,
        bool accepted
    )
    {
        var declaration = ADeclaration.FundArranged();

        var result = APayment.Requested(
            declaration,
            APayment.Facts(declaration, APayment.Terms(financing)),
            APayment.Text((PaymentKind)kind, Money.FromFen(fen))
        );

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["PAYMENT_OVER_CONTRACT"]);
    }

    [Theory]
    [InlineData(500_000_00, true)]
    [InlineData(500_000_01, false)]
    public void Request_WhenTheRetentionIsPaid_ThenTheRestIsLeftForOtherPayments(long fen, bool accepted)
    {
        var declaration = ADeclaration.FundArranged();
        var others = new Commitments(Money.FromYuan(100_000), Money.FromYuan(100_000), Money.FromYuan(60_000));

        var result = APayment.Requested(
            declaration,
            APayment.Facts(declaration),
            APayment.Text(amount: Money.FromFen(fen)),
            others
        );

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["PAYMENT_OVER_CONTRACT"]);
    }

    [Fact]
    public void Facts_WhenTheAcceptanceIsRevoked_ThenUseAndEvaluationFallWithIt()
    {
        var facts = APayment
            .Facts(ADeclaration.FundArranged())
            .With(ProjectFactKind.AcceptancePassed)
            .With(ProjectFactKind.PutIntoUse)
            .With(ProjectFactKind.PostEvaluation, EvaluationResult.Good)
            .With(ProjectFactKind.AssetsRegistered);

        facts
            .End(ProjectFactKind.AcceptancePassed, new("弄虚作假", ADeclaration.Today), APayment.Origin())
            .ShouldBeAccepted();

        facts.Facts.Where(one => one.Holds).ShouldHaveSingleItem().Kind.ShouldBe(ProjectFactKind.AssetsRegistered);
    }

    [Fact]
    public void Facts_WhenAContractIsHeardTwice_ThenItStandsOnce()
    {
        var facts = APayment.Facts(ADeclaration.FundArranged());

        facts.Hear(APayment.Terms(FinancingMode.BuildTransfer), APayment.Origin()).ShouldBeAccepted();

        facts.Contracts.ShouldHaveSingleItem().Financing.ShouldBe(FinancingMode.Fiscal);
    }
}
