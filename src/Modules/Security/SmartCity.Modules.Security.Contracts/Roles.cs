using System.ComponentModel;
using SmartCity.BuildingBlocks;
using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Modules.Security.Contracts;

/// <summary>The actors of the regulation, as tokens and authority tables name them.</summary>
[ArchitectureExemption("AR08", "The words by which every module's authority table names an actor; constants, no data.")]
public static class Roles
{
    /// <summary>建设单位、项目牵头单位</summary>
    [Description("建设单位")]
    public const string ConstructionUnit = "construction-unit";

    [Description("市政府信息办")]
    public const string InformatizationOffice = "informatization-office";

    [Description("市财政局")]
    public const string FinanceBureau = "finance-bureau";

    [Description("市大数据管理局")]
    public const string BigDataBureau = "big-data-bureau";

    [Description("市数据服务中心")]
    public const string DataServiceCentre = "data-service-centre";

    [Description("发展改革部门")]
    public const string DevelopmentAndReform = "development-and-reform";

    [Description("保密部门")]
    public const string SecrecyBureau = "secrecy-bureau";

    [Description("公安机关")]
    public const string PublicSecurity = "public-security";

    [Description("国家安全机关")]
    public const string StateSecurity = "state-security";

    [Description("县市区信息化主管部门")]
    public const string CountyInformatizationOffice = "county-informatization-office";

    [Description("评审专家")]
    public const string Expert = "expert";

    [Description("承揽单位")]
    public const string Contractor = "contractor";

    [Description("公共企事业单位")]
    public const string PublicEnterprise = "public-enterprise";

    [Description("审计机关")]
    public const string AuditOffice = "audit-office";

    [Description("纪检监察机关")]
    public const string DisciplineInspection = "discipline-inspection";

    /// <summary>本系统管理员：单位和账号的登记，不办业务</summary>
    [Description("系统管理员")]
    public const string Administrator = Actor.AdministratorRole;

    /// <summary>Those who oversee: they read everything and write nothing (article 34).</summary>
    public static string[] OfOversight => [AuditOffice, DisciplineInspection];

    /// <summary>Every role that an account can have.</summary>
    public static string[] OfAccounts =>
        [
            .. OfLeadUnits,
            CountyInformatizationOffice,
            Expert,
            Contractor,
            PublicEnterprise,
            .. OfOversight,
            Administrator,
        ];

    /// <summary>
    /// Does who has this role do the business of the unit he belongs to? An expert's unit is his employer, and he reviews in
    /// his own name (article 6); an administrator registers, and does no business.
    /// </summary>
    public static bool ActForTheirUnit(string role) => role is not (Expert or Administrator or Actor.ModuleRole);

    /// <summary>
    /// The units whose business the actor does: his own, and those that ended and whose business it has taken over. He reads
    /// their objects therefore. None for who acts for no unit.
    /// </summary>
    public static IReadOnlyList<UnitId> UnitsActedFor(Actor actor) =>
        ActForTheirUnit(actor.Role) ? [new(actor.Unit), .. actor.Predecessors.Select(unit => new UnitId(unit))] : [];

    /// <summary>可以牵头项目的单位：第二条所列单位，以及本身也建设项目的各主管部门</summary>
    public static string[] OfLeadUnits =>
        [
            ConstructionUnit,
            InformatizationOffice,
            FinanceBureau,
            BigDataBureau,
            DataServiceCentre,
            DevelopmentAndReform,
            SecrecyBureau,
            PublicSecurity,
            StateSecurity,
        ];
}
