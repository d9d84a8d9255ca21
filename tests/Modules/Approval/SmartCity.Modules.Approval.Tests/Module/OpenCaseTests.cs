using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Regulation.Parameters;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

public sealed class OpenCaseTests
{
    [Theory, EveryDatabase]
    public async Task OpenReviews_WhenOpinionsAreMissing_ThenToldWhatTheConclusionIsTold(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var at = await module.UnderReviewAsync();

        var asked = await AskedAsync(module, at.Id.Value, ParameterSnapshot.AtPromulgation);

        var act = await module.SendAs(Town.OfficeClerk, ApprovalHost.Conclusion(at, passed: true));
        act.ShouldBeRefused([.. asked]);
        asked.ShouldContain("OPINIONS_INCOMPLETE");
    }

    [Fact]
    public async Task OpenReviews_WhenNoMajorityWereNeeded_ThenTheConclusionIsNotAgainstThePanel()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.AllOpinionsAsync(await module.UnderReviewAsync(), 1, OpinionVerdict.Revise);
        var lenient = ParameterSnapshot.AtPromulgation.With(Article06.PassNeedsMajority, false);

        (await AskedAsync(module, at.Id.Value, ParameterSnapshot.AtPromulgation)).ShouldBe([
            Article06.ConclusionAgainstPanel.Code,
        ]);
        (await AskedAsync(module, at.Id.Value, lenient)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OpenReviews_WhenTheControlWereSwitchedOff_ThenItStopsNobody()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.AllOpinionsAsync(await module.UnderReviewAsync(), 1, OpinionVerdict.Revise);
        var without = ParameterSnapshot.AtPromulgation.With(
            [],
            [new SwitchedControl(Article06.ConclusionAgainstPanel.Code, IsOff: true)]
        );

        (await AskedAsync(module, at.Id.Value, without)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task OpenPayments_WhenTheContractEndedSince_ThenToldWhatTheApprovalIsTold(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        var payment = await module.AcceptedAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration));
        await module.HearAsync(Elsewhere.Terminated(declaration));

        var asked = await module.Host.RefusalsOfNextActAsync(
            Town.OfficeClerk,
            "payment",
            payment.Id,
            ParameterSnapshot.AtPromulgation
        );

        var act = await module.SendAs(
            Town.FinanceClerk,
            new Application.Payments.ApprovePayment(new(payment.Id), null, payment.Version)
        );
        act.ShouldBeRefused([.. asked]);
        asked.ShouldNotBeEmpty();
    }

    private static Task<IReadOnlyList<string>> AskedAsync(ApprovalHost module, Guid id, ParameterSnapshot parameters) =>
        module.Host.RefusalsOfNextActAsync(Town.OfficeClerk, "declaration", id, parameters);
}
