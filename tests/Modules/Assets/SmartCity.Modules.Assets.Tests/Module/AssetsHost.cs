using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Assets.Application.Counting;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Assets.Infrastructure;
using SmartCity.Modules.Assets.Tests.Given;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation;
using SmartCity.Regulation.Notices;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Module;

/// <summary>The module over a real database, with the other modules' answers told by <see cref="Town"/>.</summary>
internal sealed class AssetsHost : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    private AssetsHost(ModuleHost host, Town.Projects projects) => (Host, Projects) = (host, projects);

    public ModuleHost Host { get; }

    public Town.Projects Projects { get; }

    public static async Task<AssetsHost> StartAsync(DatabaseKind kind)
    {
        var projects = new Town.Projects();
        var host = await ModuleHost.StartAsync(
            kind,
            [new RegulationModule(), new AssetsModule()],
            services =>
            {
                services.AddSingleton(projects);
                services.AddScoped<IRequestHandler<UnitOf, UnitProfile?>, Town.UnitOfHandler>();
                services.AddScoped<
                    IRequestHandler<AccountsOf, IReadOnlyList<AccountProfile>>,
                    Town.AccountsOfHandler
                >();
                services.AddScoped<
                    IRequestHandler<ContractsOf, IReadOnlyList<ContractProfile>>,
                    Town.ContractsOfHandler
                >();
                services.AddScoped<IRequestHandler<AcceptanceOf, AcceptanceProfile?>, Town.AcceptanceOfHandler>();
            }
        );
        return new(host, projects);
    }

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

    /// <summary>Another module's event arrives, as its outbox would bring it.</summary>
    public async Task HearAsync(IIntegrationEvent integrationEvent)
    {
        await Host.InDatabaseAsync<AssetsDb, int>(async database =>
        {
            database.OutboxMessages.Add(
                new()
                {
                    Id = Ids.Next(),
                    Name = EventNameAttribute.Of(integrationEvent.GetType()),
                    Aggregate = "acceptance",
                    Payload = JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), Json.Options),
                    CausedBy = Ids.Next(),
                    OccurredAt = Host.Time.GetUtcNow(),
                    NextAttemptAt = Host.Time.GetUtcNow(),
                }
            );
            return await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await Host.DeliverAllAsync();
    }

    /// <summary>A project passes its acceptance, and its registration opens.</summary>
    public async Task<AssetRegistrationId> OpenAsync(AProject project)
    {
        if (!Projects.Contracts.Contains(project.Contract))
        {
            Projects.Contracts.Add(project.Contract);
            Projects.Acceptances.Add(project.Profile());
        }

        await HearAsync(project.Passed());
        var list = await AskAs(Town.OfficeClerk, new ListRegistrations(Declaration: new(project.Declaration)));
        return list.Value.Items[0].Id;
    }

    /// <summary>All that the project leaves is on two cards.</summary>
    public async Task<(AssetRegistrationId Registration, CardStep Servers, CardStep Licence)> CompleteAsync(
        AProject project
    )
    {
        var registration = await OpenAsync(project);
        var servers = await AcceptedAs(Town.HospitalClerk, Servers(registration, project), $"{registration.Value:N}1");
        var licence = await AcceptedAs(Town.HospitalClerk, Licence(registration, project), $"{registration.Value:N}2");
        return (registration, CardStep.Of(servers), CardStep.Of(licence));
    }

    public static RegisterCard Servers(AssetRegistrationId registration, AProject project) =>
        new(
            registration,
            project.Contract.Contract,
            1,
            "影像服务器",
            FinanceCategory.Equipment,
            Money.FromYuan(300_000),
            3,
            "一号机房",
            Town.AccountOf(Town.HospitalKeeper),
            Today
        );

    public static RegisterCard Licence(AssetRegistrationId registration, AProject project) =>
        Servers(registration, project) with
        {
            LineNumber = 2,
            Name = "数据库许可",
            Category = FinanceCategory.IntangibleAssets,
            Value = Money.FromFen(20_000_001),
            Quantity = 1,
        };

    public static ProposeHandOver ToTheClerk(CardStep card) =>
        new(
            card.Id,
            Town.AccountOf(Town.HospitalKeeper),
            Town.AccountOf(Town.HospitalClerk),
            "二号机房",
            "机房搬迁",
            card.Version
        );

    /// <summary>An inventory of the hospital's ledger that is being counted.</summary>
    public async Task<InventoryStep> CountingAsync()
    {
        var planned = InventoryStep.Of(
            await AcceptedAs(Town.HospitalClerk, new PlanInventory("年度清查", Today), "plan")
        );
        return InventoryStep.Of(await AcceptedAs(Town.HospitalClerk, new StartCounting(planned.Id, planned.Version)));
    }

    public static RecordCount Seen(InventoryStep at, CardStep card, string location) =>
        new(at.Id, card.Id, null, true, location, null);

    /// <summary>How many rows the module holds, audit entries apart.</summary>
    public Task<int> RowsAsync() =>
        Host.InDatabaseAsync<AssetsDb, int>(async database =>
            await database.Registrations.IgnoreAutoIncludes().CountAsync()
            + await database.Cards.IgnoreAutoIncludes().CountAsync()
            + await database.Campaigns.IgnoreAutoIncludes().CountAsync()
            + await database.Set<HandOver>().CountAsync()
            + await database.Set<CountRecord>().CountAsync()
            + await database.Set<Variance>().CountAsync()
            + await database.OutboxMessages.CountAsync()
            + await database.AcceptedRequests.CountAsync()
        );

    public Task<int> EntriesAsync() =>
        Host.InDatabaseAsync<AssetsDb, int>(database => database.AuditEntries.CountAsync());

    /// <summary>What this module has told the others.</summary>
    public Task<List<string>> AnnouncedAsync() =>
        Host.InDatabaseAsync<AssetsDb, List<string>>(database =>
            database
                .OutboxMessages.Where(message => message.Name.StartsWith("assets."))
                .OrderBy(message => message.Sequence)
                .Select(message => message.Name)
                .ToListAsync()
        );

    /// <summary>The notices of acts that the module raised; those of clocks are left out.</summary>
    public Task<List<NoticeRaised>> NoticesAsync() =>
        Host.InDatabaseAsync<AssetsDb, List<NoticeRaised>>(async database =>
            [
                .. (
                    await database
                        .OutboxMessages.Where(message => message.Name == "regulation.notice-raised.v1")
                        .OrderBy(message => message.Sequence)
                        .Select(message => message.Payload)
                        .ToListAsync()
                )
                    .Select(payload => JsonSerializer.Deserialize<NoticeRaised>(payload, Json.Options)!)
                    .Where(notice => notice.Clock is null),
            ]
        );

    /// <summary>What became of the events heard.</summary>
    public Task<List<string?>> HeardAsync() =>
        Host.InDatabaseAsync<AssetsDb, List<string?>>(database =>
            database
                .InboxMessages.OrderBy(message => message.MessageId)
                .Select(message => message.Reasons)
                .ToListAsync()
        );
}

/// <summary>Where a card stands: its id and the version that the last act left.</summary>
internal sealed record CardStep(AssetCardId Id, long Version)
{
    public static CardStep Of(Receipt receipt) => new(new(receipt.Id), receipt.Version);
}

/// <summary>Where an inventory stands: its id and the version that the last act left.</summary>
internal sealed record InventoryStep(InventoryCampaignId Id, long Version)
{
    public static InventoryStep Of(Receipt receipt) => new(new(receipt.Id), receipt.Version);
}
