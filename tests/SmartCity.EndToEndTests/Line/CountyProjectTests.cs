using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Line;

/// <summary>A county's project over HTTP: article 12 bites above one million, and each county sees its own (INT-01).</summary>
public sealed class CountyProjectTests
{
    private const string Projects = "api/v1/construction/county-projects";

    [Theory, EveryDatabase]
    public async Task Start_WhenTheInvestmentIsAboveOneMillion_ThenNeedsTenderAndFiling(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        string[] amounts = ["999999.99", "1000000.00", "1000000.01"];

        var outcomes = new List<string>();
        foreach (var amount in amounts)
        {
            var project = await RegisteredAsync(stage, amount);
            outcomes.Add(string.Join(' ', (await StartAsync(stage, project)).Codes.Order()));
        }

        outcomes.ShouldBe(["", "", "COUNTY_FILING_MISSING COUNTY_TENDER_REQUIRED"]);
    }

    [Theory, EveryDatabase]
    public async Task Project_WhenAnotherCountyAsks_ThenDoesNotExist(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var project = await RegisteredAsync(stage, "800000.00");

        var read = await stage.TellAsync("jingyang.officer", "查看", $"{Projects}/{project}");
        var listed = await stage.ReadAsync("jingyang.officer", Projects);
        var own = await stage.ReadAsync("sanyuan.officer", Projects);

        read.Codes.ShouldBe(["NOT_FOUND"]);
        listed["items"]!.AsArray().ShouldBeEmpty();
        own["items"]!.AsArray().Select(one => one!["id"]!.GetValue<string>()).ShouldBe([project.ToString()]);
    }

    private static async Task<Guid> RegisteredAsync(Stage stage, string amount)
    {
        var body = new JsonObject
        {
            ["name"] = "三原县智慧社区综合服务平台",
            ["kind"] = "applicationSystem",
            ["constructingUnit"] = "三原县民政局",
            ["totalInvestment"] = amount,
            ["budget"] = new JsonObject
            {
                ["year"] = 2026,
                ["documentNumber"] = "三财预〔2026〕12号",
                ["amount"] = amount,
            },
        };
        return (await stage.MakeAsync("sanyuan.officer", "登记", Projects, body)).Id;
    }

    private static Task<Answer> StartAsync(Stage stage, Guid project) =>
        stage.ChangeAsync(
            "sanyuan.officer",
            "开工",
            $"{Projects}/{project}",
            "start",
            new JsonObject { ["startedOn"] = stage.Date() }
        );
}
