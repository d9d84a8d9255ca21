using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Demonstration.Steps;

namespace SmartCity.EndToEndTests.Line;

/// <summary>
/// A project that ran before the city kept it here enters in mid-life over HTTP and goes on to its last payment; the gates
/// before are shown as not judged, and the money before is counted.
/// </summary>
public sealed class TakenOverProjectTests
{
    private const string TakenOver = "api/v1/approval/taken-over-projects";
    private const string Unit = "health.officer";
    private const string Office = "informatization.officer";
    private const string Contractor = "contractor.officer";

    [Theory, EveryDatabase]
    public async Task Life_WhenTakenOverUnderConstruction_ThenGoesOnToTheLastPayment(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        var narrator = new Narrator(TextWriter.Null);
        using var stage = service.StageFor(narrator);
        await stage.StartAsync();
        var money = new MoneySteps(stage);

        // 2,500,000 by contract, of which 125,000 are retained; 2,000,000 arranged and 1,000,000 (40 %) paid.
        var declaration = (await TakeOverAsync(stage, "underConstruction")).Id;
        var contract = await money.ContractOfAsync(declaration);
        var building = await BuildingOfAsync(stage, declaration);
        var tooMuch = await RequestAsync(stage, declaration, contract, "contractPayment", "1200000.00");
        var acceptance = await BuiltAndAcceptedAsync(stage, declaration, building);
        await money.FactAsync(declaration, "acceptancePassed");
        var tooEarly = await RequestAsync(stage, declaration, contract, "contractPayment", "900000.00");
        await RegisterAssetsAsync(stage, declaration);
        await money.FactAsync(declaration, "assetsRegistered");
        await money.ArrangeAsync("finance.officer", declaration, "800000.00");
        await PaidAsync(stage, declaration, contract, "contractPayment", "1375000.00");
        await PaidAsync(stage, declaration, contract, "warrantyRetention", "125000.00");
        var nothingLeft = await RequestAsync(stage, declaration, contract, "contractPayment", "0.01");

        tooMuch.Codes.ShouldBe(["DISBURSE_OVER_ARRANGED"]);
        tooEarly.Codes.ShouldBe(["ASSETS_NOT_REGISTERED"]);
        nothingLeft.Codes.ShouldBe(["PAYMENT_OVER_CONTRACT"]);
        narrator.Codes.ShouldBe(
            ["DISBURSE_OVER_ARRANGED", "ASSETS_NOT_REGISTERED", "PAYMENT_OVER_CONTRACT"],
            ignoreOrder: true
        );
        await ShouldBePaidInFullAsync(stage, declaration);
        await ShouldShowWhatNobodyJudgedAsync(stage, declaration, building);
        (await stage.ReadAsync(Unit, AcceptanceSteps.PathOf(acceptance)))["state"]!
            .GetValue<string>()
            .ShouldBe("inUse");
    }

    [Theory, EveryDatabase]
    public async Task Life_WhenTakenOverAccepted_ThenAssetsAndWarrantyBegin(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var money = new MoneySteps(stage);

        var declaration = (await TakeOverAsync(stage, "accepted")).Id;
        await money.FactAsync(declaration, "acceptancePassed");
        await RegisterAssetsAsync(stage, declaration);
        await money.FactAsync(declaration, "assetsRegistered");
        var contract = await money.ContractOfAsync(declaration);
        var paid = await RequestAsync(stage, declaration, contract, "contractPayment", "1000000.00");

        paid.Status.ShouldBe(HttpStatusCode.Created);
        var warranty = await stage.AwaitAsync(
            Unit,
            $"api/v1/operations/projects/{declaration}/warranty",
            told => told["applicability"]!.GetValue<string>() == "started"
        );
        warranty.ToJsonString().ShouldContain(stage.Date(-10));
    }

