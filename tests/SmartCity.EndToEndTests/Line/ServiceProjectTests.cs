using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Demonstration.Steps;

namespace SmartCity.EndToEndTests.Line;

/// <summary>A service is a project too, but a trial run, assets and a warranty do not apply to it (INT-25).</summary>
public sealed class ServiceProjectTests
{
    private const string Unit = "health.officer";
    private const string Office = "informatization.officer";

    [Theory, EveryDatabase]
    public async Task Life_WhenTheProjectIsAService_ThenItIsPaidInFullWithoutTrialAssetsAndWarranty(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        var narrator = new Narrator(TextWriter.Null);
        using var stage = service.StageFor(narrator);
        await stage.StartAsync();

        var declaration = await ArrangedAsync(stage);
        await DeliveredAsync(stage, declaration);
        var acceptance = await AcceptedAndInUseAsync(stage, declaration);
        var money = new MoneySteps(stage);
        await money.FactAsync(declaration, "acceptancePassed");
        var contract = await money.ContractOfAsync(declaration);
        var payee = stage.UnitNameOf("contractor.officer");
        var payment = await money.RequestAsync(Unit, declaration, "contractPayment", contract, "380000.00", payee);
        await money.PayAsync(payment.Id);

        narrator.Codes.ShouldBeEmpty();
        var detail = await stage.ReadAsync(Unit, $"api/v1/acceptance/acceptances/{acceptance}");
        detail["systemTest"]!["applies"]!.GetValue<bool>().ShouldBeFalse();
        detail["trialRun"]!["applies"]!.GetValue<bool>().ShouldBeFalse();
        Applies(await stage.ReadAsync(Unit, $"api/v1/assets/projects/{declaration}")).ShouldBe("notApplicable");
        Applies(await stage.ReadAsync(Unit, $"api/v1/operations/projects/{declaration}/warranty"))
            .ShouldBe("notApplicable");
        (await stage.ReadAsync("audit.officer", $"api/v1/approval/declarations/{declaration}/fund"))["confirmed"]!
            .GetValue<string>()
            .ShouldBe("380000.00");
    }

    private static string Applies(JsonNode part) => part["applicability"]!.GetValue<string>();

    private static async Task<Guid> ArrangedAsync(Stage stage)
    {
        var steps = new DeclarationSteps(stage);
        var item = (await steps.PlanAsync(Office)).Id;
        var sheet = await steps.ServiceSheetAsync(item);
        var declaration = (await steps.DraftAsync(Unit, sheet)).Id;
        await steps.AttachBothAsync(Unit, declaration);
        await steps.SubmitAsync(Unit, declaration);
        await steps.PanelAsync(Office, declaration, [1, 2, 3, 4, 5]);
        foreach (var expert in Enumerable.Range(1, 5))
        {
            await steps.OpinionAsync(expert, declaration, 1, "pass", []);
        }

        await steps.ConcludeAsync(Office, declaration, passed: true, "400000.00");
        await steps.ReportToFinanceAsync(Office, declaration, "400000.00");
        await new MoneySteps(stage).ArrangeAsync("finance.officer", declaration, "400000.00");
        return declaration;
    }

    private static async Task DeliveredAsync(Stage stage, Guid declaration)
    {
        var steps = new BuildingSteps(stage);
        var contractor = await steps.ContractorAsync("contractor.officer");
        var building = (await steps.OpenTenderAsync(Unit, declaration, "400000.00")).Id;
        await steps.BidAsync(Unit, building, contractor, "380000.00");
        await steps.AwardAsync(Unit, building);
        await steps.SignAsync(
            Unit,
            building,
            [("信息系统年度运行维护服务", "expense", "380000.00")],
            warrantyMonths: null,
            retention: "0.00",
            stage.UnitNameOf("contractor.officer")
        );
        await steps.StartAsync(Unit, building);
        await steps.ReportBuiltAsync(Unit, building);
    }

    private static async Task<Guid> AcceptedAndInUseAsync(Stage stage, Guid declaration)
    {
        var steps = new AcceptanceSteps(stage);
        var acceptance = await steps.OfAsync(declaration);
        await steps.ApplyAsync(Unit, acceptance);
        await steps.FormPanelAsync(acceptance);
        await steps.ConcludeAsync(acceptance);
        await steps.UseAsync(Unit, acceptance);
        return acceptance;
    }
}
