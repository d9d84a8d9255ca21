using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Retrievals;
using SmartCity.Modules.DataSharing.Tests.Given;
using SmartCity.Regulation.Notices;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.States;

/// <summary>Every state against every act: which are legal, where they lead, and how the others are told.</summary>
public sealed class TransitionTests
{
    private static readonly Dictionary<string, Func<Grant, Result>> GrantActs = new()
    {
        ["Approve"] = grant => grant.Approve(null, false, Sharing.Rules),
        ["OpenConsultation"] = grant =>
            grant.OpenConsultation("职责依据不明。", new(Town.BureauClerk.Unit), Sharing.Rules),
        ["Refuse"] = grant => grant.Refuse("数据未核准。", Sharing.Rules),
        ["Revoke"] = grant => grant.Revoke("职责划转。", Sharing.Today),
    };

    // There is no act by which the bureau refuses alone: from its review a grant goes into force or into consultation.
    private static readonly Dictionary<(GrantState, string), GrantState> LegalForGrants = new()
    {
        [(GrantState.BdbReview, "Approve")] = GrantState.InForce,
        [(GrantState.BdbReview, "OpenConsultation")] = GrantState.Consulting,
        [(GrantState.Consulting, "Approve")] = GrantState.InForce,
        [(GrantState.Consulting, "Refuse")] = GrantState.ProviderRefused,
        [(GrantState.InForce, "Revoke")] = GrantState.Revoked,
    };

    public static MatrixTheoryData<string, string> GrantPairs { get; } =
        new(Enum.GetNames<GrantState>(), GrantActs.Keys);

    [Theory]
    [MemberData(nameof(GrantPairs))]
    public void Grant_WhenInThisState_ThenTheActLeadsOnOrIsIllegal(string stateName, string act)
    {
        var state = Enum.Parse<GrantState>(stateName);
        var grant = Sharing.In(state);

        var result = GrantActs[act](grant);

        if (LegalForGrants.TryGetValue((state, act), out var next))
        {
            result.ShouldBeAccepted();
            grant.State.ShouldBe(next);
        }
        else
        {
            result.ShouldBeIllegalNow();
            grant.State.ShouldBe(state);
        }
    }

    [Fact]
    public void Request_WhenUnconditional_ThenIsInForceAtOnceAndTheProviderIsNotTold()
    {
        var grant = Sharing.Requested(ShareType.Unconditional);

        grant.State.ShouldBe(GrantState.InForce);
        grant.Granted.ShouldBe(grant.Requested);
        grant.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Approve_WhenConditional_ThenTheProviderIsNotified()
    {
        var grant = Sharing.Requested();

        grant.Approve(["code"], false, Sharing.Rules).ShouldBeAccepted();

        grant.Granted!.Items.ShouldBe(["code"]);
        grant.Notices.ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.Approved);
    }

    [Fact]
    public void ToInbox_WhenTheReasonsAreLongerThanANotice_ThenCutAndTheWholeStaysWithTheGrant()
    {
        var reasons = new string('因', NoticeRaised.LongestText);
        var grant = Sharing.Requested();
        grant.OpenConsultation(reasons, new(Town.BureauClerk.Unit), Sharing.Rules).ShouldBeAccepted();
        var notice = grant.Notices.ShouldHaveSingleItem();

        var raised = notice.ToInbox(grant.Id, grant.ResourceTitle, new(notice.Text, notice.Text));

        notice.Text.ShouldEndWith(reasons);
        raised.TextChinese.Length.ShouldBe(NoticeRaised.LongestText);
        raised.TextChinese.ShouldEndWith("因…");
    }

