using System.Text.Json.Nodes;

namespace SmartCity.Demonstration.Chapters;

/// <summary>What the project leaves on the ledger, who keeps it, and one inventory (articles 38 to 40).</summary>
internal sealed class Registering(Stage stage)
{
    private const string Assets = "api/v1/assets";
    private const string Unit = "health.officer";

    public async Task WalkAsync(Guid declaration)
    {
        stage.Chapter("资产登记、移交和清查");
        var registration = await stage.AwaitOneAsync(Unit, $"{Assets}/registrations?declaration={declaration}");
        var path = $"{Assets}/registrations/{registration["id"]}";
        var lines = (await stage.ReadAsync(Unit, path))["lines"]!.AsArray();
        var (server, software) = (lines[0]!, lines[1]!);
        await RegisterAsync(path, server, "equipment", null);
        var card = await RegisterAsync(path, server, "equipment", "health.officer");
        await RegisterAsync(path, software, "intangibleAssets", "health.officer");
        await HandOverAsync(card.Id);
        await CountAsync(card.Id);
    }

    private Task<Answer> RegisterAsync(string path, JsonNode line, string category, string? custodian) =>
        stage.MakeAsync(
            Unit,
            $"登记资产卡片：{line["name"]}",
            $"{path}/cards",
            new JsonObject
            {
                ["contract"] = line["contract"]!.DeepClone(),
                ["lineNumber"] = line["number"]!.DeepClone(),
                ["name"] = line["name"]!.DeepClone(),
                ["category"] = category,
                ["value"] = line["amount"]!.DeepClone(),
                ["quantity"] = 1,
                ["location"] = "市政务云机房",
                ["custodian"] = custodian is null ? null : stage.AccountOf(custodian),
                ["acquiredOn"] = stage.Date(),
            }
        );

    private async Task HandOverAsync(Guid card)
    {
        await stage.ChangeAsync(
            Unit,
            "提出移交，换保管人和地点",
            $"{Assets}/cards/{card}",
            "hand-over",
            new JsonObject
            {
                ["from"] = stage.AccountOf("health.officer"),
                ["to"] = stage.AccountOf("health.technician"),
                ["newLocation"] = "市政务云二号机房",
                ["reason"] = "系统转入日常运行维护。",
            }
        );
        await stage.ChangeAsync("health.technician", "接收移交", $"{Assets}/cards/{card}", "hand-over/acceptance");
    }

    private async Task CountAsync(Guid card)
    {
        var planned = await stage.MakeAsync(
            Unit,
            "安排财产清查",
            $"{Assets}/inventories",
            new JsonObject { ["name"] = $"验收后清查 {stage.Run}", ["asOf"] = stage.Date() }
        );
        var path = $"{Assets}/inventories/{planned.Id}";
        await stage.ChangeAsync(Unit, "开始盘点", path, "counting");
        foreach (var entry in (await stage.ReadAsync(Unit, path))["book"]!.AsArray())
        {
            var id = Guid.Parse(entry!["card"]!.GetValue<string>());
            await stage.MakeAsync(
                Unit,
                "登记盘点结果",
                $"{path}/counts",
                new JsonObject
                {
                    ["card"] = id,
                    ["surplus"] = null,
                    ["found"] = true,
                    // One server stands where the book does not say.
                    ["location"] = id == card ? "市政务云机房" : entry["location"]!.DeepClone(),
                    ["note"] = null,
                }
            );
        }

        await stage.ChangeAsync(Unit, "结束盘点，比对账实", path, "counting/closure");
        await stage.ChangeAsync(Unit, "签认清查", path, "sign-off");
        foreach (var variance in (await stage.ReadAsync(Unit, path))["variances"]!.AsArray())
        {
            await stage.ChangeAsync(
                Unit,
                "处理差异：搬回原处",
                path,
                $"variances/{variance!["number"]}/resolution",
                new JsonObject { ["resolution"] = "returnToPlace", ["reason"] = "检修后未归位，已搬回。" }
            );
        }

        await stage.ChangeAsync("health.director", "批准差异处理", path, "adjustments/approval");
        await stage.ChangeAsync(Unit, "签认清查", path, "sign-off");
    }
}
