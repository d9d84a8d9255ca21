using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Line;

/// <summary>
/// Article 44 over HTTP: a change is tried before it is made, made by its own act, takes effect on its day, and what was
/// decided before can be judged again.
/// </summary>
public sealed class LawChangesTests
{
    private const string Regulation = "api/v1/regulation";
    private const string Projects = "api/v1/construction/county-projects";
    private const string Threshold = "county.tender-and-filing-above";
    private const string Office = "informatization.officer";

    private static readonly string[] Totals = ["999999.99", "1000000.00", "1000000.01"];

    // INT-01: what is above the number needs tender and filing, the number itself does not.
    [Theory]
    [InlineData("999999.98", "999999.99 1000000.00")]
    [InlineData("999999.99", "1000000.00")]
    [InlineData("1000000.01", "1000000.01")]
    [InlineData("1000000.02", "1000000.01")]
    public async Task WhatIf_WhenTheAmendmentIsMade_ThenExactlyTheCasesItNamedAreJudgedOtherwise(
        string amount,
        string turned
    )
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var projects = new Dictionary<string, string>();
        foreach (var total in Totals)
        {
            projects.Add(await RegisteredAsync(stage, total), total);
        }

        var named = await WhatIfAsync(stage, amount);

        named
            .Select(id => projects[id])
            .Order(StringComparer.Ordinal)
            .ShouldBe(turned.Split(' ').Order(StringComparer.Ordinal));
        // Brute force: the change is made, and every project knocks at the gate.
        (
            await stage.MakeAsync(Office, "修订", $"{Regulation}/enactments/amendments", Amendment(stage, amount))
        ).Codes.ShouldBeEmpty();
        var before = Totals.ToDictionary(total => total, total => total != "1000000.01");
        await stage.PassTimeAsync(stage.Today.AddDays(1), "修订生效");
        var differing = new List<string>();
        foreach (var (id, total) in projects)
        {
            if ((await StartAsync(stage, id)).IsAccepted != before[total])
            {
                differing.Add(id);
            }
        }

        differing.ShouldBe(named, ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task WhatIf_WhenAsked_ThenNothingChanges(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var project = await RegisteredAsync(stage, "1000000.01");
        var entries = await service.EntriesAsync();

        (await WhatIfAsync(stage, "2000000.00")).ShouldBe([project]);
        (await WhatIfAsync(stage, "2000000.00")).ShouldBe([project]);

        (await service.EntriesAsync()).ShouldBe(entries);
        (await StartAsync(stage, project)).Codes.ShouldBe(["COUNTY_TENDER_REQUIRED", "COUNTY_FILING_MISSING"]);
    }

    [Fact]
    public async Task WhatIf_WhenPaged_ThenEachCaseOnceAndTheLastPageHasNoNext()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var all = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            all.Add(await RegisteredAsync(stage, "1000000.01"));
        }

