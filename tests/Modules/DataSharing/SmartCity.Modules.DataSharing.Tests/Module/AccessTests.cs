using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Application.Catalogue;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Application.Retrieving;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Module;

/// <summary>Who reads what, who may do what, and how the others are told.</summary>
public sealed class AccessTests
{
    private static readonly Actor[] Everybody =
    [
        Town.Provider,
        Town.Demander,
        Town.Librarian,
        Town.BureauClerk,
        Town.CentreClerk,
        Town.Auditor,
        Town.Contractor,
        Town.CountyClerk,
    ];

    [Theory, EveryDatabase]
    public async Task Resources_WhenEachActorAsks_ThenListAndDetailAgree(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        (Receipt Resource, Actor[] Readers)[] table =
        [
            (await module.InDraftAsync(), [Town.Provider]),
            (await module.PublishedAsync(), Everybody),
            (await module.PublishedAsync(Sharing.Divisions(ShareType.Conditional)), Everybody),
            (
                await module.PublishedAsync(Sharing.Divisions(ShareType.Special, Town.Health.Id)),
                [Town.Provider, Town.Demander, Town.BureauClerk, Town.CentreClerk, Town.Auditor]
            ),
        ];

        foreach (var actor in Everybody)
        {
            var list = await module.ToldAs(actor, new ListResources());
            foreach (var (resource, readers) in table)
            {
                var detail = await module.AskAs(actor, new GetResource(new(resource.Id)));

                (actor.Name, !detail.IsFailure).ShouldBe((actor.Name, readers.Contains(actor)));
                (actor.Name, list.Items.Any(line => line.Id.Value == resource.Id)).ShouldBe(
                    (actor.Name, readers.Contains(actor))
                );
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task AgreementsGrantsAndRetrievals_WhenEachActorAsks_ThenOnlyPartiesAndOverseersRead(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource);
        await module.AcceptedAs(Town.Demander, DataSharingHost.Beginning(resource, grant));
        var agreement = (await module.ToldAs(Town.Demander, new ListAgreements())).Items[0].Id;
        Actor[] parties = [Town.Demander, Town.BureauClerk, Town.CentreClerk, Town.Auditor];
        Actor[] withProvider = [.. parties, Town.Provider];

        foreach (var actor in Everybody)
        {
            var agreements = await module.ToldAs(actor, new ListAgreements());
            var agreed = await module.AskAs(actor, new GetAgreement(agreement));
            var grants = await module.ToldAs(actor, new ListGrants());
            var granted = await module.AskAs(actor, new GetGrant(new(grant.Id)));
            var retrievals = await module.ToldAs(actor, new ListRetrievals());

            (actor.Name, agreements.Items.Count == 1).ShouldBe((actor.Name, parties.Contains(actor)));
            (actor.Name, !agreed.IsFailure).ShouldBe((actor.Name, parties.Contains(actor)));
            (actor.Name, grants.Items.Count == 1).ShouldBe((actor.Name, withProvider.Contains(actor)));
            (actor.Name, !granted.IsFailure).ShouldBe((actor.Name, withProvider.Contains(actor)));
            (actor.Name, retrievals.Items.Count == 1).ShouldBe((actor.Name, withProvider.Contains(actor)));
        }
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheDraftIsAnotherUnits_ThenItDoesNotExist(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var draft = await module.InDraftAsync();

        var result = await module.SendAs(Town.Librarian, new PublishResource(new(draft.Id), draft.Version));

        result.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory, EveryDatabase]
    public async Task Upload_WhenAnotherUnitSendsData_ThenWrongAuthorityForItMayRead(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var published = await module.PublishedAsync();

        var result = await module.SendAs(
            Town.Librarian,
            DataSharingHost.Uploading(published, DataSharingHost.ThreeRows)
        );

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Approve_WhenTheProviderOrTheDemanderTries_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var requested = await module.RequestedAsync(
            await module.PublishedAsync(Sharing.Divisions(ShareType.Conditional))
        );

        foreach (var actor in new[] { Town.Provider, Town.Demander, Town.CentreClerk })
        {
            var result = await module.SendAs(actor, new ApproveGrant(new(requested.Id), null, requested.Version));
            result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        }
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheActorOversees_ThenReadOnly(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var resource = await module.WithDataAsync();
        var grant = await module.RequestedAsync(resource);

        var result = await module.SendAs(Town.Auditor, DataSharingHost.Beginning(resource, grant));

        result.ShouldFail(ErrorKind.Forbidden, "READ_ONLY_ROLE");
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenTheResourceIsSpecialAndTheUnitIsNoRecipient_ThenItDoesNotExist(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var special = await module.PublishedAsync(Sharing.Divisions(ShareType.Special, Town.Health.Id));

        var result = await module.SendAs(Town.Librarian, new RequestGrant(new(special.Id), null, Sharing.Wanted()));

        result.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory, EveryDatabase]
    public async Task List_WhenReadPageByPage_ThenEachIsToldOnceNewestFirst(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        for (var number = 1; number <= 5; number++)
        {
            module.Host.Time.Advance(TimeSpan.FromSeconds(1));
            await module.InDraftAsync(Sharing.Divisions() with { Title = $"资源{number}" });
        }

        var told = new List<string>();
        string? after = null;
        do
        {
            var page = await module.ToldAs(Town.Provider, new ListResources(After: after, Limit: 2));
            told.AddRange(page.Items.Select(line => line.Title));
            after = page.Next;
        } while (after is not null);

        told.ShouldBe(["资源5", "资源4", "资源3", "资源2", "资源1"]);
    }

    [Theory, EveryDatabase]
    public async Task List_WhenFiltered_ThenOnlyWhatMeetsTheFilterIsTold(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        await module.PublishedAsync();
        (ListResources Filter, int Found)[] table =
        [
            (new(State: ResourceState.Published), 1),
            (new(State: ResourceState.Draft), 0),
            (new(ShareType: ShareType.Unconditional), 1),
            (new(ShareType: ShareType.Special), 0),
            (new(Provider: Town.CivilAffairs.Id), 1),
            (new(Provider: Town.Library.Id), 0),
            (new(Text: "区划"), 1),
            (new(Text: "%"), 0),
        ];

        foreach (var (filter, found) in table)
        {
            var page = await module.ToldAs(Town.Provider, filter);
            (filter, page.Items.Count).ShouldBe((filter, found));
        }
    }
}