    // The notices land over HTTP; the window's end moves in Acceptance, and Approval hears it.
    [Theory, EveryDatabase]
    public async Task Life_WhenDaysOffLandBehindTheUse_ThenTheGateOfMaintenanceKnowsTheWindowsNewDay(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var steps = new AcceptanceSteps(stage);
        var declaration = (await TakeOverAsync(stage, "accepted")).Id;
        var acceptance = await steps.OfAsync(declaration);
        await steps.EvaluateSecurityAsync(acceptance, passed: true);
        await steps.UseAsync(Unit, acceptance);
        var told = await stage.ReadAsync(Unit, AcceptanceSteps.PathOf(acceptance));
        var window = DateOnly.Parse(told["evaluationUntil"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        await new MoneySteps(stage).FactAsync(declaration, "putIntoUse");
        using var office = await service.ClientOfAsync(Office);
        for (var year = Math.Min(CalendarNotices.FirstYear, window.Year); year <= window.Year; year++)
        {
            if (stage.Today.Year < year - 1)
            {
                await stage.PassTimeAsync(new(year - 1, 11, 15), "次年放假安排公布");
            }

            await CalendarNotices.LandAsync(office, year, stage.Today, year == window.Year ? [window] : []);
        }

        var facts = await new MoneySteps(stage).FactsAsync(declaration, sheet => InUse(sheet).Count == 2);
        var next = (await stage.ReadAsync(Unit, AcceptanceSteps.PathOf(acceptance)))[
            "evaluationUntil"
        ]!.GetValue<string>();
        string.CompareOrdinal(next, told["evaluationUntil"]!.GetValue<string>()).ShouldBePositive();
        InUse(facts)
            .Select(fact => (fact["evaluationUntil"]!.GetValue<string>(), fact["holds"]!.GetValue<bool>()))
            .ShouldBe([(told["evaluationUntil"]!.GetValue<string>(), false), (next, true)]);
    }

    [Theory, EveryDatabase]
    public async Task Life_WhenTakenOverInItsTrialRun_ThenTheTrialGoesOn(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();

        var declaration = (await TakeOverAsync(stage, "inTrialRun")).Id;
        var acceptance = await new AcceptanceSteps(stage).OfAsync(declaration);

        var told = await stage.ReadAsync(Unit, AcceptanceSteps.PathOf(acceptance));
        told["state"]!.GetValue<string>().ShouldBe("trialRun");
        told["trials"]![0]!["startedOn"]!.GetValue<string>().ShouldBe(stage.Date(-20));
        told["takenUp"]!["notJudged"]!["standing"]!.GetValue<string>().ShouldBe("接管前，未评判");
    }

    [Fact]
    public async Task TakeOver_WhenItContradictsItselfOrIsSentAgain_ThenToldSo()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var wrong = await BodyAsync(stage, "underConstruction");
        wrong["project"]!["startedOn"] = stage.Date(1);
        wrong["project"]!["fund"]![0]!["paid"] = "2000000.01";

        var contradicting = await stage.MakeAsync(Office, "接管", TakenOver, wrong);
        var taken = await TakeOverAsync(stage, "underConstruction");
        var again = await TakeOverAsync(stage, "built");
        var byTheUnit = await stage.MakeAsync(Unit, "接管", TakenOver, await BodyAsync(stage, "built"));

        contradicting.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        contradicting.Codes.ShouldBe(["TAKE_OVER_DATE_IMPLAUSIBLE", "TAKE_OVER_PAID_OVER_ARRANGED"], ignoreOrder: true);
        taken.Status.ShouldBe(HttpStatusCode.Created);
        (again.Status, again.Codes[0]).ShouldBe((HttpStatusCode.Conflict, "PROJECT_ALREADY_TAKEN_OVER"));
        byTheUnit.Codes.ShouldBe(["WRONG_AUTHORITY"]);
    }

    private static async Task<Answer> TakeOverAsync(Stage stage, string reached) =>
        await stage.MakeAsync(Office, "接管在建项目", TakenOver, await BodyAsync(stage, reached));

    private static async Task<JsonObject> BodyAsync(Stage stage, string reached)
    {
        string[] order = ["underConstruction", "built", "inTrialRun", "accepted"];
        var position = Array.IndexOf(order, reached);
        var documents = new JsonArray(
            Document("reviewConclusion", stage.Date(-400)),
            Document("fundArrangement", stage.Date(-380))
        );
        if (reached is "inTrialRun")
        {
            documents.Add((JsonNode)Document("systemTestReport", stage.Date(-25)));
            documents.Add((JsonNode)Document("trialPermit", stage.Date(-21)));
        }

        if (reached is "accepted")
        {
            documents.Add((JsonNode)Document("acceptanceConclusion", stage.Date(-10)));
        }

        return new()
        {
            ["leadUnit"] = stage.UnitOf(Unit),
            ["sheet"] = await new DeclarationSteps(stage).SheetAsync(),
            ["project"] = new JsonObject
            {
                ["officeNumber"] = "XX-2025-014",
                ["stage"] = reached,
                ["takenOverOn"] = stage.Date(),
                ["basisDocumentNumber"] = "咸信办发〔2026〕60号",
                ["reviewedBudget"] = "3000000.00",
                ["reported"] = "2800000.00",
                ["fund"] = new JsonArray(
                    new JsonObject
                    {
                        ["kind"] = "specialFund",
                        ["year"] = stage.Today.Year,
                        ["arranged"] = "2000000.00",
                        ["paid"] = "1000000.00",
                    }
                ),
                ["documents"] = documents,
                ["contract"] = Contract(stage),
                ["startedOn"] = stage.Date(-330),
                ["builtOn"] = position >= 1 ? stage.Date(-30) : null,
                ["trial"] = reached is "inTrialRun"
                    ? new JsonObject { ["startedOn"] = stage.Date(-20), ["permitEndsBy"] = stage.Date(100) }
                    : null,
                ["acceptedOn"] = reached is "accepted" ? stage.Date(-10) : null,
            },
        };
    }

    private static JsonObject Contract(Stage stage) =>
        new()
        {
            ["number"] = $"HT-{stage.Run}",
            ["signedOn"] = stage.Date(-350),
            ["contractor"] = stage.UnitOf(Contractor),
            ["lines"] = new JsonArray(
                Line("监测预警服务器", "fixedAsset", "800000.00"),
                Line("监测预警软件", "intangibleAsset", "1500000.00"),
                Line("数据接入和培训", "expense", "200000.00")
            ),
            ["retention"] = "125000.00",
            ["warrantyMonths"] = 36,
            ["payee"] = BuildingSteps.PayeeOf(stage.UnitNameOf(Contractor)),
        };

    private static JsonObject Line(string name, string lineClass, string amount) =>
        new()
        {
            ["name"] = name,
            ["class"] = lineClass,
            ["quantity"] = 1,
            ["quantityUnit"] = "项",
            ["amount"] = amount,
        };

    private static JsonObject Document(string kind, string date) =>
        new()
        {
            ["kind"] = kind,
            ["number"] = $"{kind}-1",
            ["date"] = date,
            ["issuer"] = "市政府信息办",
        };

    private static async Task<Guid> BuildingOfAsync(Stage stage, Guid declaration)
    {
        var found = await stage.AwaitOneAsync(Office, $"api/v1/construction/buildings?declaration={declaration}");
        return Guid.Parse(found["id"]!.GetValue<string>());
    }

    private static async Task<Guid> BuiltAndAcceptedAsync(Stage stage, Guid declaration, Guid building)
    {
        var steps = new AcceptanceSteps(stage);
        await new BuildingSteps(stage).ReportBuiltAsync(Unit, building);
        var acceptance = await steps.OfAsync(declaration);
        await steps.TestAsync(Unit, acceptance);
        var (from, until) = (stage.Today, stage.Today.AddMonths(3));
        await steps.PermitTrialAsync(acceptance, until.AddDays(30));
        await stage.PassTimeAsync(until, "试运行满三个月");
        await steps.LogTrialAsync(Unit, acceptance, from, until);
        await steps.FinishTrialAsync(Unit, acceptance);
        await steps.ApplyAsync(Unit, acceptance);
        await steps.FormPanelAsync(acceptance);
        await steps.EvaluateSecurityAsync(acceptance, passed: true);
        await steps.ConcludeAsync(acceptance);
        await steps.UseAsync(Unit, acceptance);
        return acceptance;
    }

    private static async Task RegisterAssetsAsync(Stage stage, Guid declaration)
    {
        var registration = await stage.AwaitOneAsync(Unit, $"api/v1/assets/registrations?declaration={declaration}");
        var path = $"api/v1/assets/registrations/{registration["id"]}";
        var lines = (await stage.ReadAsync(Unit, path))["lines"]!.AsArray();
        foreach (var (line, category) in lines.Take(2).Zip(["equipment", "intangibleAssets"]))
        {
            await stage.MakeAsync(
                Unit,
                "登记资产卡片",
                $"{path}/cards",
                new JsonObject
                {
                    ["contract"] = line!["contract"]!.DeepClone(),
                    ["lineNumber"] = line["number"]!.DeepClone(),
                    ["name"] = line["name"]!.DeepClone(),
                    ["category"] = category,
                    ["value"] = line["amount"]!.DeepClone(),
                    ["quantity"] = 1,
                    ["location"] = "市政务云机房",
                    ["custodian"] = stage.AccountOf(Unit),
                    ["acquiredOn"] = stage.Date(),
                }
            );
        }
    }

    private static Task<Answer> RequestAsync(
        Stage stage,
        Guid declaration,
        Guid contract,
        string kind,
        string amount
    ) => new MoneySteps(stage).RequestAsync(Unit, declaration, kind, contract, amount, stage.UnitNameOf(Contractor));

    private static async Task PaidAsync(Stage stage, Guid declaration, Guid contract, string kind, string amount)
    {
        var requested = await RequestAsync(stage, declaration, contract, kind, amount);
        await new MoneySteps(stage).PayAsync(requested.Id);
    }

    private static async Task ShouldBePaidInFullAsync(Stage stage, Guid declaration)
    {
        var fund = await stage.ReadAsync("audit.officer", $"{DeclarationSteps.PathOf(declaration)}/fund");
        fund["beforeTakeOver"]!["arranged"]!.GetValue<string>().ShouldBe("2000000.00");
        fund["beforeTakeOver"]!["paid"]!.GetValue<string>().ShouldBe("1000000.00");
        fund["arranged"]!.GetValue<string>().ShouldBe("2800000.00");
        fund["confirmed"]!.GetValue<string>().ShouldBe("1500000.00");
        fund["left"]!.GetValue<string>().ShouldBe("300000.00");
    }

    private static async Task ShouldShowWhatNobodyJudgedAsync(Stage stage, Guid declaration, Guid building)
    {
        var declared = await stage.ReadAsync("audit.officer", DeclarationSteps.PathOf(declaration));
        var built = await stage.ReadAsync("audit.officer", BuildingSteps.PathOf(building));
        RulesOf(declared["takeOver"]!).ShouldContain("OPINIONS_INCOMPLETE");
        RulesOf(built["takenUp"]!).ShouldContain("MAJOR_GATE_NOT_MET");
    }

    private static List<JsonNode> InUse(JsonNode sheet) =>
        [
            .. sheet["facts"]!
                .AsArray()
                .OfType<JsonNode>()
                .Where(fact => fact["kind"]!.GetValue<string>() == "putIntoUse"),
        ];

    private static List<string> RulesOf(JsonNode before)
    {
        before["notJudged"]!["standing"]!.GetValue<string>().ShouldBe("接管前，未评判");
        return [.. before["notJudged"]!["rules"]!.AsArray().Select(one => one!["rule"]!.GetValue<string>())];
    }
}