    [Fact]
    public void ToInbox_WhenTheGrantTellsAgain_ThenEachNoticeHasAnIdOfItsOwn()
    {
        var grant = Sharing.Requested();
        grant.OpenConsultation("条件不符", new(Town.BureauClerk.Unit), Sharing.Rules).ShouldBeAccepted();
        grant.Approve(["code"], false, Sharing.Rules).ShouldBeAccepted();
        grant.Revoke("用途已变", Sharing.Rules.Today).ShouldBeAccepted();

        var raised = grant.Notices.Select(one => one.ToInbox(grant.Id, grant.ResourceTitle, new(one.Text, one.Text)));

        raised
            .Select(one => one.Kind)
            .ShouldBe([
                "data-sharing.consultation-opened",
                "data-sharing.grant-approved",
                "data-sharing.grant-revoked",
            ]);
        raised.Select(one => one.Notice).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Approve_WhenMoreItemsThanAskedFor_ThenScopeExceeded()
    {
        var grant = Sharing.Requested();

        grant.Approve(["code", "level"], false, Sharing.Rules).ShouldBeRefused("SCOPE_EXCEEDED");

        grant.State.ShouldBe(GrantState.BdbReview);
        grant.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Approve_WhenSpecialAndTheUnitIsNotNamed_ThenRefused()
    {
        var grant = Sharing.Requested(ShareType.Special);

        grant.Approve(null, isNamedRecipient: false, Sharing.Rules).ShouldBeRefused("RECIPIENT_NOT_NAMED");
        grant.Approve(null, isNamedRecipient: true, Sharing.Rules).ShouldBeAccepted();
    }

    [Fact]
    public void OpenConsultation_WhenSpecial_ThenIllegal() =>
        Sharing
            .Requested(ShareType.Special)
            .OpenConsultation("理由", new(Town.BureauClerk.Unit), Sharing.Rules)
            .ShouldBeIllegalNow();

    [Fact]
    public void Refuse_WhenWithoutReasons_ThenRefused()
    {
        var grant = Sharing.In(GrantState.Consulting);

        grant.Refuse(" ", Sharing.Rules).ShouldBeRefused("REFUSAL_REASON_REQUIRED");

        grant.State.ShouldBe(GrantState.Consulting);
    }

    [Fact]
    public void Agreement_WhenEachActIsTriedInEachState_ThenOnlyTheLegalOnesLeadOn()
    {
        Sign(Sharing.Proposed()).ShouldBeAccepted();
        Sign(Sharing.Signed()).ShouldBeIllegalNow();
        Sign(Ended()).ShouldBeIllegalNow();
        End(Sharing.Proposed()).ShouldBeAccepted();
        End(Sharing.Signed()).ShouldBeAccepted();
        End(Ended()).ShouldBeIllegalNow();
    }

    [Fact]
    public void Resource_WhenEachActIsTriedInEachState_ThenOnlyTheLegalOnesLeadOn()
    {
        Sharing.InDraft().Revise(Sharing.Divisions()).ShouldBeAccepted();
        Sharing.InDraft().Publish(Sharing.Rules).ShouldBeAccepted();
        Sharing.InDraft().MayReceive(Sharing.Today, Sharing.Rules).ShouldBeIllegalNow();
        Sharing.Published().Revise(Sharing.Divisions()).ShouldBeIllegalNow();
        Sharing.Published().Publish(Sharing.Rules).ShouldBeIllegalNow();
        Sharing.Published().MayReceive(Sharing.Today, Sharing.Rules).ShouldBeAccepted();
    }

    [Fact]
    public void Publish_WhenEverythingIsMissing_ThenAllReasonsAreToldAtOnce()
    {
        var sheet = Sharing.Divisions() with
        {
            Items = [Sharing.Item("name", ItemType.Text)],
            Cadence = Cadence.Yearly,
            CadenceNotice = null,
            Scope = null,
            Uses = [],
            SecrecyReview = null,
        };

        Sharing
            .InDraft(sheet)
            .Publish(Sharing.Rules)
            .ShouldBeRefused(
                "CADENCE_NOT_ALLOWED",
                "CADENCE_NOTICE_MISSING",
                "IDENTIFIER_REQUIRED",
                "SECRECY_REVIEW_MISSING",
                "SCOPE_AND_USE_REQUIRED"
            );
    }

    [Theory]
    [InlineData(false, "Completed")]
    [InlineData(true, "BrokenOff")]
    public void Retrieval_WhenClosed_ThenTellsHowAndIsClosedOnce(bool brokenOff, string state)
    {
        var retrieval = Sharing.Open();

        retrieval.Complete(7, brokenOff, DateTimeOffset.UnixEpoch).ShouldBeAccepted();

        (retrieval.State, retrieval.RowsSent).ShouldBe((Enum.Parse<RetrievalState>(state), 7));
        retrieval.Complete(8, brokenOff, DateTimeOffset.UnixEpoch).ShouldBeIllegalNow();
    }

    private static Result Sign(Agreement agreement) => agreement.Sign(Town.AccountOf(Town.BureauClerk), Sharing.Rules);

    private static Result End(Agreement agreement) => agreement.End("不再使用。", Sharing.Today);

    private static Agreement Ended()
    {
        var agreement = Sharing.Signed();
        End(agreement).ShouldBeAccepted();
        return agreement;
    }
}
