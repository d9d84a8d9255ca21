using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Modules.Security.Application.Demonstration;

/// <summary>A unit of the demonstration.</summary>
/// <param name="Serial">Tells the made-up credit codes apart.</param>
internal sealed record DemonstrationUnit(
    int Serial,
    string Name,
    string ShortName,
    UnitKind Kind,
    string Jurisdiction = Jurisdictions.City
)
{
    /// <summary>
    /// A code of the right form with fitting check characters, its organisation part a bare serial number. It is made up:
    /// that an existing unit has the same would be chance.
    /// </summary>
    public string CreditCode
    {
        get
        {
            var registrar = Kind is UnitKind.Enterprise or UnitKind.Contractor or UnitKind.PublicEnterprise
                ? "91"
                : "11";
            var organisation = $"MD{Serial:D6}";
            var first17 = $"{registrar}{Jurisdiction}{organisation}{OrganisationCode.CheckCharacter(organisation)}";
            return first17 + Regulation.Identifiers.CreditCode.CheckCharacter(first17);
        }
    }
}

/// <summary>An account of the demonstration, named by its office.</summary>
internal sealed record DemonstrationAccount(
    string UserName,
    string Name,
    DemonstrationUnit Unit,
    AccountOffice Office = AccountOffice.Staff,
    bool IsNaturalPerson = true,
    params string[] Specialties
);

/// <summary>A post of the demonstration, held from its first day on without a known end.</summary>
internal sealed record DemonstrationPost(string UserName, PostKind Kind, string Title)
{
    public static readonly DateOnly From = new(2024, 1, 1);
}

/// <summary>Whom the demonstration starts with: every kind of actor that the first line needs, and one of each to be refused.</summary>
internal static class DemonstrationRegister
{
    private static readonly DemonstrationUnit Informatization = new(
        1,
        "咸阳市人民政府信息化工作办公室",
        "市政府信息办",
        UnitKind.InformatizationOffice
    );
    private static readonly DemonstrationUnit Finance = new(2, "咸阳市财政局", "市财政局", UnitKind.FinanceBureau);
    private static readonly DemonstrationUnit BigData = new(
        3,
        "咸阳市大数据管理局",
        "市大数据管理局",
        UnitKind.BigDataBureau
    );
    private static readonly DemonstrationUnit DataService = new(
        4,
        "咸阳市数据服务中心",
        "市数据服务中心",
        UnitKind.DataServiceCentre
    );
    private static readonly DemonstrationUnit Health = new(
        5,
        "咸阳市卫生健康委员会",
        "市卫生健康委员会",
        UnitKind.MunicipalAdministrativeUnit
    );
    private static readonly DemonstrationUnit Education = new(
        6,
        "咸阳市教育局",
        "市教育局",
        UnitKind.MunicipalAdministrativeUnit
    );
    private static readonly DemonstrationUnit Housing = new(
        7,
        "咸阳市住房和城乡建设局",
        "市住房和城乡建设局",
        UnitKind.MunicipalAdministrativeUnit
    );
    private static readonly DemonstrationUnit Hospital = new(
        8,
        "咸阳市第一人民医院",
        "市第一人民医院",
        UnitKind.FiscallyFundedInstitution
    );
    private static readonly DemonstrationUnit Enterprise = new(9, "演示企业有限公司", "演示企业", UnitKind.Enterprise);
    private static readonly DemonstrationUnit Sanyuan = new(
        10,
        "三原县信息化主管部门",
        "三原县信息化主管部门",
        UnitKind.CountyInformatizationOffice,
        "610422"
    );
    private static readonly DemonstrationUnit Jingyang = new(
        11,
        "泾阳县信息化主管部门",
        "泾阳县信息化主管部门",
        UnitKind.CountyInformatizationOffice,
        "610423"
    );
    private static readonly DemonstrationUnit Audit = new(12, "咸阳市审计局", "市审计局", UnitKind.AuditOffice);
    private static readonly DemonstrationUnit Discipline = new(
        13,
        "咸阳市纪委监委",
        "市纪委监委",
        UnitKind.DisciplineInspection
    );
    private static readonly DemonstrationUnit Contractor = new(
        14,
        "演示承揽有限公司",
        "演示承揽单位",
        UnitKind.Contractor
    );
    private static readonly DemonstrationUnit[] Employers =
    [
        Employer(15, "一"),
        Employer(16, "二"),
        Employer(17, "三"),
        Employer(18, "四"),
        Employer(19, "五"),
        Employer(20, "六"),
    ];

    private static readonly DemonstrationUnit SecondContractor = new(
        21,
        "演示承揽二有限公司",
        "演示承揽单位二",
        UnitKind.Contractor
    );
    private static readonly DemonstrationUnit CivilAffairs = new(
        22,
        "咸阳市民政局",
        "市民政局",
        UnitKind.MunicipalAdministrativeUnit
    );

