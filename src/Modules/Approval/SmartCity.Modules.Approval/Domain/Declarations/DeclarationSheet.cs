using System.ComponentModel;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>
/// What the unit fills in: the declaration with what the construction plan and the fund report say in figures and words.
/// A draft may leave gaps; a submission may not. It is replaced as a whole and frozen with every submission.
/// </summary>
internal sealed record DeclarationSheet
{
    [Description("项目名称")]
    public string ProjectName { get; init; } = "";

    [Description("参建单位（不含牵头单位）")]
    public IReadOnlyList<UnitId> ParticipatingUnits { get; init; } = [];

    [Description("项目类别，第三条所列八类之一")]
    public ProjectKind? Kind { get; init; }

    [Description("建设性质：新建、扩建、改建；咨询评估、维护、外包类不填")]
    public ProjectNature? Nature { get; init; }

    [Description("所依据的总体规划事项")]
    public MasterPlanItemId? MasterPlanItem { get; init; }

    [Description("申报年度")]
    public int? DeclarationYear { get; init; }

    [Description("主管部门")]
    public string? SuperiorDepartment { get; init; }

    [Description("建设地点")]
    public string? Location { get; init; }

    [Description("计划开工日期")]
    public DateOnly? PlannedStart { get; init; }

    [Description("计划竣工日期")]
    public DateOnly? PlannedFinish { get; init; }

    [Description("总投资（元，含各期、各合同）")]
    public Money TotalInvestment { get; init; }

    public ProjectPeople People { get; init; } = new();

    public ConstructionPlan Plan { get; init; } = new();

    public Compliance Compliance { get; init; } = new();

    public DataPlan Data { get; init; } = new();

    public SecurityPlan Security { get; init; } = new();

    public FundPlan Fund { get; init; } = new();

    public UnitSignature Signature { get; init; } = new();

    /// <summary>All that is not raised by the units themselves: what finance can be asked to arrange (INT-19).</summary>
    public Money FiscalShare() =>
        Fund.Sources.Where(source => source.Kind != FundingKind.SelfRaised).Select(source => source.Amount).Sum();
}

/// <summary>Who answers for the project.</summary>
internal sealed record ProjectPeople
{
    [Description("项目负责人姓名")]
    public string? LeaderName { get; init; }

    [Description("项目负责人职务")]
    public string? LeaderPosition { get; init; }

    [Description("项目负责人电话")]
    public string? LeaderTelephone { get; init; }

    [Description("联系人")]
    public string? ContactName { get; init; }

    [Description("联系电话")]
    public string? ContactTelephone { get; init; }

    [Description("电子邮箱")]
    public string? ContactMail { get; init; }

    [Description("通信地址")]
    public string? Address { get; init; }
}

/// <summary>The construction plan in words; the document itself is attached.</summary>
internal sealed record ConstructionPlan
{
    [Description("建设必要性")]
    public string? Necessity { get; init; }

    [Description("现状与需求分析")]
    public string? CurrentState { get; init; }

    [Description("建设目标")]
    public string? Objectives { get; init; }

    [Description("建设内容与规模")]
    public string? ConstructionContent { get; init; }

    [Description("总体架构、技术方案")]
    public string? Architecture { get; init; }

    [Description("应用系统清单")]
    public IReadOnlyList<string> ApplicationSystems { get; init; } = [];

    [Description("实施进度")]
    public string? Schedule { get; init; }

    [Description("组织机构与人员")]
    public string? Organisation { get; init; }

    [Description("风险分析")]
    public string? Risks { get; init; }

    [Description("预期效益")]
    public string? ExpectedBenefits { get; init; }

    [Description("绩效目标与指标，后评价的基准")]
    public IReadOnlyList<PerformanceTarget> PerformanceTargets { get; init; } = [];

    [Description("运行维护方案")]
    public string? MaintenancePlan { get; init; }

    [Description("前期项目后评价情况（扩建）")]
    public string? EarlierPhaseEvaluation { get; init; }
}

/// <summary>One measure by which the project will be judged.</summary>
internal sealed record PerformanceTarget
{
    [Description("指标名称")]
    public string Name { get; init; } = "";

    [Description("目标值，含单位")]
    public string Target { get; init; } = "";

    [Description("核验方法")]
    public string? Verification { get; init; }
}

/// <summary>What articles 4, 9, 14 and 16 ask of a declaration.</summary>
internal sealed record Compliance
{
    [Description("执行的强制性标准")]
    public IReadOnlyList<DeclaredStandard> Standards { get; init; } = [];

    [Description("统一平台使用情况")]
    public UnifiedUse? UnifiedPlatform { get; init; }

    [Description("统一出口使用情况")]
    public UnifiedUse? UnifiedExit { get; init; }

