using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Construction.Infrastructure;
using SmartCity.Regulation;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

/// <summary>The module over a real database, as the counties use it; county projects ask no other module.</summary>
internal sealed class CountyHost : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    private CountyHost(ModuleHost host) => Host = host;

    public ModuleHost Host { get; }

    public static async Task<CountyHost> StartAsync(DatabaseKind kind) =>
        new(await ModuleHost.StartAsync(kind, [new RegulationModule(), new ConstructionModule()]));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public Task<Result<Receipt>> SendAs(Actor actor, ICommand command, string? key = null) =>
        Host.SendAs(actor, command, key);

    public async Task<CountyStep> AcceptedAs(Actor actor, ICommand command, string? key = null)
    {
        var result = await Host.SendAs(actor, command, key);
        result.ShouldBeAccepted();
        return new(new(result.Value.Id), result.Value.Version);
    }

    public Task<Result<T>> AskAs<T>(Actor actor, IQuery<T> query) => Host.AskAs(actor, query);

    public Task<CountyStep> RegisteredAsync(Money? total = null, Actor? clerk = null) =>
        AcceptedAs(clerk ?? Counties.SanyuanClerk, Registering(total ?? ACountyProject.OneFenAbove));

    public async Task<CountyStep> SubmittedAsync() =>
        await AcceptedAs(Counties.SanyuanClerk, Submitting(await RegisteredAsync()));

    public static RegisterCountyProject Registering(Money total, CountyBudgetLine? budget = null) =>
        new(
            "智慧社区平台",
            CountyProjectKind.ApplicationSystem,
            "三原县民政局",
            total,
            budget ?? ACountyProject.InTheBudget
        );

    public static AmendCountyProject Amending(CountyStep at) =>
        new(at.Id, ACountyProject.Threshold, ACountyProject.InTheBudget, at.Version);

    public static RecordCountyTender Tendering(CountyStep at) =>
        new(
            at.Id,
            CountyTenderMethod.InvitedTender,
            "三采邀〔2026〕2号",
            Today,
            "某信息技术公司",
            "91350100M000100Y43",
            Money.FromYuan(980_000),
            at.Version
        );

    public static SubmitCountyFiling Submitting(CountyStep at) =>
        new(at.Id, "智慧社区平台实施方案", "三信办〔2026〕19号", Today, "建设社区服务平台一套。", at.Version);

    public static FileImplementationPlan Filing(CountyStep at, string receipt = "咸信备〔2026〕7号") =>
        new(at.Id, receipt, at.Version);

    public static ReturnFilingIncomplete Returning(CountyStep at) => new(at.Id, "缺预算批复。", at.Version);

    public static StartCountyConstruction Starting(CountyStep at) => new(at.Id, Today, at.Version);

    /// <summary>How many rows the county projects hold, and how many messages and keys the module does.</summary>
    public Task<int> RowsAsync() =>
        Host.InDatabaseAsync<ConstructionDb, int>(async database =>
            await database.CountyProjects.IgnoreAutoIncludes().CountAsync()
            + await database.Set<CountyTender>().CountAsync()
            + await database.Set<CountyFiling>().CountAsync()
            + await database.OutboxMessages.CountAsync()
            + await database.AcceptedRequests.CountAsync()
        );

    public Task<int> EntriesAsync() =>
        Host.InDatabaseAsync<ConstructionDb, int>(database => database.AuditEntries.CountAsync());
}

/// <summary>Where a county project stands: its id and the version that the last act left.</summary>
internal sealed record CountyStep(CountyProjectId Id, long Version);
