namespace SmartCity.Modules.Security.Contracts;

/// <summary>What kind of unit it is (articles 2, 5, 32 and 34); the kind gives its accounts their role.</summary>
public enum UnitKind
{
    /// <summary>市属行政单位</summary>
    MunicipalAdministrativeUnit,

    /// <summary>财政拨款事业单位</summary>
    FiscallyFundedInstitution,

    /// <summary>财政拨款社会团体</summary>
    FiscallyFundedSocialOrganisation,

    /// <summary>公共企事业单位</summary>
    PublicEnterprise,

    /// <summary>企业</summary>
    Enterprise,

    /// <summary>市政府信息办</summary>
    InformatizationOffice,

    /// <summary>市财政局</summary>
    FinanceBureau,

    /// <summary>市大数据管理局</summary>
    BigDataBureau,

    /// <summary>市数据服务中心</summary>
    DataServiceCentre,

    /// <summary>发展改革部门</summary>
    DevelopmentAndReform,

    /// <summary>保密部门</summary>
    SecrecyBureau,

    /// <summary>公安机关</summary>
    PublicSecurity,

    /// <summary>国家安全机关</summary>
    StateSecurity,

    /// <summary>县市区信息化主管部门</summary>
    CountyInformatizationOffice,

    /// <summary>县市区的建设单位</summary>
    CountyUnit,

    /// <summary>专家所在单位</summary>
    ExpertEmployer,

    /// <summary>承揽单位</summary>
    Contractor,

    /// <summary>审计机关</summary>
    AuditOffice,

    /// <summary>纪检监察机关</summary>
    DisciplineInspection,
}
