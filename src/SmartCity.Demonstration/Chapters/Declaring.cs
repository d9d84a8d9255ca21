using System.Text.Json.Nodes;
using SmartCity.Demonstration.Steps;

namespace SmartCity.Demonstration.Chapters;

/// <summary>From the master plan to the report to finance (articles 2 to 7).</summary>
internal sealed class Declaring(Stage stage)
{
    private readonly DeclarationSteps steps = new(stage);

    /// <summary>Walks it and answers with the declaration that was reported to finance.</summary>
    public async Task<Guid> WalkAsync()
    {
        stage.Chapter("总体规划");
        await steps.PlanAsync("health.officer");
        var item = (await steps.PlanAsync("informatization.officer")).Id;
        var declaration = await DeclareAsync(item);
        await ReviewOnceAsync(declaration);
        await ReviseAsync(declaration);
        await ReviewAgainAsync(declaration);
        await ReportAsync(declaration);
        await SelfRaisedAsync(item);
        return declaration;
    }

    private async Task<Guid> DeclareAsync(Guid item)
    {
        stage.Chapter("项目申报");
        var sheet = await steps.SheetAsync();
        var unfinished = (JsonObject)sheet.DeepClone();
        unfinished["nature"] = null;
        unfinished["compliance"]!["standards"] = new JsonArray();
        unfinished["compliance"]!["unifiedExit"] = "separate";
        unfinished["fund"]!["sources"]!.AsArray().RemoveAt(1);
        var drafted = await steps.DraftAsync("health.officer", unfinished);
        await steps.SubmitAsync("health.officer", drafted.Id);

        sheet["masterPlanItem"] = item.ToString();
        await steps.ReviseSheetAsync("health.officer", drafted.Id, sheet);
        await steps.AttachBothAsync("health.officer", drafted.Id);
        await steps.SubmitAsync("health.officer", drafted.Id);
        await stage.TellAsync("education.officer", "查看他人的申报", DeclarationSteps.PathOf(drafted.Id));
        return drafted.Id;
    }

    private async Task ReviewOnceAsync(Guid declaration)
    {
        stage.Chapter("专家评审");
        await steps.ReportToFinanceAsync("informatization.officer", declaration, "2800000.00");
        await steps.PanelAsync("finance.officer", declaration, [1, 2, 3, 4, 5]);
        await steps.PanelAsync("informatization.officer", declaration, [1, 2, 3, 7]);
        await steps.PanelAsync("informatization.officer", declaration, [1, 2, 3, 4, 5]);
        foreach (var expert in (int[])[1, 2])
        {
            await steps.OpinionAsync(expert, declaration, 1, "revise", ["学校缺课数据来源和质量控制没有说明。"]);
        }

        await steps.ConcludeAsync("informatization.officer", declaration, passed: false, "0.00");
        foreach (var expert in (int[])[3, 4, 5])
        {
            await steps.OpinionAsync(expert, declaration, 1, expert == 3 ? "revise" : "pass", []);
        }

        await steps.ConcludeAsync("informatization.officer", declaration, passed: false, "0.00");
    }

    private async Task ReviseAsync(Guid declaration)
    {
        stage.Chapter("按专家意见修订");
        var notice = await NoticedAsync(declaration);
        await steps.ResubmitAsync("health.officer", declaration);
        var round = await stage.ReadAsync("health.officer", $"{DeclarationSteps.PathOf(declaration)}/rounds/1");
        var responses = new JsonArray([
            .. round["opinions"]!
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
        await stage.ChangeAsync(
            "health.officer",
            "逐条答复专家意见",
            DeclarationSteps.PathOf(declaration),
            "comment-responses",
            new JsonObject { ["responses"] = responses }
        );
        var current = await stage.ReadAsync("health.officer", DeclarationSteps.PathOf(declaration));
        var sheet = (JsonObject)current["sheet"]!.DeepClone();
        sheet["plan"]!["risks"] = "学校缺课数据由教育部门按日提供，附来源清单和质量核对办法，先在三个县区试点。";
        await steps.ReviseSheetAsync("health.officer", declaration, sheet);
        await steps.ResubmitAsync("health.officer", declaration);
        await stage.ChangeAsync(
            "health.officer",
            "通知标为已办",
            notice,
            "acted",
            new JsonObject { ["done"] = "已逐条答复专家意见，修订后重新申报。" }
        );
    }

    // The unit learns of the failed round in its inbox.
    private async Task<string> NoticedAsync(Guid declaration)
    {
        const string Notices = "api/v1/security/notices";
        bool IsOfDeclaration(JsonNode? line) => line!["objectId"]!.GetValue<string>() == declaration.ToString();
        var unread = await stage.AwaitAsync(
            "health.officer",
            $"{Notices}?kind=approval.revision-required&state=unread",
            list => list["items"]!.AsArray().Any(IsOfDeclaration)
        );
        var line = unread["items"]!.AsArray().First(IsOfDeclaration)!;
        var notice = $"{Notices}/{line["id"]!.GetValue<string>()}";
        await stage.TellAsync("health.officer", $"查看通知：{line["title"]!.GetValue<string>()}", notice);
        await stage.ChangeAsync("health.officer", "通知标为已读", notice, "read");
        return notice;
    }

    private async Task ReviewAgainAsync(Guid declaration)
    {
        stage.Chapter("重新评审");
        await steps.PanelAsync("informatization.officer", declaration, [1, 2, 3, 4, 5]);
        await steps.OpinionAsync(1, declaration, 1, "pass", []);
        foreach (var expert in (int[])[1, 2, 3, 4, 5])
        {
            await steps.OpinionAsync(expert, declaration, 2, "pass", []);
        }

        await steps.ConcludeAsync("audit.officer", declaration, passed: true, "3000000.00");
        await steps.ConcludeAsync("informatization.officer", declaration, passed: true, "3000000.00");
    }

    private async Task ReportAsync(Guid declaration)
    {
        stage.Chapter("报送财政");
        await steps.ReportToFinanceAsync("informatization.officer", declaration, "3100000.00");
        await steps.ReportToFinanceAsync("informatization.officer", declaration, "2800000.00");
        await stage.TellAsync("finance.officer", "查看报送的项目", DeclarationSteps.PathOf(declaration));
    }

    private async Task SelfRaisedAsync(Guid item)
    {
        stage.Chapter("自筹资金和适用范围");
        var sheet = await steps.SheetAsync();
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
        var hospital = await steps.DraftAsync("hospital.officer", sheet);
        await steps.AttachBothAsync("hospital.officer", hospital.Id);
        await steps.SubmitAsync("hospital.officer", hospital.Id);

        sheet["nature"] = null;
        fund["claimsSelfFundedExemption"] = false;
        await steps.ReviseSheetAsync("hospital.officer", hospital.Id, sheet);
        await steps.SubmitAsync("hospital.officer", hospital.Id);

        var enterprise = await steps.DraftAsync("enterprise.officer", sheet);
        if (enterprise.IsAccepted)
        {
            await steps.AttachBothAsync("enterprise.officer", enterprise.Id);
            await steps.SubmitAsync("enterprise.officer", enterprise.Id);
        }
    }
}
