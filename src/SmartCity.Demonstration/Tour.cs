using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SmartCity.Demonstration;

/// <summary>
/// Carries real declarations from draft to the report to finance, and knocks at the gates on the way. It is a client
/// like any other: it knows the service by its HTTP interface only, and tells what it was answered.
/// </summary>
public sealed class Tour(
    Uri service,
    IReadOnlyDictionary<string, DemonstrationAccount> accounts,
    Narrator narrator,
    DateOnly today
)
{
    private const string Approval = "api/v1/approval";

    private readonly Dictionary<string, Office> offices = [];

    // Every run makes declarations of its own, so that the tour can be walked again on the same database.
    private readonly string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    private int keys;

    public async Task WalkAsync(CancellationToken cancellationToken)
    {
        try
        {
            var item = await PlanAsync(cancellationToken);
            var declaration = await DeclareAsync(item, cancellationToken);
            await ReviewOnceAsync(declaration, cancellationToken);
            await ReviseAsync(declaration, cancellationToken);
            await ReviewAgainAsync(declaration, cancellationToken);
            await ReportAsync(declaration, cancellationToken);
            await SelfRaisedAsync(item, cancellationToken);
            narrator.Summarise();
        }
        finally
        {
            foreach (var office in offices.Values)
            {
                office.Dispose();
            }
        }
    }

    private async Task<Guid> PlanAsync(CancellationToken cancellationToken)
    {
        narrator.Chapter("一、总体规划");
        var item = new JsonObject
        {
            ["code"] = $"XY-{run}",
            ["title"] = "公共卫生信息化",
            ["description"] = "传染病监测预警、医疗机构数据汇聚。",
            ["fromYear"] = 2026,
            ["toYear"] = 2030,
            ["responsibleUnit"] = accounts["health.officer"].Unit.ToString(),
            ["estimatedInvestment"] = "12000000.00",
            ["basisDocumentNumber"] = "咸政发〔2026〕8号",
        };
        await MakeAsync("health.officer", "登记总体规划事项", $"{Approval}/master-plan-items", item, cancellationToken);
        var added = await MakeAsync(
            "informatization.officer",
            "登记总体规划事项",
            $"{Approval}/master-plan-items",
            item,
            cancellationToken
        );
        return added.Id;
    }

    private async Task<Guid> DeclareAsync(Guid item, CancellationToken cancellationToken)
    {
        narrator.Chapter("二、项目申报");
        var sheet = await SheetAsync(cancellationToken);
        var unfinished = (JsonObject)sheet.DeepClone();
        unfinished["nature"] = null;
        unfinished["compliance"]!["standards"] = new JsonArray();
        unfinished["compliance"]!["unifiedExit"] = "separate";
        unfinished["fund"]!["sources"]!.AsArray().RemoveAt(1);
        var drafted = await DraftAsync("health.officer", unfinished, cancellationToken);
        await SubmitAsync("health.officer", drafted.Id, cancellationToken);

        sheet["masterPlanItem"] = item.ToString();
        await ReviseSheetAsync("health.officer", drafted.Id, sheet, cancellationToken);
        await AttachBothAsync("health.officer", drafted.Id, cancellationToken);
        await SubmitAsync("health.officer", drafted.Id, cancellationToken);
        narrator.Tell(
            "市教育局项目经办",
            "查看他人的申报",
            await (await AtAsync("education.officer", cancellationToken)).ReadAsync(
                $"{Approval}/declarations/{drafted.Id}",
                cancellationToken
            )
        );
        return drafted.Id;
    }

    private async Task ReviewOnceAsync(Guid declaration, CancellationToken cancellationToken)
    {
        narrator.Chapter("三、专家评审");
        await ReportToFinanceAsync("informatization.officer", declaration, "2800000.00", cancellationToken);
        await PanelAsync("finance.officer", declaration, [1, 2, 3, 4, 5], cancellationToken);
        await PanelAsync("informatization.officer", declaration, [1, 2, 3, 7], cancellationToken);
        await PanelAsync("informatization.officer", declaration, [1, 2, 3, 4, 5], cancellationToken);
        foreach (var expert in (int[])[1, 2])
        {
            await OpinionAsync(
                expert,
                declaration,
                1,
                "revise",
                ["学校缺课数据来源和质量控制没有说明。"],
                cancellationToken
            );
        }

        await ConcludeAsync("informatization.officer", declaration, passed: false, "0.00", cancellationToken);
        foreach (var expert in (int[])[3, 4, 5])
        {
            await OpinionAsync(expert, declaration, 1, expert == 3 ? "revise" : "pass", [], cancellationToken);
        }

        await ConcludeAsync("informatization.officer", declaration, passed: false, "0.00", cancellationToken);
    }

    private async Task ReviseAsync(Guid declaration, CancellationToken cancellationToken)
    {
        narrator.Chapter("四、按专家意见修订");
        await ResubmitAsync(declaration, cancellationToken);
        var unit = await AtAsync("health.officer", cancellationToken);
        var round = await unit.ReadAsync($"{Approval}/declarations/{declaration}/rounds/1", cancellationToken);
        var responses = new JsonArray([
            .. round.Body["opinions"]!
                .AsArray()
                .SelectMany(opinion => opinion!["comments"]!.AsArray())
                .Select(comment => new JsonObject
                {
                    ["number"] = comment!["number"]!.DeepClone(),
                    ["decision"] = "adopted",
                    ["answer"] = "已增加数据来源清单和质量核对办法。",
                    ["changedWhere"] = "建设方案第四章",
                }),
        ]);
        await ChangeAsync(
            "health.officer",
            "逐条答复专家意见",
            HttpMethod.Post,
            declaration,
            "comment-responses",
            new JsonObject { ["responses"] = responses },
            cancellationToken
        );
        var current = await unit.ReadAsync($"{Approval}/declarations/{declaration}", cancellationToken);
        var sheet = (JsonObject)current.Body["sheet"]!.DeepClone();
        sheet["plan"]!["risks"] = "学校缺课数据由教育部门按日提供，附来源清单和质量核对办法，先在三个县区试点。";
        await ReviseSheetAsync("health.officer", declaration, sheet, cancellationToken);
        await ResubmitAsync(declaration, cancellationToken);
    }

    private async Task ReviewAgainAsync(Guid declaration, CancellationToken cancellationToken)
    {
        narrator.Chapter("五、重新评审");
        await PanelAsync("informatization.officer", declaration, [1, 2, 3, 4, 5], cancellationToken);
        await OpinionAsync(1, declaration, 1, "pass", [], cancellationToken);
        foreach (var expert in (int[])[1, 2, 3, 4, 5])
        {
            await OpinionAsync(expert, declaration, 2, "pass", [], cancellationToken);
        }

        await ConcludeAsync("audit.officer", declaration, passed: true, "3000000.00", cancellationToken);
        await ConcludeAsync("informatization.officer", declaration, passed: true, "3000000.00", cancellationToken);
    }

    private async Task ReportAsync(Guid declaration, CancellationToken cancellationToken)
    {
        narrator.Chapter("六、报送财政");
        await ReportToFinanceAsync("informatization.officer", declaration, "3100000.00", cancellationToken);
        await ReportToFinanceAsync("informatization.officer", declaration, "2800000.00", cancellationToken);
        narrator.Tell(
            "市财政局经办",
            "查看报送的项目",
            await (await AtAsync("finance.officer", cancellationToken)).ReadAsync(
                $"{Approval}/declarations/{declaration}",
                cancellationToken
            )
        );
    }

    private async Task SelfRaisedAsync(Guid item, CancellationToken cancellationToken)
    {
        narrator.Chapter("七、自筹资金和适用范围");
        var sheet = await SheetAsync(cancellationToken);
        sheet["projectName"] = "医院信息系统运行维护";
        sheet["kind"] = "maintenance";
        sheet["masterPlanItem"] = item.ToString();
        sheet["totalInvestment"] = "400000.00";
        var fund = sheet["fund"]!;
        fund["sources"] = new JsonArray(fund["sources"]![1]!.DeepClone());
        fund["lines"] = new JsonArray(
            new JsonObject
            {
                ["category"] = "maintenance",
                ["description"] = "信息系统年度运行维护服务",
                ["amount"] = "400000.00",
            }
        );
        fund["claimsSelfFundedExemption"] = true;
        var hospital = await DraftAsync("hospital.officer", sheet, cancellationToken);
        await AttachBothAsync("hospital.officer", hospital.Id, cancellationToken);
        await SubmitAsync("hospital.officer", hospital.Id, cancellationToken);

        sheet["nature"] = null;
        fund["claimsSelfFundedExemption"] = false;
        await ReviseSheetAsync("hospital.officer", hospital.Id, sheet, cancellationToken);
        await SubmitAsync("hospital.officer", hospital.Id, cancellationToken);

        var enterprise = await DraftAsync("enterprise.officer", sheet, cancellationToken);
        if (enterprise.IsAccepted)
        {
            await AttachBothAsync("enterprise.officer", enterprise.Id, cancellationToken);
            await SubmitAsync("enterprise.officer", enterprise.Id, cancellationToken);
        }
    }

    private static async Task<JsonObject> SheetAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Declarations", "infectious-disease-warning.json");
        await using var stream = File.OpenRead(file);
        return (JsonObject)(await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken))!;
    }

    private Task<Answer> DraftAsync(string account, JsonObject sheet, CancellationToken cancellationToken) =>
        MakeAsync(
            account,
            $"起草申报《{sheet["projectName"]}》",
            $"{Approval}/declarations",
            new JsonObject { ["sheet"] = sheet.DeepClone() },
            cancellationToken
        );

    private Task ReviseSheetAsync(
        string account,
        Guid declaration,
        JsonObject sheet,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            account,
            "修改申报书",
            HttpMethod.Put,
            declaration,
            "sheet",
            new JsonObject { ["sheet"] = sheet.DeepClone() },
            cancellationToken
        );

    private Task SubmitAsync(string account, Guid declaration, CancellationToken cancellationToken) =>
        ChangeAsync(account, "提交申报", HttpMethod.Post, declaration, "submission", null, cancellationToken);

    private Task ResubmitAsync(Guid declaration, CancellationToken cancellationToken) =>
        ChangeAsync(
            "health.officer",
            "重新提交",
            HttpMethod.Post,
            declaration,
            "resubmission",
            null,
            cancellationToken
        );

    private async Task AttachBothAsync(string account, Guid declaration, CancellationToken cancellationToken)
    {
        (string, string)[] papers = [("constructionPlan", "建设方案"), ("fundReport", "资金报告")];
        foreach (var (kind, name) in papers)
        {
            var office = await AtAsync(account, cancellationToken);
            var path = $"{Approval}/declarations/{declaration}";
            var before = await office.ReadAsync(path, cancellationToken);
            var answer = await office.AttachAsync(
                $"{path}/documents?kind={kind}",
                $"{name}.txt",
                $"{name}正文（演示文本）。",
                before.Version,
                cancellationToken
            );
            narrator.Tell(office.Account.Name, $"上传{name}", answer);
        }
    }

    private Task PanelAsync(string account, Guid declaration, int[] experts, CancellationToken cancellationToken) =>
        ChangeAsync(
            account,
            $"组织专家评审（{experts.Length}名专家）",
            HttpMethod.Post,
            declaration,
            "panel",
            new JsonObject
            {
                ["method"] = "meeting",
                ["heldOn"] = Today(),
                ["place"] = "市政府信息办会议室",
                ["experts"] = new JsonArray([
                    .. experts.Select(expert => new JsonObject
                    {
                        ["account"] = Expert(expert).Account.ToString(),
                        ["specialty"] = Expert(expert).Name,
                        ["title"] = "高级工程师",
                    }),
                ]),
                ["departments"] = new JsonArray(
                    new JsonObject
                    {
                        ["unit"] = accounts["big-data.officer"].Unit.ToString(),
                        ["representative"] = "数据资源科负责人",
                    }
                ),
                ["chair"] = Expert(experts[0]).Account.ToString(),
            },
            cancellationToken
        );

    private Task<Answer> OpinionAsync(
        int expert,
        Guid declaration,
        int round,
        string verdict,
        string[] comments,
        CancellationToken cancellationToken
    ) =>
        MakeAsync(
            $"expert-{expert}",
            $"签署第{round}轮评审意见",
            $"{Approval}/declarations/{declaration}/opinions",
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
            },
            cancellationToken
        );

    private Task ConcludeAsync(
        string account,
        Guid declaration,
        bool passed,
        string budget,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            account,
            passed ? "作出评审结论：通过" : "作出评审结论：修订后重新评审",
            HttpMethod.Post,
            declaration,
            "conclusion",
            new JsonObject
            {
                ["passed"] = passed,
                ["reviewedBudget"] = budget,
                ["summary"] = passed ? "专家组同意通过。" : "专家组要求修订。",
                ["requiredChanges"] = passed ? null : "补充学校缺课数据的来源和质量控制。",
                ["documentNumber"] = $"咸信办评〔2026〕{run}号",
                ["decidedOn"] = Today(),
                ["decisionMaker"] = accounts["informatization.director"].Account.ToString(),
                ["departmentViews"] = new JsonArray(
                    new JsonObject
                    {
                        ["unit"] = accounts["big-data.officer"].Unit.ToString(),
                        ["statement"] = "同意按共享平台要求接入。",
                    }
                ),
            },
            cancellationToken
        );

    private Task ReportToFinanceAsync(
        string account,
        Guid declaration,
        string amount,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            account,
            $"报送财政 {amount} 元",
            HttpMethod.Post,
            declaration,
            "finance-report",
            new JsonObject
            {
                ["documentNumber"] = $"咸信办函〔2026〕{run}号",
                ["reportedOn"] = Today(),
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
            },
            cancellationToken
        );

    private async Task<Answer> MakeAsync(
        string account,
        string what,
        string path,
        JsonObject body,
        CancellationToken cancellationToken
    )
    {
        var office = await AtAsync(account, cancellationToken);
        var answer = await office.MakeAsync(path, body, $"tour-{run}-{++keys}", cancellationToken);
        narrator.Tell(office.Account.Name, what, answer);
        return answer;
    }

    private async Task ChangeAsync(
        string account,
        string what,
        HttpMethod method,
        Guid declaration,
        string act,
        JsonObject? body,
        CancellationToken cancellationToken
    )
    {
        var office = await AtAsync(account, cancellationToken);
        // The state is read by one who may read everything, so that the change can be told whoever acts.
        var reader = await AtAsync("informatization.officer", cancellationToken);
        var path = $"{Approval}/declarations/{declaration}";
        var before = await reader.ReadAsync(path, cancellationToken);
        if (!before.IsAccepted)
        {
            before = await office.ReadAsync(path, cancellationToken);
            reader = office;
        }

        var answer = await office.ChangeAsync(method, $"{path}/{act}", body, before.Version, cancellationToken);
        narrator.Tell(office.Account.Name, what, answer, before, await reader.ReadAsync(path, cancellationToken));
    }

    private async Task<Office> AtAsync(string account, CancellationToken cancellationToken)
    {
        if (!offices.TryGetValue(account, out var office))
        {
            offices.Add(account, office = await Office.SignInAsync(service, accounts[account], cancellationToken));
        }

        return office;
    }

    private DemonstrationAccount Expert(int number) => accounts[$"expert-{number}"];

    private string Today() => today.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
