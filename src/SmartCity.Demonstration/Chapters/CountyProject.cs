using System.Text.Json.Nodes;

namespace SmartCity.Demonstration.Chapters;

/// <summary>A county's project: budgeted, tendered, filed, begun, and seen by its own county only (article 12).</summary>
internal sealed class CountyProject(Stage stage)
{
    private const string Projects = "api/v1/construction/county-projects";
    private const string County = "sanyuan.officer";

    public async Task WalkAsync()
    {
        stage.Chapter("县级项目");
        var registered = await stage.MakeAsync(
            County,
            "登记县级项目（1000000.01 元）",
            Projects,
            new JsonObject
            {
                ["name"] = "三原县智慧社区综合服务平台",
                ["kind"] = "applicationSystem",
                ["constructingUnit"] = "三原县民政局",
                ["totalInvestment"] = "1000000.01",
                ["budget"] = null,
            }
        );
        var path = $"{Projects}/{registered.Id}";
        await StartAsync(path);
        await stage.TellAsync("jingyang.officer", "查看别县的项目", path);
        await stage.ChangeAsync(
            County,
            "列入县级财政预算",
            HttpMethod.Put,
            path,
            "investment",
            new JsonObject
            {
                ["totalInvestment"] = "1000000.01",
                ["budget"] = new JsonObject
                {
                    ["year"] = stage.Today.Year,
                    ["documentNumber"] = $"三财预-{stage.Run}",
                    ["amount"] = "1000000.01",
                },
            }
        );
        await stage.ChangeAsync(
            County,
            "登记招标",
            path,
            "tender",
            new JsonObject
            {
                ["method"] = "openTender",
                ["noticeNumber"] = $"三采公-{stage.Run}",
                ["tenderedOn"] = stage.Date(),
                ["winnerName"] = stage.UnitNameOf("contractor.officer"),
                ["winnerCreditCode"] = stage.CreditCodeOf("contractor.officer"),
                ["awardedAmount"] = "980000.00",
            }
        );
        await StartAsync(path);
        await stage.ChangeAsync(
            County,
            "报送实施方案备案",
            path,
            "filing",
            new JsonObject
            {
                ["planTitle"] = "三原县智慧社区综合服务平台实施方案",
                ["documentNumber"] = $"三信办-{stage.Run}",
                ["submittedOn"] = stage.Date(),
                ["summary"] = "建设社区服务平台一套，接入市政务服务平台；工期八个月。",
            }
        );
        await stage.ChangeAsync(
            "informatization.officer",
            "予以备案，给回执",
            path,
            "filing/receipt",
            new JsonObject { ["receiptNumber"] = $"咸信备-{stage.Run}" }
        );
        await StartAsync(path);
    }

    private Task<Answer> StartAsync(string path) =>
        stage.ChangeAsync(County, "县级项目开工", path, "start", new JsonObject { ["startedOn"] = stage.Date() });
}
