using System.ComponentModel;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.Projects;

/// <summary>The eight kinds of article 3, in Approval's own words.</summary>
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

/// <summary>A declared project as Approval knows it on the day of the act.</summary>
/// <param name="Kind">Null while the draft names none; a project that passed its review has one.</param>
internal sealed record Project(
    DeclarationId Declaration,
    string Number,
    string Name,
    ProjectKind? Kind,
    bool IsService,
    UnitId LeadUnit,
    IReadOnlyList<UnitId> ParticipatingUnits,
    bool ReviewPassed,
    DateOnly? ReviewPassedOn,
    bool IsCancelled,
    Money ReviewedBudget,
    Money TotalInvestment,
    Money FiscalShare,
    Money Arranged
);
