using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Api;

/// <summary>Request bodies for the API description: one county project from its registration to its start.</summary>
internal static class CountyProjectExamples
{
    private static readonly CountyBudgetLine InTheBudget = new(2026, "三财预〔2026〕12号", Money.FromYuan(1_600_000));

    public static RegisterCountyProject Project =>
        new(
            "三原县智慧社区综合服务平台",
            CountyProjectKind.ApplicationSystem,
            "三原县民政局",
            Money.FromYuan(1_600_000),
            InTheBudget
        );

    public static CountyProjectEndpoints.CountyInvestmentBody Investment => new(Money.FromYuan(1_600_000), InTheBudget);

    public static CountyProjectEndpoints.CountyTenderBody Tender =>
        new(
            CountyTenderMethod.OpenTender,
            "三采公〔2026〕31号",
            new(2026, 11, 12),
            "某信息技术公司",
            "91350100M000100Y43",
            Money.FromYuan(1_520_000)
        );

    public static CountyProjectEndpoints.CountyFilingBody Filing =>
        new(
            "三原县智慧社区综合服务平台实施方案",
            "三信办〔2026〕19号",
            new(2026, 11, 16),
            "建设社区服务平台一套，接入市政务服务平台；工期八个月。"
        );

    public static CountyProjectEndpoints.CountyFilingReceiptBody Receipt => new("咸信备〔2026〕7号");

    public static CountyProjectEndpoints.CountyFilingReturnBody Return =>
        new("缺网络安全等级保护定级情况和资金预算批复复印件。");

    public static CountyProjectEndpoints.CountyStartBody Start => new(new(2026, 11, 23));
}
