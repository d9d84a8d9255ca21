using System.ComponentModel;

namespace SmartCity.Modules.Approval.Domain.Declarations;

internal enum DeclarationState
{
    [Description("草拟")]
    Draft,

    [Description("已申报")]
    Declared,

    [Description("评审中")]
    UnderReview,

    [Description("评审通过")]
    ReviewPassed,

    [Description("须修订")]
    RevisionRequired,

    [Description("已报财政")]
    ReportedToFinance,

    [Description("已安排资金")]
    FundArranged,

    [Description("已撤销")]
    Cancelled,
}

/// <summary>The eight kinds of article 3.</summary>
internal enum ProjectKind
{
    [Description("信息网络建设")]
    NetworkConstruction,

    [Description("信息应用系统建设")]
    ApplicationSystem,

    [Description("信息资源开发")]
    InformationResource,

    [Description("新型智慧城市建设")]
    SmartCity,

    [Description("网络安全和信息安全建设")]
    Security,

    [Description("咨询评估")]
    ConsultingAndAssessment,

    [Description("信息化项目维护")]
    Maintenance,

    [Description("信息化服务外包")]
    Outsourcing,
}

internal static class ProjectKinds
{
    // INT-25: services are projects too, but no works.
    private static readonly HashSet<ProjectKind> Services =
    [
        ProjectKind.ConsultingAndAssessment,
        ProjectKind.Maintenance,
        ProjectKind.Outsourcing,
    ];

    /// <summary>True for consulting, maintenance and outsourcing: nature, trial, assets and warranty do not apply.</summary>
    public static bool IsService(this ProjectKind kind) => Services.Contains(kind);
}

/// <summary>The nature of works (article 3); services have none.</summary>
internal enum ProjectNature
{
    /// <summary>新建</summary>
    New,

    /// <summary>扩建</summary>
    Extension,

    /// <summary>改建</summary>
    Alteration,
}

/// <summary>Where money comes from (articles 2 and 5).</summary>
internal enum FundingKind
{
    /// <summary>信息化专项经费</summary>
    SpecialFund,

    /// <summary>政府融资出资</summary>
    GovernmentFinancing,

    /// <summary>自筹资金</summary>
    SelfRaised,

    /// <summary>财政拨款</summary>
    FiscalAppropriation,

    /// <summary>上级拨款</summary>
    SuperiorAppropriation,
}

internal enum BudgetCategory
{
    /// <summary>设备购置</summary>
    Equipment,

    /// <summary>软件购置</summary>
    Software,

    /// <summary>软件开发</summary>
    Development,

    /// <summary>系统集成</summary>
    Integration,

    /// <summary>数据资源</summary>
    Data,

    /// <summary>测试评测</summary>
    Testing,

    /// <summary>监理</summary>
    Supervision,

    /// <summary>咨询设计</summary>
    Consulting,

    /// <summary>培训</summary>
    Training,

    /// <summary>运行维护</summary>
    Maintenance,

    /// <summary>预备费</summary>
    Contingency,

    /// <summary>其他</summary>
    Other,
}

/// <summary>Who made a mandatory standard (article 4 names the state, the industry and the city).</summary>
internal enum StandardLevel
{
    /// <summary>国家标准</summary>
    National,

    /// <summary>行业标准</summary>
    Industry,

    /// <summary>地方标准</summary>
    Local,

    /// <summary>本市规定</summary>
    City,
}

/// <summary>How a project stands to one of the city's unified facilities (article 4).</summary>
internal enum UnifiedUse
{
    /// <summary>使用全市统一设施</summary>
    Uses,

    /// <summary>另行建设或接入</summary>
    Separate,

    /// <summary>不涉及</summary>
    NotApplicable,
}

/// <summary>The answer about credit information (article 14).</summary>
internal enum CreditCollection
{
    /// <summary>本系统采集信用信息</summary>
    Collects,

    /// <summary>本系统不采集信用信息</summary>
    DoesNotCollect,

    /// <summary>本单位无市场监管、行政执法职责</summary>
    NoSuchDuty,
}

/// <summary>How a data resource is shared (articles 17 to 19).</summary>
internal enum ResourceSharing
{
    /// <summary>无条件共享</summary>
    Unconditional,

    /// <summary>有条件共享</summary>
    Conditional,

    /// <summary>特殊共享</summary>
    Special,
}

/// <summary>How a data resource is opened to society (article 26).</summary>
internal enum ResourceOpening
{
    /// <summary>无条件开放</summary>
    Unconditional,

    /// <summary>依申请开放</summary>
    OnApplication,

    /// <summary>依法不予开放</summary>
    Closed,
}

internal enum DocumentKind
{
    /// <summary>建设方案</summary>
    ConstructionPlan,

    /// <summary>资金报告</summary>
    FundReport,

    /// <summary>其他</summary>
    Other,
}

internal enum ReviewMethod
{
    /// <summary>会议评审</summary>
    Meeting,

    /// <summary>函审</summary>
    Correspondence,
}

internal enum OpinionVerdict
{
    /// <summary>通过</summary>
    Pass,

    /// <summary>需修订</summary>
    Revise,
}

internal enum ResponseDecision
{
    /// <summary>采纳</summary>
    Adopted,

    /// <summary>部分采纳</summary>
    PartlyAdopted,

    /// <summary>未采纳（说明理由）</summary>
    NotAdopted,
}
