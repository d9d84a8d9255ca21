using System.Text.Json.Nodes;
using SmartCity.Demonstration.Steps;

namespace SmartCity.Demonstration.Chapters;

/// <summary>Warranty, a correction ordered, and the maintenance money (articles 37, 41 to 43).</summary>
internal sealed class Maintaining(Stage stage)
{
    private const string Operations = "api/v1/operations";
    private const string Unit = "health.officer";

    private readonly MoneySteps money = new(stage);

    public async Task WarrantyAsync(Guid declaration)
    {
        stage.Chapter("保修和违规处理");
        var warranty = await stage.AwaitOneAsync(Unit, $"{Operations}/warranties?declaration={declaration}");
        var fault = await stage.MakeAsync(
            Unit,
            "报修",
            $"{Operations}/fault-reports",
            new JsonObject
            {
                ["warranty"] = warranty["id"]!.DeepClone(),
                ["title"] = "预警短信不能发出",
                ["description"] = "自上午八时起，预警短信全部滞留在发送队列。",
                ["severity"] = "major",
                ["occurredOn"] = stage.Date(),
                ["claimsCover"] = true,
            }
        );
        var path = $"{Operations}/fault-reports/{fault.Id}";
        await stage.ChangeAsync(
            "contractor.officer",
            "响应报修",
            path,
            "response",
            new JsonObject { ["action"] = "到场更换短信网关。", ["visitedOn"] = stage.Date() }
        );
        await RepairAsync(path, "6000.00");
        await RepairAsync(path, "0.00");
        await stage.ChangeAsync(Unit, "确认修复", path, "confirmation");
        await CorrectAsync(declaration);
    }

    /// <summary>Asks for the money; finance learns of it a moment later.</summary>
    /// <returns>The payment that waits for finance.</returns>
    public async Task<Guid> RequestAsync(Guid declaration)
    {
        stage.Chapter("运维经费");
        await stage.MakeAsync(
            Unit,
            "申请运维经费 200000.00 元",
            $"{Operations}/maintenance-requests",
            new JsonObject
            {
                ["project"] = declaration,
                ["fundedBy"] = declaration,
                ["year"] = stage.Today.Year,
                ["amount"] = "200000.00",
                ["payee"] = BuildingSteps.PayeeOf(stage.UnitNameOf("contractor.officer")),
                ["purpose"] = "系统年度运行维护。",
            }
        );
        var payment = await stage.AwaitOneAsync(
            "finance.officer",
            $"api/v1/approval/payments?declaration={declaration}&kind=maintenance"
        );
        return Guid.Parse(payment["id"]!.GetValue<string>());
    }

    public async Task PayAsync(Guid declaration, Guid payment)
    {
        await money.FactAsync(declaration, "postEvaluation");
        await money.PayAsync(payment);
        var paid = await stage.AwaitAsync(
            Unit,
            $"{Operations}/maintenance-requests?project={declaration}",
            list => list["items"]![0]!["state"]!.GetValue<string>() == "paid"
        );
        await stage.TellAsync(
            Unit,
            "查看运维经费申请",
            $"{Operations}/maintenance-requests/{paid["items"]![0]!["id"]}"
        );
    }

    private Task<Answer> RepairAsync(string path, string charge) =>
        stage.ChangeAsync(
            "contractor.officer",
            $"报告修复，收费 {charge} 元",
            path,
            "repair",
            new JsonObject { ["resolution"] = "短信网关已更换，积压短信补发完毕。", ["charge"] = charge }
        );

    private async Task CorrectAsync(Guid declaration)
    {
        var opened = await stage.MakeAsync(
            "informatization.officer",
            "对承揽单位立案",
            $"{Operations}/violation-cases",
            new JsonObject
            {
                ["subject"] = stage.UnitOf("contractor.officer"),
                ["article"] = "article43",
                ["title"] = "擅自停用备份",
                ["facts"] = "承揽单位停用每日备份三日。",
                ["project"] = declaration,
                ["isSerious"] = false,
                ["causedMajorLoss"] = false,
                ["loss"] = "0.00",
            }
        );
        var path = $"{Operations}/violation-cases/{opened.Id}";
        await OrderAsync(path, null);
        await OrderAsync(path, stage.Date(15));
        await stage.ChangeAsync(
            "informatization.officer",
            "建议降低资质",
            path,
            "recommendations",
            new JsonObject
            {
                ["documentNumber"] = $"咸信办函-{stage.Run}",
                ["issuer"] = "中国电子工业标准化技术协会",
                ["certificate"] = $"YW-3-{stage.Run}",
                ["measure"] = "downgrade",
            }
        );
        await stage.ChangeAsync(
            "contractor.officer",
            "报告改正情况",
            path,
            "correction-report",
            new JsonObject { ["report"] = "每日备份已恢复，恢复演练记录随函报送。" }
        );
        await stage.ChangeAsync("informatization.officer", "确认已改正", path, "correction-confirmation");
        await stage.ChangeAsync(
            "informatization.officer",
            "结案",
            path,
            "closure",
            new JsonObject { ["remark"] = "已按期改正，予以结案。" }
        );
    }

    private Task<Answer> OrderAsync(string path, string? dueOn) =>
        stage.ChangeAsync(
            "informatization.officer",
            "责令改正",
            path,
            "correction-order",
            new JsonObject
            {
                ["documentNumber"] = $"咸信办责改-{stage.Run}",
                ["requirement"] = "恢复每日备份，并提交恢复演练记录。",
                ["dueOn"] = dueOn,
            }
        );
}