        (await WhatIfAsync(stage, "2000000.00", limit: 2)).ShouldBe(all, ignoreOrder: true);
    }

    [Theory]
    [InlineData("-1.00", "OUT_OF_RANGE")]
    [InlineData("0.00", "OUT_OF_RANGE")]
    [InlineData("1000000", "WRONG_FORM")]
    [InlineData("1000000.00", "UNCHANGED")]
    public async Task WhatIf_WhenTheValueMakesNoSense_ThenAClearProblem(string value, string code)
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));

        var answer = await stage.AskAsync(Office, "试算", $"{Regulation}/what-if", Supposing(value));

        ((int)answer.Status).ShouldBe(400);
        answer.Body["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("changes[0]");
        answer.Body["errors"]![0]!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task Enactments_WhenTheSenderIsNotTheOffice_ThenNotCompetentAndOversightMayAsk()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();

        var made = await stage.MakeAsync(
            "finance.officer",
            "修订",
            $"{Regulation}/enactments/amendments",
            Amendment(stage, "2000000.00")
        );
        var asked = await stage.AskAsync("finance.officer", "试算", $"{Regulation}/what-if", Supposing("2000000.00"));
        (made.Codes.Single(), asked.Codes.Single()).ShouldBe(("WRONG_AUTHORITY", "WRONG_AUTHORITY"));
        foreach (var reader in (string[])[Office, "audit.officer", "discipline.officer"])
        {
            var answer = await stage.AskAsync(reader, "试算", $"{Regulation}/what-if", Supposing("2000000.00"));
            answer.IsAccepted.ShouldBeTrue(reader);
        }
    }

    [Theory, EveryDatabase]
    public async Task Replay_WhenOneStoredFactWasAltered_ThenTheEntryAndItsRuleAreNamed(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var project = await RegisteredAsync(stage, "1000000.01");
        await StartAsync(stage, project);
        (await ReplayAsync(stage, project))["differences"]!.GetValue<int>().ShouldBe(0);

        await service.AlterContentAsync("county-project", project, "1000000.01", "1000000.00");

        var replayed = await ReplayAsync(stage, project);
        replayed["differences"]!.GetValue<int>().ShouldBe(3);
        var entry = replayed["items"]!.AsArray().Single()!;
        entry["isIntact"]!.GetValue<bool>().ShouldBeFalse();
        entry["judgements"]!
            .AsArray()
            .Where(one => one!["outcome"]!.GetValue<string>() == "verdictDiffers")
            .Select(one =>
                (one!["rule"]!.GetValue<string>(), one["then"]!.GetValue<bool>(), one["now"]!.GetValue<bool>())
            )
            .ShouldBe([("COUNTY_TENDER_REQUIRED", false, true), ("COUNTY_FILING_MISSING", false, true)]);
    }

    [Fact]
    public async Task Replay_WhenAFactWasAlteredWithoutTurningTheVerdict_ThenTheEntryIsNoLongerIntact()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var project = await RegisteredAsync(stage, "1000000.01");
        await StartAsync(stage, project);

        await service.AlterContentAsync("county-project", project, "1000000.01", "1000000.02");

        var replayed = await ReplayAsync(stage, project);
        replayed["differences"]!.GetValue<int>().ShouldBe(1);
        replayed["items"]![0]!["isIntact"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Replay_WhenTheLawWasChangedSince_ThenJudgedUnderTheVersionOfThen()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var project = await RegisteredAsync(stage, "1000000.01");
        await StartAsync(stage, project);
        await stage.MakeAsync(Office, "修订", $"{Regulation}/enactments/amendments", Amendment(stage, "2000000.00"));
        await stage.PassTimeAsync(stage.Today.AddDays(1), "修订生效");
        await StartAsync(stage, project);

        var replayed = await ReplayAsync(stage, project);

        replayed["differences"]!.GetValue<int>().ShouldBe(0);
        replayed["items"]!
            .AsArray()
            .SelectMany(entry => entry!["judgements"]!.AsArray())
            .Where(one => one!["rule"]!.GetValue<string>() == "COUNTY_TENDER_REQUIRED")
            .Select(one => (one!["ruleVersion"]!.GetValue<int>(), one["now"]!.GetValue<bool>()))
            .ShouldBe([(2, true), (1, false)]);
    }

    private static async Task<List<string>> WhatIfAsync(Stage stage, string amount, int limit = 200)
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            var body = Supposing(amount);
            (body["after"], body["limit"]) = (after, limit);
            var answer = await stage.AskAsync(Office, "试算", $"{Regulation}/what-if", body);
            answer.Codes.ShouldBeEmpty();
            answer.Body["items"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(limit);
            found.AddRange(answer.Body["items"]!.AsArray().Select(item => item!["objectId"]!.GetValue<string>()));
            after = answer.Body["next"]?.GetValue<string>();
        } while (after is not null);

        return found;
    }

    private static JsonObject Supposing(string amount) =>
        new() { ["changes"] = Changes(amount), ["switches"] = new JsonArray() };

    private static JsonArray Changes(string amount) =>
        [new JsonObject { ["parameter"] = Threshold, ["value"] = amount }];

    private static JsonObject Amendment(Stage stage, string amount) =>
        new()
        {
            ["document"] = new JsonObject
            {
                ["documentNumber"] = $"咸政发-{stage.Run}",
                ["title"] = "关于修改第十二条的决定",
                ["issuedOn"] = stage.Date(),
                ["effectiveFrom"] = stage.Date(1),
                ["reason"] = "物价上涨。",
            },
            ["changes"] = Changes(amount),
            ["documentSha256"] = new string('a', 64),
        };

    private static async Task<JsonNode> ReplayAsync(Stage stage, string project)
    {
        var body = new JsonObject { ["objectType"] = "county-project", ["objectId"] = project };
        var answer = await stage.AskAsync("audit.officer", "复核", $"{Regulation}/replays", body);
        answer.Body["items"] = new JsonArray([
            .. answer.Body["items"]!
                .AsArray()
                .Where(one => one!["judgements"]!.AsArray().Count > 0)
                .Select(one => one!.DeepClone()),
        ]);
        return answer.Body;
    }

    private static async Task<string> RegisteredAsync(Stage stage, string total)
    {
        var body = new JsonObject
        {
            ["name"] = "三原县智慧社区综合服务平台",
            ["kind"] = "applicationSystem",
            ["constructingUnit"] = "三原县民政局",
            ["totalInvestment"] = total,
            ["budget"] = new JsonObject
            {
                ["year"] = 2026,
                ["documentNumber"] = "三财预〔2026〕12号",
                ["amount"] = "900000.00",
            },
        };
        return (await stage.MakeAsync("sanyuan.officer", "登记", Projects, body)).Id.ToString();
    }

    private static Task<Answer> StartAsync(Stage stage, string project) =>
        stage.ChangeAsync(
            "sanyuan.officer",
            "开工",
            $"{Projects}/{project}",
            "start",
            new JsonObject { ["startedOn"] = stage.Date() }
        );
}
