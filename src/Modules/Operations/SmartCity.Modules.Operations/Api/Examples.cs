using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Application.Faults;
using SmartCity.Modules.Operations.Application.Maintenance;
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Api;

/// <summary>Request bodies for the API description: what follows the acceptance of one project.</summary>
internal static class Examples
{
    public static ReportFault Fault =>
        new(
            new WarrantyId(new("0193a7c2-b4d1-7000-8000-000000000041")),
            "预警短信不能发出",
            "自上午八时起，预警短信全部滞留在发送队列。",
            FaultSeverity.Major,
            new(2028, 5, 8),
            true
        );

    public static FaultReportEndpoints.ResponseBody Response => new("远程排查后到场更换短信网关。", new(2028, 5, 8));

    public static FaultReportEndpoints.RepairBody Repair => new("短信网关已更换，积压短信补发完毕。", Money.Zero);

    public static FaultReportEndpoints.ReopeningBody Reopening => new("次日再次出现同样故障。");

    public static OpenCase Case =>
        new(
            Contractor,
            CaseArticle.Article43,
            "擅自停用备份",
            "承揽单位停用每日备份三十日，致部分监测数据无法恢复。",
            Project,
            true,
            false,
            Money.FromYuan(36_000)
        );

    public static ViolationCaseEndpoints.OrderBody Order =>
        new("咸信办责改〔2028〕3号", "恢复每日备份，并提交恢复演练记录。", new(2028, 6, 30));

    public static ViolationCaseEndpoints.ReplyBody Reply => new("备份停用系存储扩容所致，已安排补做。");

    public static ViolationCaseEndpoints.ReportBody CorrectionReport => new("每日备份已恢复，恢复演练记录随函报送。");

    public static ViolationCaseEndpoints.ClosingBody Closing => new("已按期改正，予以结案。");

    public static CaseMeasureEndpoints.PenaltyBody Penalty =>
        new("咸信办罚〔2028〕1号", "通报批评，两年内不予受理新建项目申报。", true);

    public static CaseMeasureEndpoints.RecommendationBody Recommendation =>
        new("咸信办函〔2028〕21号", "省通信管理局", "信息系统集成资质证书", RecommendedMeasure.Downgrade);

    public static CaseMeasureEndpoints.AnswerBody Answer =>
        new(IssuerDecision.Downgraded, "陕通管函〔2028〕88号", "已按程序降低其资质等级。");

    public static CaseMeasureEndpoints.ClaimBody Claim =>
        new(
            "咸信办函〔2028〕22号",
            "数据重新采集的费用。",
            [new(Contractor, Money.FromYuan(30_000)), new(LeadUnit, Money.FromYuan(6_000))]
        );

    public static RequestMaintenance Maintenance =>
        new(
            Project,
            new DeclarationId(new("0193a7c2-b4d1-7000-8000-000000000037")),
            2029,
            Money.FromYuan(260_000),
            new("某信息技术有限公司", "某银行咸阳分行", "102600000000"),
            "平台年度运行维护。"
        );

    private static DeclarationId Project { get; } = new(new("0193a7c2-b4d1-7000-8000-000000000006"));

    private static UnitId Contractor { get; } = new(new("0193a7c2-b4d1-7000-8000-000000000043"));

    private static UnitId LeadUnit { get; } = new(new("0193a7c2-b4d1-7000-8000-000000000042"));
}
