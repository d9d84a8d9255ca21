using SmartCity.BuildingBlocks;
using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Modules.Security.Contracts;

/// <summary>The actors of the regulation, as tokens and authority tables name them.</summary>
[ArchitectureExemption("AR08", "The words by which every module's authority table names an actor; constants, no data.")]
public static class Roles
{
    /// <summary>建设单位、项目牵头单位</summary>
    public const string ConstructionUnit = "construction-unit";

    /// <summary>市政府信息办</summary>
    public const string InformatizationOffice = "informatization-office";

    /// <summary>市财政局</summary>
    public const string FinanceBureau = "finance-bureau";

    /// <summary>市大数据管理局</summary>
    public const string BigDataBureau = "big-data-bureau";

    /// <summary>市数据服务中心</summary>
    public const string DataServiceCentre = "data-service-centre";

    /// <summary>发展改革部门</summary>
    public const string DevelopmentAndReform = "development-and-reform";

    /// <summary>保密部门</summary>
    public const string SecrecyBureau = "secrecy-bureau";

    /// <summary>公安机关</summary>
    public const string PublicSecurity = "public-security";

    /// <summary>国家安全机关</summary>
    public const string StateSecurity = "state-security";

    /// <summary>县市区信息化主管部门</summary>
    public const string CountyInformatizationOffice = "county-informatization-office";

    /// <summary>评审专家</summary>
    public const string Expert = "expert";

    /// <summary>承揽单位</summary>
    public const string Contractor = "contractor";

    /// <summary>公共企事业单位</summary>
    public const string PublicEnterprise = "public-enterprise";

    /// <summary>审计机关</summary>
    public const string AuditOffice = "audit-office";

    /// <summary>纪检监察机关</summary>
    public const string DisciplineInspection = "discipline-inspection";

    /// <summary>本系统管理员：单位和账号的登记，不办业务</summary>
    public const string Administrator = Actor.AdministratorRole;

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
