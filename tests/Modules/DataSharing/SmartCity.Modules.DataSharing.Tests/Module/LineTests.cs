using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Application.Catalogue;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Module;

/// <summary>From the catalogue to the grant, over the module's own commands.</summary>
public sealed class LineTests
{
    [Theory, EveryDatabase]
    public async Task Publish_WhenAnArticleIsNotMet_ThenLeavesAnAuditEntryAndNothingElse(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var draft = await module.InDraftAsync(
            Sharing.Divisions() with
            {
                Cadence = Cadence.Yearly,
                Items = [Sharing.Item("code", ItemType.Text, IdentifierKind.IdentityDocument)],
            }
        );
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(Town.Provider, new PublishResource(new(draft.Id), draft.Version));

        result.ShouldBeRefused("CADENCE_NOT_ALLOWED", "IDENTIFIER_KIND_MISMATCH");
        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + 1);
    }

    [Theory, EveryDatabase]
    public async Task Revise_WhenTheDraftIsCorrected_ThenItCanBePublished(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var draft = await module.InDraftAsync(Sharing.Divisions() with { SecrecyReview = null });
        var special = Sharing.Divisions(ShareType.Special, Town.Health.Id, Town.Library.Id);
        var first = await module.AcceptedAs(Town.Provider, new ReviseResource(new(draft.Id), special, draft.Version));
        var narrowed = Sharing.Divisions(ShareType.Special, Town.Library.Id, Town.WaterCompany.Id);

        var revised = await module.AcceptedAs(
            Town.Provider,
            new ReviseResource(new(draft.Id), narrowed, first.Version)
        );
        await module.AcceptedAs(Town.Provider, new PublishResource(new(draft.Id), revised.Version));

        var told = await module.ToldAs(Town.Librarian, new GetResource(new(draft.Id)));
        (told.State, told.PublishedOn).ShouldBe((ResourceState.Published, Sharing.Today));
        (await module.AskAs(Town.WaterClerk, new GetResource(new(draft.Id)))).ShouldBeAccepted();
        (await module.AskAs(Town.Demander, new GetResource(new(draft.Id)))).ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory, EveryDatabase]
    public async Task Register_WhenRepeatedWithTheSameKey_ThenIsMadeOnce(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var command = new RegisterResource(Sharing.Divisions());
        var first = await module.AcceptedAs(Town.Provider, command, "key");

        var second = await module.AcceptedAs(Town.Provider, command, "key");

        second.ShouldBe(first);
        (await module.ToldAs(Town.Provider, new ListResources())).Items.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Publish_WhenTheVersionSeenIsStale_ThenVersionConflict(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var draft = await module.InDraftAsync();

        var result = await module.SendAs(Town.Provider, new PublishResource(new(draft.Id), draft.Version - 1));

        result.ShouldFail(ErrorKind.VersionConflict, "VERSION_CONFLICT");
    }

    [Theory, EveryDatabase]
    public async Task Agreement_WhenSignedAndEnded_ThenItsStateTellsSo(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var signed = await module.SignedAsync();
        var before = await module.ToldAs(Town.Demander, new GetAgreement(new(signed.Id)));

        await module.AcceptedAs(Town.Demander, new EndAgreement(new(signed.Id), "不再使用。", signed.Version));

        var after = await module.ToldAs(Town.Demander, new GetAgreement(new(signed.Id)));
        before.IsInForce.ShouldBeTrue();
        after.IsInForce.ShouldBeFalse();
        after.EndedBecause.ShouldBe("不再使用。");
        after.Terms.Channels.ShouldBe([Channel.OnlineQuery, Channel.BatchDownload]);
    }

    [Theory, EveryDatabase]
    public async Task Propose_WhenAContractorWantsSharedData_ThenNotEligible(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);

        var result = await module.SendAs(Town.Contractor, new ProposeAgreement(Sharing.Terms()));

        result.ShouldBeRefused("DEM_NOT_ELIGIBLE");
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenAPublicEnterpriseAsksForAnUnconditionalOne_ThenIsInForceAtOnce(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.PublishedAsync();

        var requested = await module.RequestedAsync(resource, Town.WaterClerk, Sharing.Wanted(Purpose.PublicService));

        var grant = await module.ToldAs(Town.WaterClerk, new GetGrant(new(requested.Id)));
        (grant.State, grant.DecidedOn).ShouldBe((GrantState.InForce, Sharing.Today));
        (await module.ToldAs(Town.Provider, new ListProviderNotices())).Items.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenNothingIsInOrder_ThenAllReasonsAreToldAtOnce(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.PublishedAsync();
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(
            Town.Contractor,
            new RequestGrant(new(resource.Id), null, Sharing.Wanted(null, "code", "income"))
        );

        result.ShouldBeRefused("DEM_NOT_ELIGIBLE", "AGREEMENT_REQUIRED", "PURPOSE_REQUIRED", "SCOPE_EXCEEDED");
        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + 1);
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenTheAgreementIsAnotherUnits_ThenAgreementRequired(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.PublishedAsync();
        var others = await module.SignedAsync(Town.Librarian);

        var result = await module.SendAs(
            Town.Demander,
            new RequestGrant(new(resource.Id), new AgreementId(others.Id), Sharing.Wanted())
        );

        result.ShouldBeRefused("AGREEMENT_REQUIRED");
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenTheAgreementHasRunOut_ThenAgreementExpired(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.PublishedAsync();
        var signed = await module.SignedAsync();
        module.Host.Time.Advance(TimeSpan.FromDays(31));

        var result = await module.SendAs(
            Town.Demander,
            new RequestGrant(new(resource.Id), new AgreementId(signed.Id), Sharing.Wanted())
        );

        result.ShouldBeRefused("AGREEMENT_EXPIRED");
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenThePurposeIsNoneTheProviderStated_ThenPurposeMismatch(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.PublishedAsync();
        var signed = await module.SignedAsync();

        var result = await module.SendAs(
            Town.Demander,
            new RequestGrant(new(resource.Id), new AgreementId(signed.Id), Sharing.Wanted(Purpose.AdministrativeBasis))
        );

        result.ShouldBeRefused("PURPOSE_MISMATCH");
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenAUserIsOfAnotherUnit_ThenInvalid(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.PublishedAsync();
        var terms = Sharing.Wanted() with { Users = [Town.AccountOf(Town.Librarian)] };

        var result = await module.SendAs(Town.Demander, new RequestGrant(new(resource.Id), null, terms));

        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        result.Failure!.Fields.ShouldHaveSingleItem().Field.ShouldBe("terms.users[0]");
    }

    [Theory, EveryDatabase]
    public async Task Approve_WhenConditional_ThenTheNoticeIsThereWithTheApproval(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var requested = await module.RequestedAsync(
            await module.PublishedAsync(Sharing.Divisions(ShareType.Conditional))
        );

        await module.AcceptedAs(Town.BureauClerk, new ApproveGrant(new(requested.Id), ["code"], requested.Version));

        var grant = await module.ToldAs(Town.Provider, new GetGrant(new(requested.Id)));
        grant.State.ShouldBe(GrantState.InForce);
        grant.Requested.Items.ShouldBe(["code", "name"]);
        grant.Granted!.Items.ShouldBe(["code"]);
        var notice = (await module.ToldAs(Town.Provider, new ListProviderNotices())).Items.ShouldHaveSingleItem();
        (notice.Grant, notice.Kind).ShouldBe((new GrantId(requested.Id), NoticeKind.Approved));
        (await module.ToldAs(Town.Demander, new ListProviderNotices())).Items.ShouldBeEmpty();
        var raised = (await module.RaisedAsync()).ShouldHaveSingleItem();
        (raised.Unit, raised.Account, raised.Kind).ShouldBe((Town.Provider.Unit, null, "data-sharing.grant-approved"));
        (raised.ObjectType, raised.ObjectId, raised.TextChinese).ShouldBe(
            ("grant", requested.Id.ToString(), notice.Text)
        );
    }

    [Theory, EveryDatabase]
    public async Task Refuse_WhenConsulted_ThenOnlyTheProviderCanAndOnlyWithReasons(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var requested = await module.RequestedAsync(
            await module.PublishedAsync(Sharing.Divisions(ShareType.Conditional))
        );
        var early = await module.SendAs(
            Town.Provider,
            new RefuseGrant(new(requested.Id), "数据未核准。", requested.Version)
        );
        var consulted = await module.AcceptedAs(
            Town.BureauClerk,
            new OpenConsultation(new(requested.Id), "职责依据不明。", requested.Version)
        );
        var byBureau = await module.SendAs(
            Town.BureauClerk,
            new RefuseGrant(new(requested.Id), "不符合条件。", consulted.Version)
        );
        var without = await module.SendAs(Town.Provider, new RefuseGrant(new(requested.Id), null, consulted.Version));

        await module.AcceptedAs(Town.Provider, new RefuseGrant(new(requested.Id), "数据未核准。", consulted.Version));

        early.ShouldBeIllegalNow();
        byBureau.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        without.ShouldBeRefused("REFUSAL_REASON_REQUIRED");
        var grant = await module.ToldAs(Town.Demander, new GetGrant(new(requested.Id)));
        (grant.State, grant.RefusedBecause).ShouldBe((GrantState.ProviderRefused, "数据未核准。"));
    }

    [Theory, EveryDatabase]
    public async Task Approve_WhenSpecial_ThenNamedRecipientsOnly(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.PublishedAsync(Sharing.Divisions(ShareType.Special, Town.Health.Id));
        var named = await module.RequestedAsync(resource);
        // The centre runs the sharing and so sees the resource, but it is no recipient.
        var unnamed = await module.RequestedAsync(resource, Town.CentreClerk);

        var refused = await module.SendAs(Town.BureauClerk, new ApproveGrant(new(unnamed.Id), null, unnamed.Version));
        await module.AcceptedAs(Town.BureauClerk, new ApproveGrant(new(named.Id), null, named.Version));

        refused.ShouldBeRefused("RECIPIENT_NOT_NAMED");
        (await module.ToldAs(Town.CentreClerk, new GetGrant(new(unnamed.Id)))).State.ShouldBe(GrantState.BdbReview);
    }

    [Theory, EveryDatabase]
    public async Task Upload_WhenRowsAreWrong_ThenEachIsToldByLineAndNothingIsLeftBehind(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var published = await module.PublishedAsync();
        var rows = await module.RowsAsync();
        const string Wrong = "code,name,level,parent_code\n610000,陕西省,1,\n,咸阳市,二,610000\n610402,秦都区,3\n";

        var result = await module.SendAs(Town.Provider, DataSharingHost.Uploading(published, Wrong));

        result.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe([
                ("lines[3].code", "REQUIRED"),
                ("lines[3].level", "NOT_AN_INTEGER"),
                ("lines[4]", "COLUMN_COUNT"),
            ]);
        (await module.RowsAsync()).ShouldBe(rows);
    }

    [Theory, EveryDatabase]
    public async Task Upload_WhenALineIsNotUtf8_ThenToldByLine(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var published = await module.PublishedAsync();
        byte[] content = [.. "code,name,level,parent_code\n610000,"u8, 0xC9, 0xC2, 0xCE, 0xF7, .. ",1,\n"u8];

        var result = await module.SendAs(Town.Provider, DataSharingHost.Uploading(published, content));

        var field = result.Failure!.Fields.ShouldHaveSingleItem();
        (field.Field, field.Code).ShouldBe(("lines[2]", "NOT_UTF8"));
    }

    [Theory, EveryDatabase]
    public async Task Upload_WhenTheDayIsWrong_ThenUpdateTimestampInvalid(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var first = await module.WithDataAsync();

        var future = await module.SendAs(
            Town.Provider,
            DataSharingHost.Uploading(first, DataSharingHost.ThreeRows, Sharing.Today.AddDays(1))
        );
        var older = await module.SendAs(
            Town.Provider,
            DataSharingHost.Uploading(first, DataSharingHost.ThreeRows, Sharing.Today.AddDays(-1))
        );

        future.ShouldBeRefused("UPDATE_TIMESTAMP_INVALID");
        older.ShouldBeRefused("UPDATE_TIMESTAMP_INVALID");
    }

    [Theory, EveryDatabase]
    public async Task Upload_WhenTwoAreSentAtOnce_ThenOneIsTakenAndTheOtherHearsOfIt(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var published = await module.PublishedAsync();

        var results = await Task.WhenAll(
            module.SendAs(Town.Provider, DataSharingHost.Uploading(published, DataSharingHost.ThreeRows)),
            module.SendAs(Town.Provider, DataSharingHost.Uploading(published, DataSharingHost.ThreeRows))
        );

        results.Count(result => !result.IsFailure).ShouldBe(1);
        results.Single(result => result.IsFailure).ShouldFail(ErrorKind.VersionConflict, "VERSION_CONFLICT");
        var told = await module.ToldAs(Town.Provider, new GetResource(new(published.Id)));
        told.DataVersions.ShouldHaveSingleItem().Rows.ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task Upload_WhenAccepted_ThenOneAuditEntryTellsOfIt(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var published = await module.PublishedAsync();
        var entries = await module.EntriesAsync();

        await module.AcceptedAs(Town.Provider, DataSharingHost.Uploading(published, DataSharingHost.ThreeRows));

        (await module.EntriesAsync()).ShouldBe(entries + 1);
    }

    [Theory, EveryDatabase]
    public async Task Freshness_WhenTheCadenceHasRun_ThenTheResourceIsShownStale(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var fresh = await module.ToldAs(Town.Librarian, new GetResource(new(resource.Id)));
        module.Host.Time.Advance(TimeSpan.FromDays(32));

        var stale = await module.ToldAs(Town.Librarian, new GetResource(new(resource.Id)));

        fresh.Freshness.ShouldBe(new Freshness(new(2026, 4, 2), false));
        stale.Freshness.ShouldBe(new Freshness(new(2026, 4, 2), true));
    }
}
