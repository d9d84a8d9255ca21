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
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Operations.Application.Faults;
using SmartCity.Modules.Operations.Application.Maintenance;
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Application.Warranties;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Operations.Infrastructure;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Module;

/// <summary>The module over a real database, with the other modules' answers told by <see cref="Town"/>.</summary>
internal sealed class OperationsHost : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly AcceptanceId Acceptance = new(Ids.Next());

    private OperationsHost(ModuleHost host, Town.Acceptances acceptances) => (Host, Acceptances) = (host, acceptances);

    public ModuleHost Host { get; }

    public Town.Acceptances Acceptances { get; }

    public static async Task<OperationsHost> StartAsync(DatabaseKind kind)
    {
        var acceptances = new Town.Acceptances();
        return new(
            await ModuleHost.StartAsync(
                kind,
                [new RegulationModule(), new OperationsModule()],
                services =>
                {
                    services.AddSingleton(acceptances);
                    services.AddScoped<IRequestHandler<UnitOf, UnitProfile?>, Town.UnitOfHandler>();
                    services.AddScoped<IRequestHandler<ProjectOf, ProjectProfile?>, Town.ProjectOfHandler>();
                    services.AddScoped<IRequestHandler<AcceptanceOf, AcceptanceProfile?>, Town.AcceptanceOfHandler>();
                    services.AddScoped<
                        IRequestHandler<ContractsOf, IReadOnlyList<ContractProfile>>,
                        Town.ContractsOfHandler
                    >();
                }
            ),
            acceptances
        );
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

    /// <summary>Delivers an event as if another module had announced it.</summary>
    /// <returns>How the module settled it.</returns>
    public async Task<InboxMessage> HearAsync(IIntegrationEvent integrationEvent, Guid? id = null)
    {
        var message = id ?? Ids.Next();
        await Host.InDatabaseAsync<OperationsDb, int>(database =>
        {
            database.OutboxMessages.Add(
                new()
                {
                    Id = message,
                    Name = EventNameAttribute.Of(integrationEvent.GetType()),
                    Aggregate = "another module's",
                    Payload = JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), Json.Options),
                    CausedBy = Ids.Next(),
                    OccurredAt = Host.Time.GetUtcNow(),
                    NextAttemptAt = Host.Time.GetUtcNow(),
                }
            );
            return database.SaveChangesAsync();
        });
        await Host.DeliverAllAsync();
        return await Host.InDatabaseAsync<OperationsDb, InboxMessage>(database =>
            database.InboxMessages.SingleAsync(row => row.MessageId == message)
        );
    }

    public static AcceptancePassed Passed(ProjectProfile project, int round = 1, DateOnly? on = null) =>
        new(
            Acceptance,
            project.Declaration.Value,
            project.ProjectName,
            project.IsService,
            project.LeadUnit,
            project.ParticipatingUnits,
            round,
            $"验〔2026〕{round}号",
            on ?? Town.PassedOn
        );

    public static AcceptanceRevoked Revoked(ProjectProfile project) =>
        new(Acceptance, project.Declaration.Value, "验收材料不实。", new(2026, 6, 1));

    public async Task<WarrantyId> AWarrantyAsync()
    {
        await HearAsync(Passed(Town.Works));
        var page = await AskAs(Town.OfficeClerk, new ListWarranties(Contractor: Town.Builder.Id));
        return page.Value.Items.ShouldHaveSingleItem().Id;
    }

    public static ReportFault Fault(WarrantyId warranty) =>
        new(warranty, "不能发送", "短信滞留。", FaultSeverity.Major, Today, ClaimsCover: true);

    public async Task<(FaultReportId Id, long Version)> AFaultAsync()
    {
        var reported = await AcceptedAs(Town.HospitalClerk, Fault(await AWarrantyAsync()));
        return (new(reported.Id), reported.Version);
    }

    public static OpenCase Case(CaseArticle article = CaseArticle.Article43, bool isSerious = true) =>
        new(
            article == CaseArticle.Article43 ? Town.Builder.Id : Town.Hospital.Id,
            article,
            "停用备份",
            "停用三十日。",
            Town.Works.Declaration,
            isSerious,
            false,
            Money.FromYuan(36_000)
        );

    public async Task<(ViolationCaseId Id, long Version)> ACaseAsync(
        CaseArticle article = CaseArticle.Article43,
        bool isSerious = true
    )
    {
        var opened = await AcceptedAs(Town.OfficeClerk, Case(article, isSerious));
        return (new(opened.Id), opened.Version);
    }

    public static RequestMaintenance Maintenance(ProjectProfile project) =>
        new(
            project.Declaration,
            Town.Upkeep.Declaration,
            2026,
            Money.FromYuan(260_000),
            new("某公司", "某银行", "102600000000"),
            "年度运维。"
        );

    public async Task<MaintenanceRequestId> AMaintenanceRequestAsync() =>
        new((await AcceptedAs(Town.HospitalClerk, Maintenance(Town.Works))).Id);

    public static PaymentConfirmed Confirmed(MaintenanceRequestId? request) =>
        new(
            new(Ids.Next()),
            Town.Upkeep.Declaration,
            request is null ? "ContractPayment" : "Maintenance",
            null,
            request?.Value,
            26_000_000,
            "回单1",
            Today
        );

    public static PaymentDeclined Declined(MaintenanceRequestId? request) =>
        new(new(Ids.Next()), Town.Upkeep.Declaration, request?.Value, "超出预算。", Today);

    /// <summary>How many rows the module holds, audit entries and inbox apart.</summary>
    public Task<int> RowsAsync() =>
        Host.InDatabaseAsync<OperationsDb, int>(async database =>
            await database.Warranties.IgnoreAutoIncludes().CountAsync()
            + await database.FaultReports.IgnoreAutoIncludes().CountAsync()
            + await database.ViolationCases.IgnoreAutoIncludes().CountAsync()
            + await database.MaintenanceRequests.CountAsync()
            + await database.OutboxMessages.CountAsync()
            + await database.AcceptedRequests.CountAsync()
        );

    public Task<int> EntriesAsync() =>
        Host.InDatabaseAsync<OperationsDb, int>(database => database.AuditEntries.CountAsync());

    public Task<List<string>> AnnouncedAsync() =>
        Host.InDatabaseAsync<OperationsDb, List<string>>(database =>
            database.OutboxMessages.OrderBy(message => message.Sequence).Select(message => message.Name).ToListAsync()
        );
}
