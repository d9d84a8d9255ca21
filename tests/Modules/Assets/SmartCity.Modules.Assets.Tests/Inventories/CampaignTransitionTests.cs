using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Assets.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Inventories;

/// <summary>The inventory: every state against every act, and the three ways in which book and count differ.</summary>
public sealed class CampaignTransitionTests
{
    private static readonly Dictionary<string, Func<InventoryCampaign, AssetCard, Result>> Acts = new()
    {
        ["StartCounting"] = (one, card) => one.StartCounting([card], AnAsset.Today),
        ["RecordCount"] = (one, card) => one.RecordCount(Seen(card), AnAsset.Clerk, DateTimeOffset.UnixEpoch),
        ["CloseCounting"] = (one, _) => one.CloseCounting(AnAsset.Today),
        ["ResolveVariance"] = (one, _) =>
            one.ResolveVariance(1, VarianceResolution.WriteOff, "遗失", AnAsset.Clerk, AnAsset.Today),
        ["ApproveAdjustments"] = (one, _) => one.ApproveAdjustments(AnAsset.Head, AnAsset.Rules),
        ["SignOff"] = (one, _) => one.SignOff(AnAsset.Head, AnAsset.Rules),
    };

    // What each legal pair answers; every pair that is not here is an illegal transition.
    private static readonly Dictionary<(CampaignState, string), string> Legal = new()
    {
        [(CampaignState.Planned, "StartCounting")] = "Counting",
        [(CampaignState.Counting, "RecordCount")] = "Counting",
        [(CampaignState.Counting, "CloseCounting")] = "Reconciling",
        [(CampaignState.Reconciling, "ResolveVariance")] = "Reconciling",
        [(CampaignState.Reconciling, "ApproveAdjustments")] = "VARIANCE_OPEN",
        [(CampaignState.Reconciling, "SignOff")] = "VARIANCE_OPEN",
        [(CampaignState.Adjusted, "SignOff")] = "SignedOff",
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Enum.GetNames<CampaignState>())
        {
            foreach (var act in Acts.Keys)
            {
                pairs.Add(state, act);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_WhenTheCampaignIsInThisState_ThenLeadsOnOrIsToldWhyNot(string stateName, string act)
    {
        var state = Enum.Parse<CampaignState>(stateName);
        var card = ACard();
        var campaign = AnAsset.In(state, card);
        campaign.State.ShouldBe(state);

        var result = Acts[act](campaign, card);

        if (!Legal.TryGetValue((state, act), out var expected))
        {
            result.ShouldBeIllegalNow();
            campaign.State.ShouldBe(state);
        }
        else if (Enum.TryParse<CampaignState>(expected, out var next))
        {
            result.ShouldBeAccepted();
            campaign.State.ShouldBe(next);
        }
        else
        {
            result.ShouldBeRefused(expected);
            campaign.State.ShouldBe(state);
        }
    }

    [Fact]
    public void Start_WhenTheDayHasNotCome_ThenIllegal()
    {
        var campaign = AnAsset.In(CampaignState.Planned, ACard());

        campaign.StartCounting([], AnAsset.Today.AddDays(-1)).ShouldBeIllegalNow();
    }

    [Fact]
    public void Close_WhenBookAndCountAgree_ThenThereIsNothingToAdjust()
    {
        var card = ACard();
        var campaign = AnAsset.In(CampaignState.Counting, card);
        campaign.RecordCount(Seen(card), AnAsset.Clerk, DateTimeOffset.UnixEpoch);

        campaign.CloseCounting(AnAsset.Today).ShouldBeAccepted();

        (campaign.State, campaign.Variances.Count).ShouldBe((CampaignState.Adjusted, 0));
    }

    [Fact]
    public void Close_WhenACardWasCountedWithABlankSurplus_ThenIsNoSurplus()
    {
        var card = ACard();
        var campaign = AnAsset.In(CampaignState.Counting, card);
        campaign.RecordCount(Seen(card) with { Surplus = " " }, AnAsset.Clerk, DateTimeOffset.UnixEpoch);

        campaign.CloseCounting(AnAsset.Today).ShouldBeAccepted();

        campaign.Variances.ShouldBeEmpty();
    }

    [Fact]
    public void Close_WhenThingsAreMissingSurplusAndElsewhere_ThenEachIsAVariance()
    {
        var (missing, elsewhere) = (ACard(), ACard());
        var campaign = AnAsset.In(CampaignState.Planned, missing);
        campaign.StartCounting([missing, elsewhere], AnAsset.Today);
        CountText[] counts =
        [
            new(missing.Id, null, false, null, null),
            Seen(elsewhere),
            Seen(elsewhere) with
            {
                Location = "走廊",
            },
            new(null, "无标签交换机", true, "一号机房", null),
        ];
        foreach (var count in counts)
        {
            campaign.RecordCount(count, AnAsset.Clerk, DateTimeOffset.UnixEpoch).ShouldBeAccepted();
        }

        campaign.CloseCounting(AnAsset.Today);

        campaign
            .Variances.Select(one => (one.Kind, one.Card, one.FoundLocation))
            .ShouldBe(
                [
                    (VarianceKind.Missing, missing.Id, null),
                    (VarianceKind.Mismatch, elsewhere.Id, "走廊"),
                    (VarianceKind.Surplus, null, "一号机房"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Count_WhenTheCardIsNotInTheBook_ThenToldSo() =>
        AnAsset
            .In(CampaignState.Counting, ACard())
            .RecordCount(Seen(ACard()), AnAsset.Clerk, DateTimeOffset.UnixEpoch)
            .ShouldFail(ErrorKind.Unprocessable, "NOT_IN_BOOK");

    [Theory]
    [InlineData(nameof(VarianceResolution.FoundLater), true)]
    [InlineData(nameof(VarianceResolution.WriteOff), true)]
    [InlineData(nameof(VarianceResolution.StrikeOff), true)]
    [InlineData(nameof(VarianceResolution.RegisterCard), false)]
    [InlineData(nameof(VarianceResolution.NotOfThisUnit), false)]
    [InlineData(nameof(VarianceResolution.HandOver), false)]
    [InlineData(nameof(VarianceResolution.ReturnToPlace), false)]
    public void Resolve_WhenSomethingIsMissing_ThenOnlyWhatFitsSettlesIt(string resolution, bool fits)
    {
        var campaign = AnAsset.In(CampaignState.Reconciling, ACard());

        var result = campaign.ResolveVariance(
            1,
            Enum.Parse<VarianceResolution>(resolution),
            "遗失",
            AnAsset.Clerk,
            AnAsset.Today
        );

        result.IsFailure.ShouldBe(!fits);
    }

    [Fact]
    public void Resolve_WhenThereIsNoSuchVariance_ThenNotFound() =>
        AnAsset
            .In(CampaignState.Reconciling, ACard())
            .ResolveVariance(2, VarianceResolution.WriteOff, "遗失", AnAsset.Clerk, AnAsset.Today)
            .ShouldFail(ErrorKind.NotFound, "NOT_FOUND");

    [Fact]
    public void Approve_WhenTheApproverResolvedIt_ThenRefused()
    {
        var campaign = AnAsset.In(CampaignState.Reconciling, ACard());
        campaign.ResolveVariance(1, VarianceResolution.WriteOff, "遗失", AnAsset.Clerk, AnAsset.Today);

        campaign.ApproveAdjustments(AnAsset.Clerk, AnAsset.Rules).ShouldBeRefused("ADJUSTMENT_NOT_APPROVED");
    }

    private static AssetCard ACard() => AnAsset.ACardOf(AnAsset.ARegistration());

    private static CountText Seen(AssetCard card) => new(card.Id, null, true, card.Location, null);
}
