using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Acceptance.Api;

/// <summary>Request bodies for the API description: one project from the system test to the post-evaluation.</summary>
internal static class Examples
{
    public static TrialEndpoints.TestBody Test =>
        new(
            new(new(2027, 9, 20), "省电子信息产品监督检验院", "测〔2027〕118号", true, "功能、性能和接口测试全部合格。")
        );

    public static TrialEndpoints.PermitBody Permit => new("咸信办试〔2027〕9号", new(2027, 10, 8), new(2028, 1, 31));

    public static TrialEndpoints.RenewalBody Renewal => new("咸信办试〔2028〕1号", new(2028, 3, 31));

    public static TrialEndpoints.LogBody Log =>
        new(new(new(2027, 10, 8), new(2027, 10, 14), 9995, 1, 320, 20_480, "一次接口超时，已修复。"));

    public static TrialEndpoints.RestartBody Restart => new(new(2027, 11, 15), "预警模型更换，接口全部改造。");

    public static TrialEndpoints.FinishBody Finish => new(new(2028, 1, 8), "试〔2028〕2号", true);

    public static AcceptanceEndpoints.ApplicationBody Application =>
        new([
            new(AcceptanceBasisKind.NationalStandard, "GB/T 22239-2019", "网络安全等级保护基本要求", "等级测评报告"),
            new(AcceptanceBasisKind.ConstructionDocument, "JC-2027-031", "详细设计说明书", "项目档案第三卷"),
        ]);

    public static AcceptanceEndpoints.PanelBody Panel =>
        new(
            [
                new(Guid.Parse("0196f3a0-0000-7000-8000-000000000101")),
                new(Guid.Parse("0196f3a0-0000-7000-8000-000000000102")),
            ],
            [new(Guid.Parse("0196f3a0-0000-7000-8000-000000000002"))],
            new(2028, 1, 20),
            "市政府信息办会议室"
        );

    public static AcceptanceEndpoints.SecurityEvaluationBody SecurityEvaluation =>
        new(new(true, "省网络与信息安全测评中心", "安评〔2028〕7号", new(2028, 1, 22)));

    public static AcceptanceEndpoints.ConclusionBody Conclusion =>
        new(
            new(true, "咸信办验〔2028〕3号", new(2028, 1, 25), "建成内容与批准方案一致，同意通过验收。", []),
            new AccountId(Guid.Parse("0196f3a0-0000-7000-8000-000000000201"))
        );

    public static AcceptanceEndpoints.RectificationBody Rectification => new("补齐接口文档，修复统计口径错误。");

    public static AcceptanceEndpoints.RectifiedBody Rectified =>
        new(new(2028, 2, 20), "接口文档已补齐，统计口径已更正。");

    public static AcceptanceEndpoints.RevocationBody Revocation => new("验收所附测试报告与实际系统版本不符。");

    public static UseEndpoints.UseBody Use => new(new(2028, 2, 1));

    public static UseEndpoints.PostEvaluationBody PostEvaluation =>
        new(
            new(
                86,
                EvaluationResult.Good,
                "咸信办评〔2029〕4号",
                new(2029, 3, 1),
                new(
                    "决策依据充分，需求与总体规划一致。",
                    "按合同工期建成，变更两次均经审批。",
                    "全年可用率 99.9%，无数据安全事件。",
                    new("300 万元", "296 万元"),
                    new("2027 年 12 月建成", "2027 年 9 月建成"),
                    new("预警时间缩短到一天", "平均 0.8 天"),
                    new("接入机构 95%", "接入机构 97%")
                )
            )
        );

    public static UseEndpoints.AnnulmentBody Annulment => new("运行数据经核查不实，重新组织评价。");
}