    // They have projects in the sample lists, and no account yet.
    private static readonly DemonstrationUnit[] OfTheLists =
    [
        Municipal(23, "行政审批服务局"),
        Municipal(24, "公安局交警支队"),
        Municipal(25, "自然资源局"),
        Municipal(26, "城市管理执法局"),
        Municipal(27, "农业农村局"),
        Municipal(28, "水利局"),
        Municipal(29, "乡村振兴局"),
        Municipal(30, "气象局"),
        Municipal(31, "文化和旅游局"),
        Municipal(32, "市场监督管理局"),
        Municipal(33, "生态环境局"),
        Municipal(34, "交通运输局"),
        Municipal(35, "发展和改革委员会", UnitKind.DevelopmentAndReform),
        Municipal(36, "机关事务服务中心", UnitKind.FiscallyFundedInstitution),
        Municipal(37, "疾病预防控制中心", UnitKind.FiscallyFundedInstitution),
        Municipal(38, "自然资源执法支队", UnitKind.FiscallyFundedInstitution),
        Municipal(39, "妇幼保健院", UnitKind.FiscallyFundedInstitution),
        Municipal(40, "电化教育馆", UnitKind.FiscallyFundedInstitution),
        Municipal(41, "旅游集散中心", UnitKind.FiscallyFundedInstitution),
        new(42, "咸阳博物院", "咸阳博物院", UnitKind.FiscallyFundedInstitution),
        Municipal(43, "公交集团", UnitKind.PublicEnterprise),
    ];

    public static IReadOnlyList<DemonstrationUnit> Units { get; } =
    [
        Informatization,
        Finance,
        BigData,
        DataService,
        Health,
        Education,
        Housing,
        Hospital,
        Enterprise,
        Sanyuan,
        Jingyang,
        Audit,
        Discipline,
        Contractor,
        .. Employers,
        SecondContractor,
        CivilAffairs,
        .. OfTheLists,
    ];

    public static IReadOnlyList<DemonstrationAccount> Accounts { get; } =
    [
        new("administrator", "市政府信息办系统管理员", Informatization, AccountOffice.Administrator),
        new("informatization.officer", "市政府信息办项目经办", Informatization),
        new("informatization.director", "市政府信息办负责人", Informatization),
        new("finance.officer", "市财政局经办", Finance),
        new("finance.director", "市财政局负责人", Finance),
        new("big-data.officer", "市大数据管理局经办", BigData),
        new("data-service.officer", "市数据服务中心经办", DataService),
        new("health.officer", "市卫生健康委员会项目经办", Health),
        new("health.director", "市卫生健康委员会负责人", Health),
        new("health.business", "市卫生健康委员会业务科室", Health),
        new("health.technician", "市卫生健康委员会信息科", Health),
        new("civil-affairs.officer", "市民政局项目经办", CivilAffairs),
        new("education.officer", "市教育局项目经办", Education),
        new("housing.officer", "市住房和城乡建设局项目经办", Housing),
        new("hospital.officer", "市第一人民医院项目经办", Hospital),
        new("enterprise.officer", "演示企业项目经办", Enterprise),
        new("sanyuan.officer", "三原县信息化主管部门经办", Sanyuan),
        new("jingyang.officer", "泾阳县信息化主管部门经办", Jingyang),
        new("audit.officer", "市审计局经办", Audit),
        new("discipline.officer", "市纪委监委经办", Discipline),
        new("contractor.officer", "演示承揽单位经办", Contractor),
        new("contractor-2.officer", "演示承揽单位二经办", SecondContractor),
        Expert(1, "一", "网络"),
        Expert(2, "二", "软件"),
        Expert(3, "三", "数据"),
        Expert(4, "四", "安全"),
        Expert(5, "五", "造价"),
        Expert(6, "六", "系统集成"),
        // Employed by a unit that declares: he may not review its projects.
        new("expert-7", "评审专家七号（卫生信息化）", Health, AccountOffice.Expert, true, "卫生信息化"),
        new("health-project-system", "市卫生健康委员会项目管理系统", Health, AccountOffice.Staff, false),
    ];

    public static IReadOnlyList<DemonstrationPost> Posts { get; } =
    [
        new("health.director", PostKind.MainLeader, "主任"),
        new("health.business", PostKind.BusinessStaff, "业务科室科长"),
        new("health.technician", PostKind.TechnicalStaff, "信息科科长"),
        new("informatization.director", PostKind.MainLeader, "主任"),
        new("finance.director", PostKind.MainLeader, "局长"),
    ];

    private static DemonstrationUnit Municipal(
        int serial,
        string name,
        UnitKind kind = UnitKind.MunicipalAdministrativeUnit
    ) => new(serial, $"咸阳市{name}", $"市{name}", kind);

    private static DemonstrationUnit Employer(int serial, string number) =>
        new(serial, $"评审专家所在单位{number}", $"专家单位{number}", UnitKind.ExpertEmployer);

    private static DemonstrationAccount Expert(int number, string numeral, string specialty) =>
        new(
            $"expert-{number}",
            $"评审专家{numeral}号（{specialty}）",
            Employers[number - 1],
            AccountOffice.Expert,
            true,
            specialty
        );
}
