using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Module;

/// <summary>Violation cases from the finding to the closing, with their measures.</summary>
public sealed class CaseTests
{
    private static readonly DateOnly Due = new(2026, 3, 31);

    [Theory, EveryDatabase]
    public async Task Case_WhenCorrectedInTime_ThenOrderReplyReportAndClosingAreTold(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync();
        version = (await module.AcceptedAs(Town.OfficeClerk, Order(id, version))).Version;
        version = (await module.AcceptedAs(Town.BuilderClerk, new ReplyToCase(id, "系扩容所致。", version))).Version;
        version = (await module.AcceptedAs(Town.BuilderClerk, new ReportCorrection(id, "已恢复。", version))).Version;
        version = (await module.AcceptedAs(Town.OfficeClerk, new ConfirmCorrection(id, version))).Version;

        await module.AcceptedAs(Town.OfficeClerk, new CloseCase(id, "结案。", version));

        var told = (await module.AskAs(Town.BuilderClerk, new GetViolationCase(id))).Value;
        told.State.ShouldBe(ViolationCaseState.Closed);
        told.Replies.ShouldHaveSingleItem().Statement.ShouldBe("系扩容所致。");
        told.Correction!.ShouldBe(
            new("改〔2026〕1号", "恢复备份。", Due, Town.PassedOn, "已恢复。", Town.PassedOn, null, Town.PassedOn)
        );
    }

    [Theory, EveryDatabase]
    public async Task MarkOverdue_WhenTheDueDayPasses_ThenOnlyTheDayAfterIsOverdue(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync();
        version = (await module.AcceptedAs(Town.OfficeClerk, Order(id, version))).Version;
        module.Host.Time.SetUtcNow(new(Due, new(4, 0), TimeSpan.Zero));
        var early = await module.SendAs(Town.OfficeClerk, new MarkOverdue(id, version));
        module.Host.Time.SetUtcNow(new(Due.AddDays(1), new(4, 0), TimeSpan.Zero));

        await module.AcceptedAs(Town.OfficeClerk, new MarkOverdue(id, version));

        early.ShouldBeRefused("CORRECTION_NOT_OVERDUE");
        (await module.AskAs(Town.Auditor, new GetViolationCase(id))).Value.State.ShouldBe(ViolationCaseState.Overdue);
    }

    [Theory, EveryDatabase]
    public async Task OrderCorrection_WhenTheDueDayIsMissing_ThenRefusedAndNothingIsWritten(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync();
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(Town.OfficeClerk, Order(id, version) with { DueOn = null });

        result.ShouldBeRefused("DUE_REQUIRED");
        (await module.RowsAsync(), await module.EntriesAsync()).ShouldBe((rows, entries + 1));
        (await module.AskAs(Town.OfficeClerk, new GetViolationCase(id))).Value.Correction.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task OrderCorrection_WhenTheDueDayHasPassed_ThenRefused(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync();

        var result = await module.SendAs(Town.OfficeClerk, Order(id, version) with { DueOn = new(2026, 3, 1) });

        result.ShouldBeRefused("DUE_IN_THE_PAST");
    }

    [Theory, EveryDatabase]
    public async Task ImposePenalty_WhenSeriousWithoutMajorLoss_ThenRefused(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync(CaseArticle.Article42);

        var result = await module.SendAs(
            Town.OfficeClerk,
            new ImposePenalty(id, "罚〔2026〕1号", "通报批评。", true, version)
        );

        result.ShouldBeRefused("PENALTY_CONDITIONS_NOT_MET");
    }

    [Theory, EveryDatabase]
    public async Task ImposePenalty_WhenSeriousAndWithMajorLoss_ThenIsTold(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var opened = await module.AcceptedAs(
            Town.OfficeClerk,
            OperationsHost.Case(CaseArticle.Article42) with
            {
                CausedMajorLoss = true,
            }
        );

        await module.AcceptedAs(
            Town.OfficeClerk,
            new ImposePenalty(new(opened.Id), "罚〔2026〕1号", "通报批评。", true, opened.Version)
        );

        var told = (await module.AskAs(Town.HospitalClerk, new GetViolationCase(new(opened.Id)))).Value;
        told.Penalty.ShouldBe(new("罚〔2026〕1号", "通报批评。", true, Town.PassedOn));
    }

    [Theory, EveryDatabase]
    public async Task Measures_WhenTheContractorIsSeriousWithLoss_ThenRecommendationAnswerAndClaimAreTold(
        DatabaseKind kind
    )
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync();
        version = (await module.AcceptedAs(Town.OfficeClerk, Recommendation(id, version))).Version;
        var answer = new RecordIssuerAnswer(id, 1, IssuerDecision.Downgraded, "复〔1〕号", "已降级。", version);
        version = (await module.AcceptedAs(Town.OfficeClerk, answer)).Version;

        await module.AcceptedAs(Town.OfficeClerk, Claim(id, version));

        var told = (await module.AskAs(Town.Auditor, new GetViolationCase(id))).Value;
        told.Recommendations.ShouldHaveSingleItem().Answer.ShouldBe(IssuerDecision.Downgraded);
        told.Claim!.Amount.ShouldBe(Money.FromYuan(36_000));
        told.Claim.Debtors.Select(debtor => debtor.Name).ShouldBe(["某软件公司", "市中心医院"], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task Recommend_WhenNotSerious_ThenRefused(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync(isSerious: false);

        var result = await module.SendAs(Town.OfficeClerk, Recommendation(id, version));

        result.ShouldBeRefused("NOT_SERIOUS");
    }

    [Theory, EveryDatabase]
    public async Task Claim_WhenADebtorIsNotRegistered_ThenItsPlaceIsTold(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.ACaseAsync();
        var claim = Claim(id, version);

        var result = await module.SendAs(
            Town.OfficeClerk,
            claim with
            {
                Debtors = [claim.Debtors[0], new(new UnitId(Ids.Next()), Money.FromYuan(1))],
            }
        );

        var field = result.Failure!.Fields.ShouldHaveSingleItem();
        (field.Field, field.Code).ShouldBe(("debtors[1].unit", "UNIT_UNKNOWN"));
    }

    [Theory, EveryDatabase]
    public async Task Open_WhenSentTwiceWithOneKey_ThenIsMadeOnce(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var first = await module.AcceptedAs(Town.OfficeClerk, OperationsHost.Case(), "key");

        var second = await module.AcceptedAs(Town.OfficeClerk, OperationsHost.Case(), "key");

        second.ShouldBe(first);
        var page = await module.AskAs(Town.OfficeClerk, new ListViolationCases(Text: "停用"));
        page.Value.Items.ShouldHaveSingleItem();
    }

    private static OrderCorrection Order(ViolationCaseId id, long version) =>
        new(id, "改〔2026〕1号", "恢复备份。", Due, version);

    private static RecommendToIssuer Recommendation(ViolationCaseId id, long version) =>
        new(id, "函〔2026〕1号", "省通信管理局", "集成资质", RecommendedMeasure.Downgrade, version);

    private static ClaimCompensation Claim(ViolationCaseId id, long version) =>
        new(
            id,
            "函〔2026〕2号",
            "重采费用。",
            [new(Town.Builder.Id, Money.FromYuan(30_000)), new(Town.Hospital.Id, Money.FromYuan(6_000))],
            version
        );
}
