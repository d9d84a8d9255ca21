using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SmartCity.Demonstration;
using SmartCity.Demonstration.Steps;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>An asset registration that waits for the one card of its project.</summary>
internal sealed record WaitingRegistration(Guid Declaration, string Path, JsonNode Line);

/// <summary>
/// Offices at work on the line, several at once: projects that are carried from the plan to their last payment and are
/// heard of in every module on the way, registrations that are completed and reopened again and again, each time telling
/// the fund's side, and drafts that nobody hears of.
/// </summary>
internal sealed class LineLoad(Stage stage)
{
    private const string Assets = "api/v1/assets";
    private const string Unit = "health.officer";
    private const string Office = "informatization.officer";

    private readonly List<WaitingRegistration> registrations = [];
    private readonly ConcurrentQueue<Guid> paid = new();

    /// <summary>The registrations that the load completes and reopens.</summary>
    public IReadOnlyList<WaitingRegistration> Registrations => registrations;

    /// <summary>The declarations of the projects that were carried to their last payment.</summary>
    public IReadOnlyCollection<Guid> Paid => paid;

    /// <summary>Signs everybody in and carries works projects to where their assets are to be registered.</summary>
    public async Task PrepareAsync(int projects)
    {
        await stage.StartAsync();
        var onTrial = new List<(Stage Stage, Guid Declaration, Guid Acceptance)>();
        for (var project = 0; project < projects; project++)
        {
            var own = stage.Another(new(TextWriter.Null));
            var declaration = await WorksProjectAsync(own);
            await BuiltAsync(own, declaration);
            onTrial.Add((own, declaration, await OnTrialAsync(own, declaration)));
        }

        var (from, until) = (stage.Today, stage.Today.AddMonths(3));
        await stage.PassTimeAsync(until, "试运行满三个月");
        foreach (var (own, declaration, acceptance) in onTrial)
        {
            await own.StartAsync();
            await AcceptedAsync(own, acceptance, from);
            registrations.Add(await RegistrationAsync(own, declaration));
        }
    }

    /// <summary>Goes on until told to stop; every command that was begun is answered before it ends.</summary>
    /// <param name="workers">How many offices of each kind work at once.</param>
    /// <param name="stop">Ends it between two commands.</param>
    public async Task RunAsync(int workers, CancellationToken stop)
    {
        var work = registrations.Select(registration => CompleteAndReopenAsync(registration, stop)).ToList();
        for (var worker = 0; worker < workers; worker++)
        {
            work.Add(CarryAsync(stop));
            work.Add(DraftAsync(stop));
        }

        await Task.WhenAll(work);
    }

    private async Task CompleteAndReopenAsync(WaitingRegistration registration, CancellationToken stop)
    {
        var own = stage.Another(new(TextWriter.Null));
        var office = await own.AtAsync(Unit);
        while (!stop.IsCancellationRequested)
        {
            var card = await own.MakeAsync(
                Unit,
                "登记资产卡片",
                $"{registration.Path}/cards",
                CardOf(registration.Line)
            );
            if (stop.IsCancellationRequested)
            {
                return;
            }

            await office.ChangeAsync(
                HttpMethod.Post,
                $"{Assets}/cards/{card.Id}/strike-off",
                new JsonObject { ["reason"] = "登记有误，重新登记。" },
                card.Version,
                own.Cancellation
            );
        }
    }

    private async Task DraftAsync(CancellationToken stop)
    {
        var own = stage.Another(new(TextWriter.Null));
        var steps = new DeclarationSteps(own);
        var sheet = await steps.SheetAsync();
        while (!stop.IsCancellationRequested)
        {
            await steps.DraftAsync(Unit, sheet);
        }
    }

