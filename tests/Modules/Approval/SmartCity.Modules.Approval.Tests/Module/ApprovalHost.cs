using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.Funding;
using SmartCity.Modules.Approval.Application.MasterPlanning;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Application.Reporting;
using SmartCity.Modules.Approval.Application.Reviewing;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Infrastructure;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

/// <summary>The module over a real database, with Security's answers told by <see cref="Town"/>.</summary>
internal sealed class ApprovalHost : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    private ApprovalHost(ModuleHost host, Town.Departures departures) => (Host, Departures) = (host, departures);

    public ModuleHost Host { get; }

    public Town.Departures Departures { get; }

    public static async Task<ApprovalHost> StartAsync(DatabaseKind kind)
    {
        var departures = new Town.Departures();
        var host = await ModuleHost.StartAsync(
            kind,
            [new RegulationModule(), new ApprovalModule()],
            services =>
            {
                services.AddSingleton(departures);
                services.AddScoped<IRequestHandler<UnitOf, UnitProfile?>, Town.UnitOfHandler>();
                services.AddScoped<IRequestHandler<UnitsNamed, IReadOnlyList<NamedUnit>>, Town.UnitsNamedHandler>();
                services.AddScoped<IRequestHandler<ActingThrough, ActingProfile?>, Town.ActingThroughHandler>();
                services.AddScoped<
                    IRequestHandler<AccountsOf, IReadOnlyList<AccountProfile>>,
                    Town.AccountsOfHandler
                >();
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

    public async Task<MasterPlanItemId> AnItemAsync(string code = "GH-2026-001")
    {
        var added = await AcceptedAs(
            Town.OfficeClerk,
            new AddMasterPlanItem(
                code,
                "医疗健康",
                "全市影像互认。",
                2026,
                2028,
                Town.HealthCommission.Id,
                Money.FromYuan(5_000_000),
                "咸政发〔2026〕1号"
            )
        );
        return new(added.Id);
    }

    public async Task<Step> InDraftAsync(DeclarationSheet? sheet = null)
    {
        var command = new DraftDeclaration(sheet ?? Sheets.Complete(await AnItemAsync()));
        var draft = Step.Of(await AcceptedAs(Town.HospitalClerk, command));
        draft = Step.Of(await AcceptedAs(Town.HospitalClerk, Attaching(draft, DocumentKind.ConstructionPlan, "方案")));
        return Step.Of(await AcceptedAs(Town.HospitalClerk, Attaching(draft, DocumentKind.FundReport, "报告")));
    }

    public async Task<Step> DeclaredAsync()
    {
        var draft = await InDraftAsync();
        return Step.Of(await AcceptedAs(Town.HospitalClerk, new SubmitDeclaration(draft.Id, draft.Version)));
    }

    public async Task<Step> UnderReviewAsync() => await PanelAsync(await DeclaredAsync());

    public async Task<Step> PanelAsync(Step declared) =>
        Step.Of(await AcceptedAs(Town.OfficeClerk, FormingPanel(declared)));

    public async Task<Step> AllOpinionsAsync(Step underReview, int round, OpinionVerdict verdict)
    {
        var last = underReview;
        foreach (var expert in Town.Experts.Take(5))
        {
            last = Step.Of(await AcceptedAs(expert, Opinion(underReview, round, verdict)));
        }

        return last;
    }

    public async Task<Step> ReviewPassedAsync()
    {
        var opinions = await AllOpinionsAsync(await UnderReviewAsync(), 1, OpinionVerdict.Pass);
        return Step.Of(await AcceptedAs(Town.OfficeClerk, Conclusion(opinions, passed: true)));
    }

    public async Task<Step> RevisionRequiredAsync()
    {
        var opinions = await AllOpinionsAsync(await UnderReviewAsync(), 1, OpinionVerdict.Revise);
        return Step.Of(await AcceptedAs(Town.OfficeClerk, Conclusion(opinions, passed: false)));
    }

    public async Task<Step> ReportedToFinanceAsync() =>
        Step.Of(await AcceptedAs(Town.OfficeClerk, Report(await ReviewPassedAsync())));

    /// <summary>All of the 700,000 yuan that were reported.</summary>
    public async Task<Step> FundArrangedAsync() =>
        Step.Of(await AcceptedAs(Town.FinanceClerk, Arrangement(await ReportedToFinanceAsync())));

    /// <summary>With a contract that was signed; payments can be asked for.</summary>
    public async Task<Step> ContractSignedAsync()
    {
        var arranged = await FundArrangedAsync();
        await HearAsync(Elsewhere.Signed(arranged.Id));
        return arranged;
    }

    /// <summary>Other modules' events arrive, in this order.</summary>
    public async Task HearAsync(params IReadOnlyList<IIntegrationEvent> told)
    {
        await Host.InDatabaseAsync<ApprovalDb, int>(async database =>
        {
            foreach (var one in told)
            {
                var payload = JsonSerializer.Serialize(one, one.GetType(), Json.Options);
                database.OutboxMessages.Add(Elsewhere.Message(one, payload, Host.Time.GetUtcNow()));
                await database.SaveChangesAsync();
            }

            return told.Count;
        });
        await Host.DeliverAllAsync();
    }

    public static AttachDocument Attaching(Step at, DocumentKind kind, string text) =>
        new(at.Id, kind, $"{text}.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)), at.Version);

    public static FormPanel FormingPanel(Step at)
    {
        var experts = Town
            .Experts.Take(5)
            .Select(expert => new FormPanel.ChosenExpert(Town.AccountOf(expert), "信息化", "高级工程师"));
        return new(
            at.Id,
            ReviewMethod.Meeting,
            Today,
            "第一会议室",
            [.. experts],
            [new(Town.Planning.Id, "信息化科科长")],
            Town.AccountOf(Town.Experts[0]),
            at.Version
        );
    }

    public static GiveOpinion Opinion(Step at, int round, OpinionVerdict verdict = OpinionVerdict.Pass) =>
        new(at.Id, round, ADeclaration.AnOpinion(verdict));

    public static ConcludeReview Conclusion(Step at, bool passed, Actor? decisionMaker = null) =>
        new(
            at.Id,
            passed,
            Money.FromYuan(950_000),
            "综合意见。",
            passed ? null : "细化接口。",
            "评〔2026〕1号",
            Today,
            Town.AccountOf(decisionMaker ?? Town.OfficeDirector),
            [new(Town.Planning.Id, "无不同意见。")],
            at.Version
        );

    public static ReportToFinance Report(Step at) =>
        new(
            at.Id,
            "报〔2026〕1号",
            Today,
            "市财政局",
            "主任",
            [new(FundingKind.SpecialFund, 2026, Money.FromYuan(700_000))],
            at.Version
        );

    public static RequestPayment Requesting(
        DeclarationId declaration,
        long yuan = 100_000,
        PaymentKind kind = PaymentKind.ContractPayment
    ) => new(declaration, kind, APayment.TheContract, Money.FromYuan(yuan), APayment.TheContractor, "合同第八条", 2026);

    public static ArrangeFund Arrangement(Step at) =>
        new(
            at.Id,
            [new(FundingKind.SpecialFund, 2026, Money.FromYuan(700_000))],
            "财〔2026〕1号",
            Today,
            Town.AccountOf(Town.FinanceClerk),
            at.Version
        );

    /// <summary>How many rows the module holds, audit entries apart.</summary>
    public Task<int> RowsAsync() =>
        Host.InDatabaseAsync<ApprovalDb, int>(async database =>
            await database.Declarations.IgnoreAutoIncludes().CountAsync()
            + await database.MasterPlanItems.CountAsync()
            + await database.ImportedRows.CountAsync()
            + await database.Payments.CountAsync()
            + await database.PaymentFacts.CountAsync()
            + await database.OutboxMessages.CountAsync()
            + await database.AcceptedRequests.CountAsync()
            + await database.Set<DeclarationVersion>().CountAsync()
            + await database.Set<Opinion>().CountAsync()
        );

    public Task<int> EntriesAsync() =>
        Host.InDatabaseAsync<ApprovalDb, int>(database => database.AuditEntries.CountAsync());

    public Task<List<string>> AnnouncedAsync() =>
        Host.InDatabaseAsync<ApprovalDb, List<string>>(database =>
            database.OutboxMessages.OrderBy(message => message.Sequence).Select(message => message.Name).ToListAsync()
        );
}

/// <summary>Where a declaration stands: its id and the version that the last act left.</summary>
internal sealed record Step(DeclarationId Id, long Version)
{
    public static Step Of(Receipt receipt) => new(new(receipt.Id), receipt.Version);
}
