using System.Buffers.Binary;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Tests.Given;

/// <summary>Ids that tell tests apart without chance.</summary>
internal static class Ids
{
    private static int last;

    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Interlocked.Increment(ref last));
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>The units and accounts that the tests speak of, and what Security would answer about them.</summary>
internal static class Town
{
    public static UnitProfile CivilAffairs { get; } = Unit("市民政局", UnitKind.MunicipalAdministrativeUnit);
    public static UnitProfile Health { get; } = Unit("市卫生健康委", UnitKind.MunicipalAdministrativeUnit);
    public static UnitProfile Library { get; } = Unit("市图书馆", UnitKind.FiscallyFundedInstitution);
    public static UnitProfile WaterCompany { get; } = Unit("市自来水公司", UnitKind.PublicEnterprise);
    public static UnitProfile Bureau { get; } = Unit("市大数据管理局", UnitKind.BigDataBureau);
    public static UnitProfile Centre { get; } = Unit("市数据服务中心", UnitKind.DataServiceCentre);
    public static UnitProfile Audit { get; } = Unit("市审计局", UnitKind.AuditOffice);
    public static UnitProfile Enterprise { get; } = Unit("某软件公司", UnitKind.Contractor);
    public static UnitProfile County { get; } =
        Unit("某县信息化主管部门", UnitKind.CountyInformatizationOffice, "610422");

    /// <summary>Of the unit that provides the data.</summary>
    public static Actor Provider { get; } = Person("市民政局经办", CivilAffairs, Roles.ConstructionUnit);

    /// <summary>Of the unit that needs the data.</summary>
    public static Actor Demander { get; } = Person("市卫生健康委经办", Health, Roles.ConstructionUnit);

    public static Actor DemandersColleague { get; } = Person("市卫生健康委科员", Health, Roles.ConstructionUnit);
    public static Actor Librarian { get; } = Person("市图书馆经办", Library, Roles.ConstructionUnit);
    public static Actor WaterClerk { get; } = Person("市自来水公司经办", WaterCompany, Roles.PublicEnterprise);
    public static Actor BureauClerk { get; } = Person("市大数据管理局经办", Bureau, Roles.BigDataBureau);
    public static Actor CentreClerk { get; } = Person("市数据服务中心经办", Centre, Roles.DataServiceCentre);
    public static Actor Auditor { get; } = Person("市审计局", Audit, Roles.AuditOffice) with { ReadsOnly = true };
    public static Actor Contractor { get; } = Person("某软件公司经办", Enterprise, Roles.Contractor);
    public static Actor CountyClerk { get; } =
        Person("某县经办", County, Roles.CountyInformatizationOffice) with
        {
            Jurisdiction = "610422",
        };

    private static readonly List<UnitProfile> Units =
    [
        CivilAffairs,
        Health,
        Library,
        WaterCompany,
        Bureau,
        Centre,
        Audit,
        Enterprise,
        County,
    ];

    private static readonly List<Actor> Accounts =
    [
        Provider,
        Demander,
        DemandersColleague,
        Librarian,
        WaterClerk,
        BureauClerk,
        CentreClerk,
        Auditor,
        Contractor,
        CountyClerk,
    ];

    public static AccountId AccountOf(Actor actor) => new(actor.Account);

    private static UnitProfile Unit(string name, UnitKind kind, string jurisdiction = Jurisdictions.City) =>
        new(new(Ids.Next()), name, kind, jurisdiction, "91350100M000100Y43");

    private static Actor Person(string name, UnitProfile unit, string role) =>
        new(ActorKind.Person, Ids.Next(), name, unit.Id.Value, role, Jurisdictions.City);

    internal sealed class UnitOfHandler : IRequestHandler<UnitOf, UnitProfile?>
    {
        public Task<UnitProfile?> Handle(UnitOf request, CancellationToken cancellationToken) =>
            Task.FromResult(Units.Find(unit => unit.Id == request.Unit));
    }

    internal sealed class AccountsOfHandler : IRequestHandler<AccountsOf, IReadOnlyList<AccountProfile>>
    {
        public Task<IReadOnlyList<AccountProfile>> Handle(AccountsOf request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AccountProfile>>([
                .. Accounts
                    .Where(account => request.Accounts.Contains(AccountOf(account)))
                    .Select(account => new AccountProfile(
                        AccountOf(account),
                        account.Name,
                        new(account.Unit),
                        account.Role,
                        true,
                        true,
                        []
                    )),
            ]);
    }
}
