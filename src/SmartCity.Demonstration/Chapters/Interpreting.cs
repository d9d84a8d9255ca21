using System.Text.Json.Nodes;

namespace SmartCity.Demonstration.Chapters;

/// <summary>
/// Article 44: the office asks what a change would turn, may not change a number of the text by interpretation, interprets
/// one that the text leaves open, and has its decisions judged again.
/// </summary>
internal sealed class Interpreting(Stage stage)
{
    private const string Office = "informatization.officer";
    private const string Regulation = "api/v1/regulation";
    private const string Threshold = "county.tender-and-filing-above";
    private const string Days = "assets.registration-days";

    public async Task WalkAsync()
    {
        stage.Chapter("解释与修订");
        await stage.MakeAsync(
            "sanyuan.officer",
            "登记县级项目（1500000.00 元），尚未招标和备案",
            "api/v1/construction/county-projects",
            new JsonObject
            {
                ["name"] = $"三原县数字档案馆-{stage.Run}",
                ["kind"] = "applicationSystem",
                ["constructingUnit"] = "三原县档案馆",
                ["totalInvestment"] = "1500000.00",
                ["budget"] = new JsonObject
                {
                    ["year"] = stage.Today.Year,
                    ["documentNumber"] = $"三财预-{stage.Run}-2",
                    ["amount"] = "1500000.00",
                },
            }
        );
        await stage.AskAsync(
            Office,
            "试算：县级项目招标和备案的投资额改为 2000000.00 元，哪些在办事项的判断会改变",
            $"{Regulation}/what-if",
            new JsonObject { ["changes"] = Changes(Threshold, "2000000.00"), ["switches"] = new JsonArray() }
        );
        await InterpretAsync("以解释改变条文写明的 100 万元", Threshold, "2000000.00", 12, "“超过100万元”");

        var now = await stage.ReadAsync(Office, $"{Regulation}/parameters/{Days}?on={stage.Date(1)}");
        var other = now["value"]!.GetValue<string>() == "45" ? "60" : "45";
        await InterpretAsync($"解释“及时”登记资产为 {other} 日内，自次日起", Days, other, 38, "“及时”");
        await stage.AskAsync(
            "audit.officer",
            "复核建设模块的判断：用存下的事实和当时的规则版本重新判断",
            $"{Regulation}/replays",
            new JsonObject { ["module"] = "construction", ["limit"] = 200 }
        );
    }

    private Task<Answer> InterpretAsync(string what, string parameter, string value, int article, string words) =>
        stage.MakeAsync(
            Office,
            what,
            $"{Regulation}/enactments/interpretations",
            new JsonObject
            {
                ["document"] = new JsonObject
                {
                    ["documentNumber"] = $"咸信办发-{stage.Run}-{article}",
                    ["title"] = $"关于第{article}条{words}的解释",
                    ["issuedOn"] = stage.Date(),
                    ["effectiveFrom"] = stage.Date(1),
                    ["reason"] = "各单位来函询问，统一口径。",
                },
                ["reading"] = new JsonObject
                {
                    ["number"] = $"INT-{article + 100}",
                    ["articles"] = new JsonArray(article),
                    ["question"] = $"{words}怎样掌握？",
                    ["words"] = $"按 {value} 掌握。",
                },
                ["changes"] = Changes(parameter, value),
            }
        );

    private static JsonArray Changes(string parameter, string value) =>
        [new JsonObject { ["parameter"] = parameter, ["value"] = value }];
}