    private async Task CarryAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await CarryOneAsync(stage.Another(new(TextWriter.Null)));
        }
    }

    // A service: a trial run, assets and a warranty do not apply to it, so nobody has to wait for three months.
    private async Task CarryOneAsync(Stage own)
    {
        var steps = new DeclarationSteps(own);
        var sheet = await steps.ServiceSheetAsync((await steps.PlanAsync(Office)).Id);
        sheet["projectName"] = $"卫生信息系统运行维护 {own.Run}";
        var declaration = await ArrangedAsync(own, sheet, "400000.00", "400000.00");
        var building = new BuildingSteps(own);
        var contractor = await building.ContractorAsync("contractor.officer");
        var built = (await building.OpenTenderAsync(Unit, declaration, "400000.00")).Id;
        await building.BidAsync(Unit, built, contractor, "380000.00");
        await building.AwardAsync(Unit, built);
        var lines = new[] { ("信息系统年度运行维护服务", "expense", "380000.00") };
        await building.SignAsync(Unit, built, lines, null, "0.00", own.UnitNameOf("contractor.officer"));
        await building.StartAsync(Unit, built);
        await building.ReportBuiltAsync(Unit, built);

        var accepting = new AcceptanceSteps(own);
        var acceptance = await accepting.OfAsync(declaration);
        await accepting.ApplyAsync(Unit, acceptance);
        await accepting.FormPanelAsync(acceptance);
        await accepting.ConcludeAsync(acceptance);
        await accepting.UseAsync(Unit, acceptance);

        var money = new MoneySteps(own);
        await money.FactAsync(declaration, "acceptancePassed");
        var contract = await money.ContractOfAsync(declaration);
        var payee = own.UnitNameOf("contractor.officer");
        var payment = await money.RequestAsync(Unit, declaration, "contractPayment", contract, "380000.00", payee);
        await money.PayAsync(payment.Id);
        paid.Enqueue(declaration);
    }

    private static async Task<Guid> WorksProjectAsync(Stage own)
    {
        var steps = new DeclarationSteps(own);
        var sheet = await steps.SheetAsync();
        sheet["masterPlanItem"] = (await steps.PlanAsync(Office)).Id;
        sheet["projectName"] = $"{sheet["projectName"]} {own.Run}";
        return await ArrangedAsync(own, sheet, "3000000.00", "2800000.00");
    }

    private static async Task<Guid> ArrangedAsync(Stage own, JsonObject sheet, string budget, string amount)
    {
        var steps = new DeclarationSteps(own);
        var declaration = (await steps.DraftAsync(Unit, sheet)).Id;
        await steps.AttachBothAsync(Unit, declaration);
        await steps.SubmitAsync(Unit, declaration);
        await steps.PanelAsync(Office, declaration, [1, 2, 3, 4, 5]);
        foreach (var expert in Enumerable.Range(1, 5))
        {
            await steps.OpinionAsync(expert, declaration, 1, "pass", []);
        }

        await steps.ConcludeAsync(Office, declaration, passed: true, budget);
        await steps.ReportToFinanceAsync(Office, declaration, amount);
        await new MoneySteps(own).ArrangeAsync("finance.officer", declaration, amount);
        return declaration;
    }

    private static async Task BuiltAsync(Stage own, Guid declaration)
    {
        var steps = new BuildingSteps(own);
        var kind = await steps.RecogniseCertificateAsync("applicationSystem");
        var contractor = await steps.ContractorAsync("contractor.officer");
        await steps.CertifyAsync(contractor, kind);
        var building = (await steps.OpenTenderAsync(Unit, declaration, "2600000.00")).Id;
        await steps.BidAsync(Unit, building, contractor, "2500000.00");
        await steps.AwardAsync(Unit, building);
        await steps.SignAsync(
            Unit,
            building,
            [("监测预警服务器", "fixedAsset", "2500000.00")],
            36,
            "125000.00",
            own.UnitNameOf("contractor.officer")
        );
        await steps.AssignExpertAsync(building, "expert-6");
        await steps.SetUpGroupAsync(Unit, building, "health.director", "health.business", "health.technician");
        await steps.StartAsync(Unit, building);
        await steps.ReportBuiltAsync(Unit, building);
    }

    private static async Task<Guid> OnTrialAsync(Stage own, Guid declaration)
    {
        var steps = new AcceptanceSteps(own);
        var acceptance = await steps.OfAsync(declaration);
        await steps.TestAsync(Unit, acceptance);
        await steps.PermitTrialAsync(acceptance, own.Today.AddMonths(3).AddDays(30));
        return acceptance;
    }

    private static async Task AcceptedAsync(Stage own, Guid acceptance, DateOnly from)
    {
        var steps = new AcceptanceSteps(own);
        await steps.LogTrialAsync(Unit, acceptance, from, own.Today);
        await steps.FinishTrialAsync(Unit, acceptance);
        await steps.ApplyAsync(Unit, acceptance);
        await steps.FormPanelAsync(acceptance);
        await steps.EvaluateSecurityAsync(acceptance, passed: true);
        await steps.ConcludeAsync(acceptance);
    }

    private static async Task<WaitingRegistration> RegistrationAsync(Stage own, Guid declaration)
    {
        var found = await own.AwaitOneAsync(Unit, $"{Assets}/registrations?declaration={declaration}");
        var path = $"{Assets}/registrations/{found["id"]}";
        return new(declaration, path, (await own.ReadAsync(Unit, path))["lines"]!.AsArray().Single()!);
    }

    private JsonObject CardOf(JsonNode line) =>
        new()
        {
            ["contract"] = line["contract"]!.DeepClone(),
            ["lineNumber"] = line["number"]!.DeepClone(),
            ["name"] = line["name"]!.DeepClone(),
            ["category"] = "equipment",
            ["value"] = line["amount"]!.DeepClone(),
            ["quantity"] = 1,
            ["location"] = "市政务云机房",
            ["custodian"] = stage.AccountOf(Unit),
            ["acquiredOn"] = stage.Date(),
        };
}
