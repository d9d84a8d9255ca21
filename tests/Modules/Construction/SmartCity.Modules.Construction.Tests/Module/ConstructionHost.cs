using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Application.Contracting;
using SmartCity.Modules.Construction.Application.Registering;
using SmartCity.Modules.Construction.Application.Tendering;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Construction.Infrastructure;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation;
using SmartCity.Regulation.Notices;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Module;

/// <summary>The module over a real database, with the answers of Security and Approval told by <see cref="Town"/>.</summary>
internal sealed class ConstructionHost : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    private ConstructionHost(ModuleHost host, Town.Departures departures) => (Host, Departures) = (host, departures);

    public ModuleHost Host { get; }

    public Town.Departures Departures { get; }

    public static async Task<ConstructionHost> StartAsync(DatabaseKind kind)
    {
        var departures = new Town.Departures();
        var host = await ModuleHost.StartAsync(
            kind,
            [new RegulationModule(), new ConstructionModule()],
            services =>
            {
                services.AddSingleton(departures);
                services.AddScoped<IRequestHandler<UnitOf, UnitProfile?>, Town.UnitOfHandler>();
                services.AddScoped<IRequestHandler<ProjectOf, ProjectProfile?>, Projects.ProjectOfHandler>();
                services.AddScoped<
                    IRequestHandler<AccountsOf, IReadOnlyList<AccountProfile>>,
                    Town.AccountsOfHandler
                >();
                services.AddScoped<IRequestHandler<PostsOf, IReadOnlyList<PostProfile>>, Town.PostsOfHandler>();
            }
        );
        return new(host, departures);
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

    public async Task<GetBuilding.BuildingDetail> DetailAsync(BuildingId building) =>
        (await AskAs(Town.OfficeClerk, new GetBuilding(building))).Value;

    /// <summary>A recognised kind of certificate that application systems demand.</summary>
    public async Task<Receipt> AKindAsync(ProjectKind demandedFor = ProjectKind.ApplicationSystem) =>
        await AcceptedAs(
            Town.OfficeClerk,
            new RegisterCertificateKind("XXJC", "信息系统集成资质", [demandedFor], "依据文件", new(2018, 1, 8), null)
        );

    public async Task<ContractorId> AContractorAsync(UnitProfile unit) =>
        new((await AcceptedAs(Town.OfficeClerk, new RegisterContractor(unit.Id))).Id);

    public static AddCertificate ACertificate(ContractorId contractor, DateOnly until, long version = 1) =>
        new(
            contractor,
            "XXJC",
            "证书1号",
            "省信息化主管部门",
            IssuerLevel.Provincial,
            "二级",
            new(2020, 1, 1),
            until,
            "原件已核对",
            version
        );

    public static OpenTender Tender(ProjectProfile project) =>
        new(
            project.Declaration,
            ProcurementMethod.PublicTender,
            "咸阳市公共资源交易平台",
            "XYZC-2026-0100",
            Today.AddDays(-20),
            Today,
            Money.FromFen(project.ReviewedBudgetFen)
        );

    public async Task<Step> TenderingAsync(ProjectProfile? project = null) =>
        Step.Of(await AcceptedAs(Town.HospitalClerk, Tender(project ?? Projects.Imaging)));

    public async Task<Step> WithBidAsync(ProjectProfile? project = null, long yuan = 900_000)
    {
        var tendering = await TenderingAsync(project);
        var contractor = await AContractorAsync(Town.Builder);
        return Step.Of(await AcceptedAs(Town.HospitalClerk, Bid(tendering, contractor, yuan)));
    }

    public async Task<Step> AwardedAsync(ProjectProfile? project = null, long yuan = 900_000)
    {
        var at = await WithBidAsync(project, yuan);
        var bid = (await DetailAsync(at.Id)).Bids[0].Id;
        return Step.Of(await AcceptedAs(Town.HospitalClerk, Award(at, bid)));
    }

    public async Task<Step> ContractedAsync() =>
        Step.Of(await AcceptedAs(Town.HospitalClerk, Contract(await AwardedAsync())));

    public async Task<Step> WithGroupAsync()
    {
        var at = await ContractedAsync();
        at = Step.Of(
            await AcceptedAs(Town.OfficeClerk, new AssignExpert(at.Id, Town.AccountOf(Town.Expert), at.Version))
        );
        return Step.Of(await AcceptedAs(Town.HospitalClerk, Group(at)));
    }

    public async Task<Step> UnderConstructionAsync()
    {
        var at = await WithGroupAsync();
        return Step.Of(await AcceptedAs(Town.HospitalClerk, new StartConstruction(at.Id, Today, at.Version)));
    }

    public static RecordBid Bid(Step at, ContractorId contractor, long yuan = 900_000) =>
        new(at.Id, contractor, Money.FromYuan(yuan), Today);

    public static AwardBid Award(Step at, BidId bid) => new(at.Id, bid, "中标1号", Today, at.Version);

    public static SignContract Contract(Step at) =>
        new(
            at.Id,
            "合同1号",
            Today,
            ContractForm.Purchase,
            null,
            [
                new("服务器", ContractLineClass.FixedAsset, 3, "台", Money.FromYuan(300_000)),
                new("影像软件", ContractLineClass.IntangibleAsset, 1, "套", Money.FromYuan(500_000)),
                new("培训", ContractLineClass.Expense, 1, "项", Money.FromYuan(100_000)),
            ],
            Money.FromYuan(45_000),
            new(36, StartsAtAcceptance: true),
            new(Town.Builder.Name, "某银行", "6100001"),
            at.Version
        );

    public static SetUpWorkingGroup Group(Step at, Actor? leader = null) =>
        new(
            at.Id,
            Town.AccountOf(leader ?? Town.HospitalDirector),
            [
                new(Town.AccountOf(Town.HospitalDoctor), MemberRole.Business),
                new(Town.AccountOf(Town.HospitalEngineer), MemberRole.Technical),
            ],
            at.Version
        );

    /// <summary>Lets the module hear that Approval announced this, with the given id of the message.</summary>
    public Task HearAsync(DeclarationCancelled cancelled) => HearAsync(cancelled, cancelled.Declaration);

    public Task HearAsync(ProjectTakenOver taken) => HearAsync(taken, taken.Declaration);

    /// <summary>Somebody leaves today, and the module hears of it.</summary>
    public Task LeaveAsync(Actor person)
    {
        Departures.Gone.Add(person);
        return HearAsync(
            new PersonLeft(Town.AccountOf(person), new(person.Unit), person.Name, Today),
            new DeclarationId(person.Account)
        );
    }

    /// <summary>The notices that the module raised, in their order: to whom, and of which object.</summary>
    public Task<List<NoticeRaised>> NoticesAsync() =>
        Host.InDatabaseAsync<ConstructionDb, List<NoticeRaised>>(async database =>
            [
                .. (
                    await database
                        .OutboxMessages.Where(message => message.Name == "regulation.notice-raised.v1")
                        .OrderBy(message => message.Sequence)
                        .Select(message => message.Payload)
                        .ToListAsync()
                ).Select(payload => JsonSerializer.Deserialize<NoticeRaised>(payload, Json.Options)!),
            ]
        );

    private async Task HearAsync<TEvent>(TEvent told, DeclarationId declaration)
        where TEvent : IIntegrationEvent
    {
        await Host.InDatabaseAsync<ConstructionDb, int>(database =>
        {
            database.OutboxMessages.Add(
                new()
                {
                    Id = Ids.Next(),
                    Name = EventNameAttribute.Of(typeof(TEvent)),
                    Aggregate = declaration.Value.ToString(),
                    Payload = JsonSerializer.Serialize(told, Json.Options),
                    CausedBy = Ids.Next(),
                    OccurredAt = Host.Time.GetUtcNow(),
                    NextAttemptAt = Host.Time.GetUtcNow(),
                }
            );
            return database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await Host.DeliverAllAsync();
    }

    public Task<List<(InboxOutcome Outcome, string? Reasons)>> HeardAsync() =>
        Host.InDatabaseAsync<ConstructionDb, List<(InboxOutcome, string?)>>(async database =>
            [
                .. (await database.InboxMessages.OrderBy(row => row.MessageId).ToListAsync()).Select(row =>
                    (row.Outcome, row.Reasons)
                ),
            ]
        );

    /// <summary>How many rows the module holds, audit entries apart.</summary>
    public Task<int> RowsAsync() =>
        Host.InDatabaseAsync<ConstructionDb, int>(async database =>
            await database.Buildings.IgnoreAutoIncludes().CountAsync()
            + await database.Contractors.IgnoreAutoIncludes().CountAsync()
            + await database.CertificateKinds.IgnoreAutoIncludes().CountAsync()
            + await database.OutboxMessages.CountAsync()
            + await database.AcceptedRequests.CountAsync()
            + await database.Set<Bid>().CountAsync()
            + await database.Set<Award>().CountAsync()
            + await database.Set<Contract>().IgnoreAutoIncludes().CountAsync()
            + await database.Set<WorkingGroup>().IgnoreAutoIncludes().CountAsync()
        );

    public Task<int> EntriesAsync() =>
        Host.InDatabaseAsync<ConstructionDb, int>(database => database.AuditEntries.CountAsync());

    public Task<List<string>> AnnouncedAsync() =>
        Host.InDatabaseAsync<ConstructionDb, List<string>>(database =>
            database
                .OutboxMessages.Where(message => message.Name.StartsWith("construction."))
                .OrderBy(message => message.Sequence)
                .Select(message => message.Name)
                .ToListAsync()
        );
}

/// <summary>Where a building stands: its id and the version that the last act left.</summary>
internal sealed record Step(BuildingId Id, long Version)
{
    public static Step Of(Receipt receipt) => new(new(receipt.Id), receipt.Version);
}
