using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Rules;

/// <summary>The truth tables of articles 17 to 20, 22 and 33.</summary>
public sealed class SharingRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void PurposeRequired_WhenNamedOrNot_ThenJudgesSo()
    {
        Article17.PurposeRequired.ShouldJudge(new(Purpose.WorkReference), true);
        Article17.PurposeRequired.ShouldJudge(new(null), false);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("数据未核准。", true)]
    public void RefusalReasonRequired_WhenWrittenOrNot_ThenJudgesSo(string? reasons, bool satisfied) =>
        Article18.RefusalReasonRequired.ShouldJudge(new(reasons), satisfied);

    [Fact]
    public void ScopeExceeded_WhenAnItemGoesBeyond_ThenViolated()
    {
        Article18.ScopeExceeded.ShouldJudge(new([]), true);
        Article18.ScopeExceeded.ShouldJudge(new(["income"]), false);
    }

    [Fact]
    public void GrantNotInForce_WhenInEachState_ThenOnlyOneSupplies()
    {
        foreach (var state in Enum.GetValues<GrantState>())
        {
            Article18.GrantNotInForce.ShouldJudge(new(state), state == GrantState.InForce);
        }
    }

    [Fact]
    public void RecipientNotNamed_WhenNamedOrNot_ThenJudgesSo()
    {
        Article19.RecipientNotNamed.ShouldJudge(new("某单位", true), true);
        Article19.RecipientNotNamed.ShouldJudge(new("某单位", false), false);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void NotTheSpecificRecipient_WhenUnitAndUserMeet_ThenBothMustFit(bool unit, bool user, bool satisfied) =>
        Article19.NotTheSpecificRecipient.ShouldJudge(new(unit, user), satisfied);

    [Fact]
    public void ScopeAndUseRequired_WhenEitherIsMissing_ThenViolated()
    {
        Article20.ScopeAndUseRequired.ShouldJudge(new("全市", [Purpose.WorkReference]), true);
        Article20.ScopeAndUseRequired.ShouldJudge(new(null, [Purpose.WorkReference]), false);
        Article20.ScopeAndUseRequired.ShouldJudge(new(" ", [Purpose.WorkReference]), false);
        Article20.ScopeAndUseRequired.ShouldJudge(new("", [Purpose.WorkReference]), false);
        Article20.ScopeAndUseRequired.ShouldJudge(new("全市", []), false);
    }

    [Fact]
    public void DemanderNotEligible_WhenEachKindOfUnitAsks_ThenGovernmentAndPublicEnterprisesMay()
    {
        UnitKind[] others =
        [
            UnitKind.Enterprise,
            UnitKind.Contractor,
            UnitKind.ExpertEmployer,
            UnitKind.FiscallyFundedSocialOrganisation,
        ];
        foreach (var kind in Enum.GetValues<UnitKind>())
        {
            Article22.DemanderNotEligible.ShouldJudge(new("某单位", kind), !others.Contains(kind));
        }
    }

    [Fact]
    public void PurposeMismatch_WhenAnotherPurpose_ThenViolatedAndNoneIsForArticle17ToSay()
    {
        Article22.PurposeMismatch.ShouldJudge(new(Purpose.WorkReference, [Purpose.WorkReference]), true);
        Article22.PurposeMismatch.ShouldJudge(new(Purpose.PublicService, [Purpose.WorkReference]), false);
        Article22.PurposeMismatch.ShouldJudge(new(null, [Purpose.WorkReference]), true);
    }

    [Fact]
    public void AgreementRequired_WhenInEachState_ThenOnlySignedCounts()
    {
        Article33.AgreementRequired.ShouldJudge(new(null, null, null, Today), false);
        foreach (var state in Enum.GetValues<AgreementState>())
        {
            Article33.AgreementRequired.ShouldJudge(new(state, Today, Today, Today), state == AgreementState.Signed);
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void AgreementRequired_WhenItBeginsNearToday_ThenCountsFromItsFirstDay(int days, bool satisfied) =>
        Article33.AgreementRequired.ShouldJudge(
            new(AgreementState.Signed, Today.AddDays(days), Today.AddDays(30), Today),
            satisfied
        );

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void AgreementExpired_WhenItEndsNearToday_ThenItsLastDayStillCounts(int days, bool satisfied) =>
        Article33.AgreementExpired.ShouldJudge(
            new(AgreementState.Signed, Today.AddDays(-30), Today.AddDays(days), Today),
            satisfied
        );

    [Fact]
    public void AgreementLadder_WhenNoControlWasDecided_ThenItRemindsOnlyWhileTheAgreementRuns() =>
        Article33.AgreementLadder.Initial.ToString().ShouldBe("30,7");

    [Fact]
    public void ChannelNotAgreed_WhenAgreedOrNot_ThenJudgesSo()
    {
        Article33.ChannelNotAgreed.ShouldJudge(new(Channel.OnlineQuery, [Channel.OnlineQuery]), true);
        Article33.ChannelNotAgreed.ShouldJudge(new(Channel.BatchDownload, [Channel.OnlineQuery]), false);
    }

    [Fact]
    public void Basis_WhenAnArticleDoesNotSayIt_ThenNoneIsClaimedToSayIt()
    {
        Article17.PurposeRequired.ShouldRestOn(BasisKind.Control, 17);
        Article18.RefusalReasonRequired.ShouldRestOn(BasisKind.Text, 18);
        Article18.ScopeExceeded.ShouldRestOn(BasisKind.Control, 18);
        Article18.GrantNotInForce.ShouldRestOn(BasisKind.Control, 18);
        Article19.RecipientNotNamed.ShouldRestOn(BasisKind.Text, 19);
        Article19.NotTheSpecificRecipient.ShouldRestOn(BasisKind.Control, 19);
        Article20.ScopeAndUseRequired.ShouldRestOn(BasisKind.Text, 20);
        Article22.DemanderNotEligible.ShouldRestOn(BasisKind.Reading, 22);
        Article22.PurposeMismatch.ShouldRestOn(BasisKind.Text, 22);
        Article33.AgreementRequired.ShouldRestOn(BasisKind.Text, 33);
        Article33.AgreementExpired.ShouldRestOn(BasisKind.Text, 33);
        Article33.ChannelNotAgreed.ShouldRestOn(BasisKind.Text, 33);
    }
}
