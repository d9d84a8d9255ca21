using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.Projects;

/// <summary>The eight kinds of article 3, in Approval's own words.</summary>
internal enum ProjectKind
{
    /// <summary>信息网络建设</summary>
    NetworkConstruction,

    /// <summary>信息应用系统建设</summary>
    ApplicationSystem,

    /// <summary>信息资源开发</summary>
    InformationResource,

    /// <summary>新型智慧城市建设</summary>
    SmartCity,

    /// <summary>网络安全和信息安全建设</summary>
    Security,

    /// <summary>咨询评估</summary>
    ConsultingAndAssessment,

    /// <summary>信息化项目维护</summary>
    Maintenance,

    /// <summary>信息化服务外包</summary>
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
