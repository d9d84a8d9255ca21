using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Api;
using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Application.Catalogue;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Application.Retrieving;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Infrastructure;
using SmartCity.Modules.DataSharing.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation;
using SmartCity.Regulation.Notices;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Module;

/// <summary>The module over a real database, with Security's answers told by <see cref="Town"/>.</summary>
internal sealed class DataSharingHost : IAsyncDisposable
{
    public const string ThreeRows =
        "code,name,level,parent_code\n610000,陕西省,1,\n610400,咸阳市,2,610000\n610402,秦都区,3,610400\n";

    private DataSharingHost(ModuleHost host) => Host = host;

    public ModuleHost Host { get; }

    public static async Task<DataSharingHost> StartAsync(DatabaseKind kind) =>
        new(
            await ModuleHost.StartAsync(
                kind,
                [new RegulationModule(), new DataSharingModule()],
                services =>
                {
                    services.AddScoped<IRequestHandler<UnitOf, UnitProfile?>, Town.UnitOfHandler>();
                    services.AddScoped<
                        IRequestHandler<AccountsOf, IReadOnlyList<AccountProfile>>,
                        Town.AccountsOfHandler
                    >();
                }
            )
        );

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public Task<Result<Receipt>> SendAs(Actor actor, ICommand command, string? key = null) =>
        Host.SendAs(actor, command, key);

    public async Task<Receipt> AcceptedAs(Actor actor, ICommand command, string? key = null)
    {
        var result = await Host.SendAs(actor, command, key);
        result.ShouldBeAccepted();
        return result.Value;
    }

    public Task<Result<T>> AskAs<T>(Actor actor, IQuery<T> query) => Host.AskAs(actor, query);

    public async Task<T> ToldAs<T>(Actor actor, IQuery<T> query)
    {
        var result = await Host.AskAs(actor, query);
        result.ShouldBeAccepted();
        return result.Value;
    }

    public async Task<Receipt> InDraftAsync(ResourceSheet? sheet = null) =>
        await AcceptedAs(Town.Provider, new RegisterResource(sheet ?? Sharing.Divisions()));

    public async Task<Receipt> PublishedAsync(ResourceSheet? sheet = null)
    {
        var draft = await InDraftAsync(sheet);
        return await AcceptedAs(Town.Provider, new PublishResource(new(draft.Id), draft.Version));
    }

    /// <summary>A published resource with one version of data.</summary>
    public async Task<Receipt> WithDataAsync(ResourceSheet? sheet = null, string csv = ThreeRows) =>
        await AcceptedAs(Town.Provider, Uploading(await PublishedAsync(sheet), csv));

    public static UploadData Uploading(Receipt at, string csv, DateOnly? dataAsOf = null) =>
        Uploading(at, Encoding.UTF8.GetBytes(csv), dataAsOf);

    public static UploadData Uploading(Receipt at, byte[] content, DateOnly? dataAsOf = null) =>
        new(new(at.Id), dataAsOf ?? Sharing.Today, "divisions.csv", new MemoryStream(content), at.Version);

    public async Task<Receipt> SignedAsync(Actor? demander = null, AgreementTerms? terms = null)
    {
        var proposed = await AcceptedAs(demander ?? Town.Demander, new ProposeAgreement(terms ?? Sharing.Terms()));
        return await AcceptedAs(Town.BureauClerk, new SignAgreement(new(proposed.Id), proposed.Version));
    }

    public async Task<Receipt> RequestedAsync(
        Receipt resource,
        Actor? demander = null,
        GrantTerms? terms = null,
        AgreementTerms? agreed = null
    ) =>
        await AcceptedAs(
            demander ?? Town.Demander,
            new RequestGrant(
                new(resource.Id),
                new AgreementId((await SignedAsync(demander, agreed)).Id),
                terms ?? Sharing.Wanted()
            )
        );

    public static BeginRetrieval Beginning(
        Receipt resource,
        Receipt grant,
        Purpose? purpose = Purpose.DataVerification,
        Channel channel = Channel.OnlineQuery,
        string? after = null,
        int? limit = null
    ) => new(new(resource.Id), new(grant.Id), purpose, channel, after, limit);

    /// <summary>Begins a retrieval and writes its answer to a connection, as the endpoint does.</summary>
    public async Task<DefaultHttpContext> RetrievedAs(Actor actor, BeginRetrieval begin, Stream? body = null)
    {
        await using var scope = Host.ScopeOf(actor);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var begun = await mediator.Send(begin, TestContext.Current.CancellationToken);
        begun.ShouldBeAccepted();
        IResult answer =
            begin.Channel == Channel.BatchDownload
                ? new RowsCsv(begun.Value, mediator)
                : new RowsPage(begun.Value, mediator);
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Response.Body = body ?? new MemoryStream();
        await answer.ExecuteAsync(http);
        return http;
    }

    public static string TextOf(DefaultHttpContext http) =>
        Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());

    /// <summary>How many rows the module holds, audit entries apart.</summary>
    public Task<int> RowsAsync() =>
        Host.InDatabaseAsync<DataSharingDb, int>(async database =>
            await database.Resources.IgnoreAutoIncludes().CountAsync()
            + await database.Agreements.CountAsync()
            + await database.Grants.IgnoreAutoIncludes().CountAsync()
            + await database.Retrievals.CountAsync()
            + await database.Set<DataVersion>().CountAsync()
            + await database.Set<ProviderNotice>().CountAsync()
            + await database.Set<ResourceRow>().CountAsync()
            + await database.OutboxMessages.CountAsync()
            + await database.AcceptedRequests.CountAsync()
        );

    /// <summary>The notices that wait to be filed in inboxes, the first one first.</summary>
    public Task<List<NoticeRaised>> RaisedAsync() =>
        Host.InDatabaseAsync<DataSharingDb, List<NoticeRaised>>(async database =>
        {
            var waiting = await database
                .OutboxMessages.Where(message => message.Name == "regulation.notice-raised.v1")
                .OrderBy(message => message.Sequence)
                .Select(message => message.Payload)
                .ToListAsync();
            return [.. waiting.Select(payload => JsonSerializer.Deserialize<NoticeRaised>(payload, Json.Options)!)];
        });

    /// <summary>The content of every audit entry of an object, the first one first.</summary>
    public Task<List<string>> EntriesOfAsync(string type, Guid id) =>
        Host.InDatabaseAsync<DataSharingDb, List<string>>(database =>
            database
                .AuditEntries.Where(entry => entry.ObjectType == type && entry.ObjectId == id.ToString())
                .OrderBy(entry => entry.Number)
                .Select(entry => entry.Content)
                .ToListAsync()
        );

    public Task<int> EntriesAsync() =>
        Host.InDatabaseAsync<DataSharingDb, int>(database => database.AuditEntries.CountAsync());
}
