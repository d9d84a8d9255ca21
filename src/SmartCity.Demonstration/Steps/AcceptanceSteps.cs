using System.Text.Json.Nodes;

namespace SmartCity.Demonstration.Steps;

/// <summary>The acts from the system test to the post-evaluation, as the offices send them.</summary>
public sealed class AcceptanceSteps(Stage stage)
{
    private const string Acceptance = "api/v1/acceptance/acceptances";

    public static string PathOf(Guid acceptance) => $"{Acceptance}/{acceptance}";

    /// <summary>Waits until the module has heard that the project is built.</summary>
    public async Task<Guid> OfAsync(Guid declaration)
    {
        var found = await stage.AwaitOneAsync("informatization.officer", $"{Acceptance}?declaration={declaration}");
        return Guid.Parse(found["id"]!.GetValue<string>());
    }

    public Task TestAsync(string account, Guid acceptance) =>
        stage.ChangeAsync(
            account,
            "记录系统测试",
            PathOf(acceptance),
            "system-tests",
            new JsonObject
            {
                ["test"] = new JsonObject
                {
                    ["testedOn"] = stage.Date(),
                    ["tester"] = "省电子信息产品监督检验院",
                    ["reportNumber"] = $"测-{stage.Run}",
                    ["passed"] = true,
                    ["summary"] = "功能、性能和接口测试全部合格。",
                },
            }
        );

    public Task PermitTrialAsync(Guid acceptance, DateOnly until) =>
        stage.ChangeAsync(
            "informatization.officer",
            "许可试运行",
            PathOf(acceptance),
            "trial-permit",
            new JsonObject
            {
                ["permitNumber"] = $"咸信办试-{stage.Run}",
                ["startsOn"] = stage.Date(),
                ["endsBy"] = Written(until),
            }
        );

    public Task LogTrialAsync(string account, Guid acceptance, DateOnly from, DateOnly until) =>
        stage.MakeAsync(
            account,
            $"记录试运行日志 {from:O} 至 {until:O}",
            $"{PathOf(acceptance)}/trial-log",
            new JsonObject
            {
                ["entry"] = new JsonObject
                {
                    ["from"] = Written(from),
                    ["until"] = Written(until),
                    ["uptimeBasisPoints"] = 9995,
                    ["incidents"] = 1,
                    ["users"] = 320,
                    ["dataVolumeMegabytes"] = 20480,
                    ["note"] = "一次接口超时，已修复。",
                },
            }
        );

    public Task FinishTrialAsync(string account, Guid acceptance) =>
        stage.ChangeAsync(
            account,
            "结束试运行",
            PathOf(acceptance),
            "trial-conclusion",
            new JsonObject
            {
                ["endedOn"] = stage.Date(),
                ["reportNumber"] = $"试-{stage.Run}",
                ["passed"] = true,
            }
        );

    public Task ApplyAsync(string account, Guid acceptance) =>
        stage.ChangeAsync(
            account,
            "申请验收",
            PathOf(acceptance),
            "application",
            new JsonObject
            {
                ["basis"] = new JsonArray(
                    Basis("nationalStandard", "GB/T 22239-2019", "网络安全等级保护基本要求"),
                    Basis("constructionDocument", $"JC-{stage.Run}", "合同和详细设计说明书")
                ),
            }
        );

    public Task FormPanelAsync(Guid acceptance) =>
        stage.ChangeAsync(
            "informatization.officer",
            "组成验收组",
            PathOf(acceptance),
            "panel",
            new JsonObject
            {
                ["experts"] = new JsonArray(
                    stage.AccountOf("expert-1"),
                    stage.AccountOf("expert-2"),
                    stage.AccountOf("expert-3")
                ),
                ["departments"] = new JsonArray(stage.UnitOf("big-data.officer")),
                ["heldOn"] = stage.Date(),
                ["place"] = "市政府信息办会议室",
            }
        );

    public Task EvaluateSecurityAsync(Guid acceptance, bool passed) =>
        stage.ChangeAsync(
            "informatization.officer",
            passed ? "记录安全评测认证：合格" : "记录安全评测认证：不合格",
            PathOf(acceptance),
            "security-evaluation",
            new JsonObject
            {
                ["evaluation"] = new JsonObject
                {
                    ["passed"] = passed,
                    ["evaluator"] = "省网络与信息安全测评中心",
                    ["certificateNumber"] = $"安评-{stage.Run}-{(passed ? 2 : 1)}",
                    ["evaluatedOn"] = stage.Date(),
                },
            }
        );

    public Task ConcludeAsync(Guid acceptance) =>
        stage.ChangeAsync(
            "informatization.officer",
            "作出验收结论：合格",
            PathOf(acceptance),
            "conclusion",
            new JsonObject
            {
                ["conclusion"] = new JsonObject
                {
                    ["passed"] = true,
                    ["documentNumber"] = $"咸信办验-{stage.Run}",
                    ["decidedOn"] = stage.Date(),
                    ["opinion"] = "建成内容与批准方案一致，同意通过验收。",
                    ["defects"] = new JsonArray(),
                },
                ["decisionMaker"] = stage.AccountOf("informatization.director"),
            }
        );

    public Task UseAsync(string account, Guid acceptance) =>
        stage.ChangeAsync(
            account,
            "投入使用",
            PathOf(acceptance),
            "use",
            new JsonObject { ["inUseOn"] = stage.Date() }
        );

    public Task PostEvaluateAsync(Guid acceptance) =>
        stage.ChangeAsync(
            "informatization.officer",
            "作出后评价结论：良好",
            PathOf(acceptance),
            "post-evaluation",
            new JsonObject
            {
                ["evaluation"] = new JsonObject
                {
                    ["score"] = 86,
                    ["result"] = "good",
                    ["documentNumber"] = $"咸信办后评-{stage.Run}",
                    ["concludedOn"] = stage.Date(),
                    ["survey"] = new JsonObject
                    {
                        ["decision"] = "决策依据充分。",
                        ["construction"] = "按合同建成。",
                        ["running"] = "全年可用率 99.9%。",
                        ["cost"] = Compared("300 万元", "250 万元"),
                        ["time"] = Compared("按合同工期", "按期"),
                        ["benefit"] = Compared("预警提前 3 天", "提前 3.2 天"),
                        ["use"] = Compared("接入率 95%", "接入率 97%"),
                    },
                },
            }
        );

    private static JsonObject Basis(string kind, string number, string title) =>
        new()
        {
            ["kind"] = kind,
            ["number"] = number,
            ["title"] = title,
            ["evidence"] = "项目档案",
        };

    private static JsonObject Compared(string planned, string actual) =>
        new() { ["planned"] = planned, ["actual"] = actual };

    private static string Written(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
