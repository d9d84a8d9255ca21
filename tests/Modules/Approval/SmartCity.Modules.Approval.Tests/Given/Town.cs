using System.Buffers.Binary;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Tests.Given;

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
    public static UnitProfile Hospital { get; } = Unit("市中心医院", UnitKind.FiscallyFundedInstitution);
    public static UnitProfile HealthCommission { get; } = Unit("市卫生健康委", UnitKind.MunicipalAdministrativeUnit);
    public static UnitProfile Library { get; } = Unit("市图书馆", UnitKind.FiscallyFundedInstitution);
    public static UnitProfile Office { get; } = Unit("市政府信息办", UnitKind.InformatizationOffice);
    public static UnitProfile Finance { get; } = Unit("市财政局", UnitKind.FinanceBureau);
    public static UnitProfile Audit { get; } = Unit("市审计局", UnitKind.AuditOffice);
    public static UnitProfile Planning { get; } = Unit("市发展改革委", UnitKind.DevelopmentAndReform);
    public static UnitProfile University { get; } = Unit("某大学", UnitKind.ExpertEmployer);
    public static UnitProfile Enterprise { get; } = Unit("某软件公司", UnitKind.Contractor);
    public static UnitProfile County { get; } =
        Unit("某县信息化主管部门", UnitKind.CountyInformatizationOffice, "610422");

    public static Actor HospitalClerk { get; } = Person("市中心医院经办", Hospital, Roles.ConstructionUnit);
    public static Actor HealthClerk { get; } = Person("市卫生健康委经办", HealthCommission, Roles.ConstructionUnit);
    public static Actor LibraryClerk { get; } = Person("市图书馆经办", Library, Roles.ConstructionUnit);
    public static Actor OfficeClerk { get; } = Person("市政府信息办经办", Office, Roles.InformatizationOffice);
    public static Actor OfficeDirector { get; } = Person("市政府信息办负责人", Office, Roles.InformatizationOffice);
    public static Actor FinanceClerk { get; } = Person("市财政局经办", Finance, Roles.FinanceBureau);
    public static Actor Auditor { get; } = Person("市审计局", Audit, Roles.AuditOffice) with { ReadsOnly = true };
    public static Actor Planner { get; } = Person("市发展改革委经办", Planning, Roles.DevelopmentAndReform);
    public static Actor Contractor { get; } = Person("某软件公司经办", Enterprise, Roles.Contractor);
    public static Actor CountyClerk { get; } =
        Person("某县经办", County, Roles.CountyInformatizationOffice) with
        {
            Jurisdiction = "610422",
        };

    public static IReadOnlyList<Actor> Experts { get; } =
    [.. Enumerable.Range(1, 6).Select(number => Person($"专家{number}号", University, Roles.Expert))];

    public static Actor HospitalExpert { get; } = Person("市中心医院专家", Hospital, Roles.Expert);

    /// <summary>An account that Security does not call a natural person.</summary>
    public static Actor OfficeSystem { get; } = Person("市政府信息办系统", Office, Roles.InformatizationOffice);

    private static readonly List<UnitProfile> Units =
    [
        Hospital,
        HealthCommission,
        Library,
        Office,
        Finance,
        Audit,
        Planning,
        University,
        Enterprise,
        County,
    ];

    private static readonly List<Actor> Accounts =
    [
        HospitalClerk,
        HealthClerk,
        LibraryClerk,
        OfficeClerk,
        OfficeDirector,
        FinanceClerk,
        Auditor,
        Planner,
        Contractor,
        CountyClerk,
        .. Experts,
        HospitalExpert,
        OfficeSystem,
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

    internal sealed class UnitsNamedHandler : IRequestHandler<UnitsNamed, IReadOnlyList<NamedUnit>>
    {
        public Task<IReadOnlyList<NamedUnit>> Handle(UnitsNamed request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<NamedUnit>>([
                .. Units
                    .Where(unit => request.Names.Contains(unit.Name))
                    .Select(unit => new NamedUnit(unit.Name, unit)),
            ]);
    }

    internal sealed class ActingThroughHandler : IRequestHandler<ActingThrough, ActingProfile?>
    {
        public Task<ActingProfile?> Handle(ActingThrough request, CancellationToken cancellationToken) =>
            Task.FromResult(
                Accounts.Find(account => account.Name == request.UserName) is { } account
                    ? new ActingProfile(
                        AccountOf(account),
                        account.Name,
                        new(account.Unit),
                        account.Role,
                        account.Jurisdiction,
                        IsNaturalPerson: true,
                        account.ReadsOnly
                    )
                    : null
            );
    }

    /// <summary>Whose account was closed in one test.</summary>
    internal sealed class Departures
    {
        public List<Actor> Gone { get; } = [];
    }

    internal sealed class AccountsOfHandler(Departures departures)
        : IRequestHandler<AccountsOf, IReadOnlyList<AccountProfile>>
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
                        account != OfficeSystem,
                        !departures.Gone.Contains(account),
                        account.Role == Roles.Expert ? ["信息化"] : []
                    )),
            ]);
    }
}
