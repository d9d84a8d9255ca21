using System.Text.Json.Nodes;

namespace SmartCity.Demonstration.Steps;

/// <summary>The acts on a declaration, as the offices send them.</summary>
public sealed class DeclarationSteps(Stage stage)
{
    private const string Approval = "api/v1/approval";

    public static string PathOf(Guid declaration) => $"{Approval}/declarations/{declaration}";

    public Task<Answer> PlanAsync(string account) =>
        stage.MakeAsync(
            account,
            "登记总体规划事项",
            $"{Approval}/master-plan-items",
            new JsonObject
            {
                ["code"] = $"XY-{stage.Run}",
                ["title"] = "公共卫生信息化",
                ["description"] = "传染病监测预警、医疗机构数据汇聚。",
                ["fromYear"] = 2026,
                ["toYear"] = 2030,
                ["responsibleUnit"] = stage.UnitOf("health.officer").ToString(),
                ["estimatedInvestment"] = "12000000.00",
                ["basisDocumentNumber"] = "咸政发〔2026〕8号",
            }
        );

    /// <summary>The sheet that the demonstration declares.</summary>
    public async Task<JsonObject> SheetAsync()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Declarations", "infectious-disease-warning.json");
        await using var stream = File.OpenRead(file);
        return (JsonObject)(await JsonNode.ParseAsync(stream, cancellationToken: stage.Cancellation))!;
    }

    /// <summary>The sheet of a service: a year's maintenance for 400,000.00 yuan of the special fund.</summary>
    public async Task<JsonObject> ServiceSheetAsync(Guid item)
    {
        var sheet = await SheetAsync();
        sheet["projectName"] = "卫生信息系统运行维护";
        sheet["kind"] = "maintenance";
        sheet["nature"] = null;
        sheet["masterPlanItem"] = item;
        sheet["totalInvestment"] = "400000.00";
        var fund = sheet["fund"]!;
        var source = fund["sources"]![0]!.DeepClone();
        source["amount"] = "400000.00";
        fund["sources"] = new JsonArray(source);
        fund["lines"] = new JsonArray(
            new JsonObject
            {
                ["category"] = "maintenance",
                ["description"] = "信息系统年度运行维护服务",
                ["amount"] = "400000.00",
            }
        );
        return sheet;
    }

    public Task<Answer> DraftAsync(string account, JsonObject sheet) =>
        stage.MakeAsync(
            account,
            $"起草申报《{sheet["projectName"]}》",
            $"{Approval}/declarations",
            new JsonObject { ["sheet"] = sheet.DeepClone() }
        );

    public Task ReviseSheetAsync(string account, Guid declaration, JsonObject sheet) =>
        stage.ChangeAsync(
            account,
            "修改申报书",
            HttpMethod.Put,
            PathOf(declaration),
            "sheet",
            new JsonObject { ["sheet"] = sheet.DeepClone() }
        );

    public Task SubmitAsync(string account, Guid declaration) =>
        stage.ChangeAsync(account, "提交申报", PathOf(declaration), "submission");

    public Task ResubmitAsync(string account, Guid declaration) =>
        stage.ChangeAsync(account, "重新提交", PathOf(declaration), "resubmission");

    public async Task AttachBothAsync(string account, Guid declaration)
    {
        (string, string)[] papers = [("constructionPlan", "建设方案"), ("fundReport", "资金报告")];
        foreach (var (kind, name) in papers)
        {
            await stage.AttachAsync(
                account,
                $"上传{name}",
                PathOf(declaration),
                $"documents?kind={kind}",
                $"{name}.txt",
                $"{name}正文（演示文本）。"
            );
        }
    }

    public Task PanelAsync(string account, Guid declaration, int[] experts) =>
        stage.ChangeAsync(
            account,
            $"组织专家评审（{experts.Length}名专家）",
            PathOf(declaration),
            "panel",
            new JsonObject
            {
                ["method"] = "meeting",
                ["heldOn"] = stage.Date(),
                ["place"] = "市政府信息办会议室",
                ["experts"] = new JsonArray([
                    .. experts.Select(expert => new JsonObject
                    {
                        ["account"] = stage.AccountOf($"expert-{expert}").ToString(),
                        ["specialty"] = stage.NameOf($"expert-{expert}"),
                        ["title"] = "高级工程师",
                    }),
                ]),
                ["departments"] = new JsonArray(
                    new JsonObject
                    {
                        ["unit"] = stage.UnitOf("big-data.officer").ToString(),
                        ["representative"] = "数据资源科负责人",
                    }
                ),
                ["chair"] = stage.AccountOf($"expert-{experts[0]}").ToString(),
            }
        );

    public Task<Answer> OpinionAsync(int expert, Guid declaration, int round, string verdict, string[] comments) =>
        stage.MakeAsync(
            $"expert-{expert}",
            $"签署第{round}轮评审意见",
            $"{PathOf(declaration)}/opinions",
            new JsonObject
            {
                ["round"] = round,
                ["opinion"] = new JsonObject
                {
                    ["verdict"] = verdict,
                    ["score"] = verdict == "pass" ? 86 : 65,
                    ["necessity"] = "必要。",
                    ["feasibility"] = "可行。",
                    ["technology"] = "技术路线成熟。",
                    ["investment"] = "建议核减集成费用。",
                    ["security"] = "按第三级保护。",
                    ["benefit"] = "效益明确。",
                    ["reasons"] = verdict == "pass" ? "方案成熟，同意通过。" : "数据来源不清，须修订。",
                    ["proposedBudget"] = "3000000.00",
                    ["declaresNoConflict"] = true,
                    ["comments"] = new JsonArray([.. comments.Select(comment => (JsonNode)comment)]),
                },
            }
        );

    public Task ConcludeAsync(string account, Guid declaration, bool passed, string budget) =>
        stage.ChangeAsync(
            account,
            passed ? "作出评审结论：通过" : "作出评审结论：修订后重新评审",
            PathOf(declaration),
            "conclusion",
            new JsonObject
            {
                ["passed"] = passed,
                ["reviewedBudget"] = budget,
                ["summary"] = passed ? "专家组同意通过。" : "专家组要求修订。",
                ["requiredChanges"] = passed ? null : "补充学校缺课数据的来源和质量控制。",
                ["documentNumber"] = $"咸信办评〔2026〕{stage.Run}号",
                ["decidedOn"] = stage.Date(),
                ["decisionMaker"] = stage.AccountOf("informatization.director").ToString(),
                ["departmentViews"] = new JsonArray(
                    new JsonObject
                    {
                        ["unit"] = stage.UnitOf("big-data.officer").ToString(),
                        ["statement"] = "同意按共享平台要求接入。",
                    }
                ),
            }
        );

    public Task ReportToFinanceAsync(string account, Guid declaration, string amount) =>
        stage.ChangeAsync(
            account,
            $"报送财政 {amount} 元",
            PathOf(declaration),
            "finance-report",
            new JsonObject
            {
                ["documentNumber"] = $"咸信办函〔2026〕{stage.Run}号",
                ["reportedOn"] = stage.Date(),
                ["addressee"] = "市财政局",
                ["signatory"] = "市政府信息办负责人",
                ["proposed"] = new JsonArray(
                    new JsonObject
                    {
                        ["kind"] = "specialFund",
                        ["year"] = 2027,
                        ["amount"] = amount,
                    }
                ),
            }
        );
}
