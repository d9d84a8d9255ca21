using System.Buffers.Binary;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Tests.Given;

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

/// <summary>
/// The units, accounts and projects that the tests speak of, and what Security, Construction and Acceptance would answer
/// about them.
/// </summary>
internal static class Town
{
    public static UnitProfile Hospital { get; } = Unit("市中心医院", UnitKind.FiscallyFundedInstitution);
    public static UnitProfile Library { get; } = Unit("市图书馆", UnitKind.FiscallyFundedInstitution);
    public static UnitProfile Office { get; } = Unit("市政府信息办", UnitKind.InformatizationOffice);
    public static UnitProfile Finance { get; } = Unit("市财政局", UnitKind.FinanceBureau);
    public static UnitProfile Audit { get; } = Unit("市审计局", UnitKind.AuditOffice);
    public static UnitProfile Discipline { get; } = Unit("市纪委监委", UnitKind.DisciplineInspection);
    public static UnitProfile Planning { get; } = Unit("市发展改革委", UnitKind.DevelopmentAndReform);
    public static UnitProfile Builder { get; } = Unit("某软件公司", UnitKind.Contractor);
    public static UnitProfile County { get; } =
        Unit("某县信息化主管部门", UnitKind.CountyInformatizationOffice, "610422");

    public static Actor HospitalClerk { get; } = Person("市中心医院资产经办", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalHead { get; } = Person("市中心医院分管负责人", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalKeeper { get; } = Person("市中心医院保管人", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalLeaver { get; } = Person("市中心医院离任人员", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalSystem { get; } = Person("市中心医院系统", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalExpert { get; } = Person("市中心医院专家", Hospital, Roles.Expert);
    public static Actor LibraryClerk { get; } = Person("市图书馆经办", Library, Roles.ConstructionUnit);
    public static Actor OfficeClerk { get; } = Person("市政府信息办经办", Office, Roles.InformatizationOffice);
    public static Actor FinanceClerk { get; } = Person("市财政局经办", Finance, Roles.FinanceBureau);
    public static Actor Auditor { get; } = Person("市审计局", Audit, Roles.AuditOffice) with { ReadsOnly = true };
    public static Actor Inspector { get; } =
        Person("市纪委监委", Discipline, Roles.DisciplineInspection) with
        {
            ReadsOnly = true,
        };
    public static Actor Planner { get; } = Person("市发展改革委经办", Planning, Roles.DevelopmentAndReform);
    public static Actor Contractor { get; } = Person("某软件公司经办", Builder, Roles.Contractor);
    public static Actor CountyClerk { get; } =
        Person("某县经办", County, Roles.CountyInformatizationOffice) with
        {
            Jurisdiction = "610422",
        };

    private static readonly List<UnitProfile> Units =
    [
        Hospital,
        Library,
        Office,
        Finance,
        Audit,
        Discipline,
        Planning,
        Builder,
        County,
    ];

    private static readonly List<Actor> Accounts =
    [
        HospitalClerk,
        HospitalHead,
        HospitalKeeper,
        HospitalLeaver,
        HospitalSystem,
        HospitalExpert,
        LibraryClerk,
        OfficeClerk,
        FinanceClerk,
        Planner,
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
                        account != HospitalSystem,
                        account != HospitalLeaver,
                        []
                    )),
            ]);
    }

    /// <summary>What Construction and Acceptance know in one test.</summary>
    internal sealed class Projects
    {
        public List<ContractProfile> Contracts { get; } = [];

        public List<AcceptanceProfile> Acceptances { get; } = [];
    }

    internal sealed class ContractsOfHandler(Projects projects)
        : IRequestHandler<ContractsOf, IReadOnlyList<ContractProfile>>
    {
        public Task<IReadOnlyList<ContractProfile>> Handle(ContractsOf request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ContractProfile>>([
                .. projects.Contracts.Where(contract => contract.Declaration == request.Declaration),
            ]);
    }

    internal sealed class AcceptanceOfHandler(Projects projects) : IRequestHandler<AcceptanceOf, AcceptanceProfile?>
    {
        public Task<AcceptanceProfile?> Handle(AcceptanceOf request, CancellationToken cancellationToken) =>
            Task.FromResult(projects.Acceptances.Find(one => one.Declaration == request.Declaration));
    }
}
