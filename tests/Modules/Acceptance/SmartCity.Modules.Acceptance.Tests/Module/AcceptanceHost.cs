using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Application.Accepting;
using SmartCity.Modules.Acceptance.Application.Evaluating;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Application.Using;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Infrastructure;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Module;

/// <summary>The module over a real database, with Security's answers told by <see cref="Town"/>.</summary>
internal sealed class AcceptanceHost : IAsyncDisposable
{
    public static readonly DateOnly Start = new(2026, 3, 2);

    private AcceptanceHost(ModuleHost host) => Host = host;

    public ModuleHost Host { get; }

    public DateOnly Today { get; private set; } = Start;

    public static async Task<AcceptanceHost> StartAsync(DatabaseKind kind) =>
        new(
            await ModuleHost.StartAsync(
                kind,
                [new RegulationModule(), new AcceptanceModule()],
                services =>
                {
                    services.AddScoped<IRequestHandler<UnitOf, UnitProfile?>, Town.UnitOfHandler>();
                    services.AddScoped<
                        IRequestHandler<TakeOverOf, TakeOverProfile?>,
                        ARunningProject.TakeOverOfHandler
                    >();
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

    public async Task<Step> AcceptedAs(Actor actor, ICommand command, string? key = null)
    {
        var result = await Host.SendAs(actor, command, key);
        result.ShouldBeAccepted();
        return new(new(result.Value.Id), result.Value.Version);
    }

    public Task<Result<T>> AskAs<T>(Actor actor, IQuery<T> query) => Host.AskAs(actor, query);

    public async Task<GetAcceptance.AcceptanceDetail> DetailAsync(Step at) =>
        (await AskAs(Town.OfficeClerk, new GetAcceptance(at.Id))).Value;

    /// <summary>Lets the calendar go on to this day.</summary>
    public void GoTo(DateOnly day)
    {
        Host.Time.Advance(TimeSpan.FromDays(day.DayNumber - Today.DayNumber));
        Today = day;
    }

    /// <summary>Construction tells that the project is built, as its outbox does.</summary>
    public async Task TellBuiltAsync(ProjectBuilt built, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            await Host.InDatabaseAsync<AcceptanceDb, int>(database =>
            {
                database.OutboxMessages.Add(
                    new()
                    {
                        Id = Ids.Next(),
                        Name = "construction.project-built.v1",
                        Aggregate = built.Building.Value.ToString(),
                        Payload = JsonSerializer.Serialize(built, Json.Options),
                        CausedBy = Ids.Next(),
                        OccurredAt = Host.Time.GetUtcNow(),
                        NextAttemptAt = Host.Time.GetUtcNow(),
                    }
                );
                return database.SaveChangesAsync(TestContext.Current.CancellationToken);
            });
        }

        await Host.DeliverAllAsync();
    }

    public async Task<Step> BuiltAsync(bool isService = false, string name = "区域影像共享平台")
    {
        var built = ABuiltProject(isService, name);
        await TellBuiltAsync(built);
        var lines = (await AskAs(Town.OfficeClerk, new ListAcceptances(Declaration: new(built.Declaration)))).Value;
        return new(lines.Items.ShouldHaveSingleItem().Id, 1);
    }

    public async Task<Step> TestedAsync()
    {
        var built = await BuiltAsync();
        return await AcceptedAs(
            Town.HospitalClerk,
            new RecordSystemTest(built.Id, AnAcceptance.ATest(), built.Version)
        );
    }

    public async Task<Step> OnTrialAsync()
    {
        var tested = await TestedAsync();
        return await AcceptedAs(
            Town.OfficeClerk,
            new PermitTrial(tested.Id, "试〔2026〕1号", Start, new(2026, 12, 31), tested.Version)
        );
    }

    public async Task<Step> TrialPassedAsync()
    {
        var trial = await OnTrialAsync();
        GoTo(AnAcceptance.TrialEnd);
        var logged = await AcceptedAs(
            Town.HospitalClerk,
            new LogTrial(trial.Id, AnAcceptance.AnEntry(Start, AnAcceptance.TrialEnd)),
            "log"
        );
        return await AcceptedAs(
            Town.HospitalClerk,
            new FinishTrial(logged.Id, AnAcceptance.TrialEnd, "试报〔2026〕1号", true, logged.Version)
        );
    }

    public Task<Step> AppliedAsync(Step at) =>
        AcceptedAs(Town.HospitalClerk, new ApplyForAcceptance(at.Id, AnAcceptance.ABasis(), at.Version));

    public Task<Step> SeatedAsync(Step at) => AcceptedAs(Town.OfficeClerk, Panel(at));

    public Task<Step> EvaluatedAsync(Step at, bool passed) =>
        AcceptedAs(
            Town.OfficeClerk,
            new RecordSecurityEvaluation(at.Id, AnAcceptance.AnEvaluation(passed), at.Version)
        );

    public Task<Step> ConcludedAsync(Step at, bool passed) =>
        AcceptedAs(Town.OfficeClerk, Conclusion(at, AnAcceptance.AConclusion(passed)));

    public async Task<Step> PassedAsync() =>
        await ConcludedAsync(
            await EvaluatedAsync(await SeatedAsync(await AppliedAsync(await TrialPassedAsync())), true),
            true
        );

    public async Task<Step> InUseAsync()
    {
        var passed = await PassedAsync();
        return await AcceptedAs(Town.HospitalClerk, new PutProjectIntoUse(passed.Id, Today, passed.Version));
    }

    public async Task<Step> PostEvaluatedAsync()
    {
        var inUse = await InUseAsync();
        GoTo(AnAcceptance.YearLater);
        return await AcceptedAs(
            Town.OfficeClerk,
            new ConcludePostEvaluation(inUse.Id, AnAcceptance.AResult(Today), inUse.Version)
        );
    }

    public FormAcceptancePanel Panel(Step at, Actor? expert = null, UnitId? department = null) =>
        new(
            at.Id,
            [Town.AccountOf(expert ?? Town.Experts[0])],
            [department ?? Town.Planning.Id],
            Today,
            "第一会议室",
            at.Version
        );

    public ConcludeAcceptance Conclusion(Step at, ConclusionText text, Actor? decisionMaker = null) =>
        new(at.Id, text with { DecidedOn = Today }, Town.AccountOf(decisionMaker ?? Town.OfficeDirector), at.Version);

    public static ProjectBuilt ABuiltProject(bool isService = false, string name = "区域影像共享平台") =>
        new(
            new(Ids.Next()),
            Ids.Next(),
            name,
            isService ? "Maintenance" : "ApplicationSystem",
            isService,
            Town.Hospital.Id.Value,
            [Town.HealthCommission.Id.Value],
            [Town.Enterprise.Id.Value],
            Start
        );

    /// <summary>How many rows the module holds, audit entries apart.</summary>
    public Task<int> RowsAsync() =>
        Host.InDatabaseAsync<AcceptanceDb, int>(async database =>
            await database.Acceptances.IgnoreAutoIncludes().CountAsync()
            + await database.OutboxMessages.CountAsync()
            + await database.AcceptedRequests.CountAsync()
            + await database.Set<SystemTest>().CountAsync()
            + await database.Set<TrialRun>().IgnoreAutoIncludes().CountAsync()
            + await database.Set<TrialLogEntry>().CountAsync()
            + await database.Set<AcceptanceRound>().IgnoreAutoIncludes().CountAsync()
            + await database.Set<SecurityEvaluation>().CountAsync()
            + await database.Set<PostEvaluation>().CountAsync()
        );

    public Task<int> EntriesAsync() =>
        Host.InDatabaseAsync<AcceptanceDb, int>(database => database.AuditEntries.CountAsync());

    public Task<List<string?>> HeardAsync() =>
        Host.InDatabaseAsync<AcceptanceDb, List<string?>>(database =>
            database
                .InboxMessages.OrderBy(message => message.Reasons)
                .Select(message => message.Outcome == InboxOutcome.Accepted ? "accepted" : message.Reasons)
                .ToListAsync()
        );

    /// <summary>The clock of the post-evaluation; there is one.</summary>
    public async Task<StatutoryClock> EvaluationClockAsync() =>
        (await Host.ClocksAsync<AcceptanceDb>()).Single(clock => clock.Kind == "acceptance.post-evaluation");

    /// <summary>The last entry of an acceptance's chain.</summary>
    public Task<AuditEntry> LastEntryAsync(Step at) =>
        Host.InDatabaseAsync<AcceptanceDb, AuditEntry>(database =>
            database
                .AuditEntries.Where(entry => entry.ObjectId == at.Id.Value.ToString())
                .OrderByDescending(entry => entry.Number)
                .FirstAsync()
        );

    /// <summary>What was announced of windows that moved, in order.</summary>
    public Task<List<(string Aggregate, Guid CausedBy, EvaluationWindowMoved Payload)>> WindowsMovedAsync() =>
        Host.InDatabaseAsync<AcceptanceDb, List<(string, Guid, EvaluationWindowMoved)>>(async database =>
            [
                .. (
                    await database
                        .OutboxMessages.Where(message => message.Name == "acceptance.evaluation-window-moved.v1")
                        .OrderBy(message => message.Sequence)
                        .ToListAsync()
                ).Select(message =>
                    (
                        message.Aggregate,
                        message.CausedBy,
                        JsonSerializer.Deserialize<EvaluationWindowMoved>(message.Payload, Json.Options)!
                    )
                ),
            ]
        );

    public Task<List<string>> AnnouncedAsync() =>
        Host.InDatabaseAsync<AcceptanceDb, List<string>>(database =>
            database
                .OutboxMessages.Where(message => message.Name.StartsWith("acceptance."))
                .OrderBy(message => message.Sequence)
                .Select(message => message.Name)
                .ToListAsync()
        );
}

/// <summary>Where an acceptance stands: its id and the version that the last act left.</summary>
internal sealed record Step(AcceptanceId Id, long Version);
