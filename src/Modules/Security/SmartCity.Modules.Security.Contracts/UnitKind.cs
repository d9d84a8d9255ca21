using System.ComponentModel;

namespace SmartCity.Modules.Security.Contracts;

/// <summary>What kind of unit it is (articles 2, 5, 32 and 34); the kind gives its accounts their role.</summary>
public enum UnitKind
{
    [Description("市属行政单位")]
    MunicipalAdministrativeUnit,

    [Description("财政拨款事业单位")]
    FiscallyFundedInstitution,

    [Description("财政拨款社会团体")]
    FiscallyFundedSocialOrganisation,

    [Description("公共企事业单位")]
    PublicEnterprise,

    [Description("企业")]
    Enterprise,

    [Description("市政府信息办")]
    InformatizationOffice,

    [Description("市财政局")]
    FinanceBureau,

    [Description("市大数据管理局")]
    BigDataBureau,

    [Description("市数据服务中心")]
    DataServiceCentre,

    [Description("发展改革部门")]
    DevelopmentAndReform,

    [Description("保密部门")]
    SecrecyBureau,

    [Description("公安机关")]
    PublicSecurity,

    [Description("国家安全机关")]
    StateSecurity,

    [Description("县市区信息化主管部门")]
    CountyInformatizationOffice,

    [Description("县市区的建设单位")]
    CountyUnit,

    [Description("专家所在单位")]
    ExpertEmployer,

    [Description("承揽单位")]
    Contractor,

    [Description("审计机关")]
    AuditOffice,

    [Description("纪检监察机关")]
    DisciplineInspection,
}
