using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

/// <summary>The accounts that the tests of county projects speak of.</summary>
internal static class Counties
{
    public const string Sanyuan = "610422";
    public const string Jingyang = "610423";

    public static Actor SanyuanClerk { get; } = Person(1, "三原县经办", Roles.CountyInformatizationOffice, Sanyuan);
    public static Actor JingyangClerk { get; } = Person(2, "泾阳县经办", Roles.CountyInformatizationOffice, Jingyang);
    public static Actor OfficeClerk { get; } =
        Person(3, "市政府信息办经办", Roles.InformatizationOffice, Jurisdictions.City);
    public static Actor Auditor { get; } = Overseer(4, "市审计局", Roles.AuditOffice);
    public static Actor Inspector { get; } = Overseer(5, "市纪委监委", Roles.DisciplineInspection);
    public static Actor HospitalClerk { get; } =
        Person(6, "市中心医院经办", Roles.ConstructionUnit, Jurisdictions.City);
    public static Actor FinanceClerk { get; } = Person(7, "市财政局经办", Roles.FinanceBureau, Jurisdictions.City);
    public static Actor Contractor { get; } = Person(8, "某软件公司经办", Roles.Contractor, Jurisdictions.City);

    /// <summary>A unit of the county that is not its informatization office.</summary>
    public static Actor SanyuanCivilAffairs { get; } = Person(9, "三原县民政局经办", Roles.ConstructionUnit, Sanyuan);

    private static Actor Person(int number, string name, string role, string jurisdiction) =>
        new(ActorKind.Person, new(number, 0, 1, new byte[8]), name, new(number, 0, 2, new byte[8]), role, jurisdiction);

    private static Actor Overseer(int number, string name, string role) =>
        Person(number, name, role, Jurisdictions.City) with
        {
            ReadsOnly = true,
        };
}