    [Description("统一网络使用情况")]
    public UnifiedUse? UnifiedNetwork { get; init; }

    [Description("统一设施使用说明；不涉及的须说明理由")]
    public string? UnifiedRemark { get; init; }

    [Description("是否新建、扩建中心机房")]
    public bool? BuildsServerRoom { get; init; }

    [Description("是否建设全市范围的垂直专业网")]
    public bool? BuildsVerticalNetwork { get; init; }

    [Description("是否自行接入国际互联网")]
    public bool? OwnInternetAccess { get; init; }

    [Description("拟用网络、机房、灾备")]
    public string? Hosting { get; init; }

    [Description("与已建系统的关系、重复建设自查")]
    public string? RelationToExisting { get; init; }

    [Description("信用信息采集情况（第十四条）")]
    public CreditCollection? CreditInformation { get; init; }

    [Description("是否涉及国家秘密")]
    public bool? HandlesStateSecrets { get; init; }

    [Description("保密审查情况")]
    public string? SecrecyReview { get; init; }
}

/// <summary>One mandatory standard that the project keeps to.</summary>
internal sealed record DeclaredStandard
{
    [Description("标准层级")]
    public StandardLevel Level { get; init; }

    [Description("标准编号")]
    public string Code { get; init; } = "";

    [Description("标准名称")]
    public string Title { get; init; } = "";
}

/// <summary>What data the project yields.</summary>
internal sealed record DataPlan
{
    [Description("拟形成的数据资源")]
    public IReadOnlyList<PlannedResource> Resources { get; init; } = [];

    [Description("共享开放方案")]
    public string? SharingAndOpening { get; init; }
}

/// <summary>One data resource to come.</summary>
internal sealed record PlannedResource
{
    [Description("资源名称")]
    public string Name { get; init; } = "";

    [Description("主要数据项")]
    public string Content { get; init; } = "";

    [Description("共享类型")]
    public ResourceSharing Sharing { get; init; }

    [Description("开放类型")]
    public ResourceOpening Opening { get; init; }
}

/// <summary>How the project is protected.</summary>
internal sealed record SecurityPlan
{
    [Description("网络安全等级保护定级，1 至 5 级")]
    public int? ProtectionLevel { get; init; }

    [Description("等级保护备案情况")]
    public string? ProtectionFiling { get; init; }

    [Description("商用密码应用方案")]
    public string? CryptographyPlan { get; init; }

    [Description("密码应用安全性评估情况")]
    public string? CryptographyEvaluation { get; init; }

    [Description("数据安全、个人信息保护")]
    public string? DataSecurity { get; init; }
}

/// <summary>The fund report in figures; the document itself is attached.</summary>
internal sealed record FundPlan
{
    [Description("资金来源，合计应等于总投资")]
    public IReadOnlyList<FundingSource> Sources { get; init; } = [];

    [Description("概算明细（工程量清单），合计应等于总投资")]
    public IReadOnlyList<BudgetLine> Lines { get; init; } = [];

    [Description("测算依据")]
    public string? EstimateBasis { get; init; }

    [Description("资金使用计划")]
    public string? SpendingPlan { get; init; }

    [Description("资金绩效目标")]
    public string? PerformanceGoals { get; init; }

    [Description("年度运维经费估算（元）")]
    public Money YearlyMaintenance { get; init; }

    [Description("是否以自筹资金为由主张不需评审")]
    public bool ClaimsSelfFundedExemption { get; init; }
}

/// <summary>One source of money.</summary>
internal sealed record FundingSource
{
    [Description("资金类别")]
    public FundingKind Kind { get; init; }

    [Description("金额（元）")]
    public Money Amount { get; init; }

    [Description("使用年度")]
    public int Year { get; init; }

    [Description("落实依据文号")]
    public string? BasisDocumentNumber { get; init; }
}

/// <summary>One line of the bill of quantities.</summary>
internal sealed record BudgetLine
{
    [Description("类别")]
    public BudgetCategory Category { get; init; }

    [Description("名称、规格")]
    public string Description { get; init; } = "";

    [Description("数量，按计量单位的整数")]
    public long? Quantity { get; init; }

    [Description("计量单位")]
    public string? QuantityUnit { get; init; }

    [Description("单价（元）")]
    public Money? UnitPrice { get; init; }

    [Description("金额（元）")]
    public Money Amount { get; init; }
}

/// <summary>Who signed for the unit.</summary>
internal sealed record UnitSignature
{
    [Description("单位意见")]
    public string? Statement { get; init; }

    [Description("签发人")]
    public string? Signatory { get; init; }

    [Description("签发日期")]
    public DateOnly? SignedOn { get; init; }
}
