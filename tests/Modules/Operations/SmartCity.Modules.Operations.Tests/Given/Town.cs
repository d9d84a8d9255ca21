using System.Buffers.Binary;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Tests.Given;

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

/// <summary>The units, accounts and projects that the tests speak of, and what the other modules would answer.</summary>
internal static class Town
{
    public static UnitProfile Hospital { get; } = Unit("市中心医院", UnitKind.FiscallyFundedInstitution);
    public static UnitProfile Library { get; } = Unit("市图书馆", UnitKind.FiscallyFundedInstitution);
    public static UnitProfile Office { get; } = Unit("市政府信息办", UnitKind.InformatizationOffice);
    public static UnitProfile Finance { get; } = Unit("市财政局", UnitKind.FinanceBureau);
    public static UnitProfile Audit { get; } = Unit("市审计局", UnitKind.AuditOffice);
    public static UnitProfile Builder { get; } = Unit("某软件公司", UnitKind.Contractor);
    public static UnitProfile Integrator { get; } = Unit("某集成公司", UnitKind.Contractor);
    public static UnitProfile County { get; } =
        Unit("某县信息化主管部门", UnitKind.CountyInformatizationOffice, "610422");

    public static Actor HospitalClerk { get; } = Person("市中心医院经办", Hospital, Roles.ConstructionUnit);
    public static Actor LibraryClerk { get; } = Person("市图书馆经办", Library, Roles.ConstructionUnit);
    public static Actor OfficeClerk { get; } = Person("市政府信息办经办", Office, Roles.InformatizationOffice);
    public static Actor FinanceClerk { get; } = Person("市财政局经办", Finance, Roles.FinanceBureau);
    public static Actor Auditor { get; } = Person("市审计局", Audit, Roles.AuditOffice) with { ReadsOnly = true };
    public static Actor BuilderClerk { get; } = Person("某软件公司经办", Builder, Roles.Contractor);
    public static Actor IntegratorClerk { get; } = Person("某集成公司经办", Integrator, Roles.Contractor);
    public static Actor CountyClerk { get; } =
        Person("某县经办", County, Roles.CountyInformatizationOffice) with
        {
            Jurisdiction = "610422",
        };

    /// <summary>Works led by the hospital, with the library taking part; accepted and in use.</summary>
    public static ProjectProfile Works { get; } = Project("区域影像共享平台", isService: false);

    /// <summary>Works that are accepted and not in use yet.</summary>
    public static ProjectProfile NotInUse { get; } = Project("急救调度平台", isService: false);

    /// <summary>A study of the hospital.</summary>
    public static ProjectProfile Study { get; } = Project("信息化规划咨询", isService: true);

    /// <summary>The yearly maintenance that is declared by itself.</summary>
    public static ProjectProfile Upkeep { get; } = Project("影像平台运行维护", isService: true);

    public static DateOnly PassedOn { get; } = new(2026, 3, 2);

    public static ContractProfile SoftwareContract { get; } = Contract("HT-1", Builder, 36);

    public static ContractProfile IntegrationContract { get; } = Contract("HT-2", Integrator, 48);

    // In the order of signing: one was terminated, one carries no warranty.
    private static readonly ContractProfile[] Contracts =
    [
        SoftwareContract,
        Contract("HT-0", Integrator, 36) with
        {
            IsInForce = false,
        },
        IntegrationContract,
        Contract("HT-3", Integrator, 0),
    ];

    private static readonly UnitProfile[] Units =
    [
        Hospital,
        Library,
        Office,
        Finance,
        Audit,
        Builder,
        Integrator,
        County,
    ];

    private static readonly ProjectProfile[] Projects = [Works, NotInUse, Study, Upkeep];

    private static UnitProfile Unit(string name, UnitKind kind, string jurisdiction = Jurisdictions.City) =>
        new(new(Ids.Next()), name, kind, jurisdiction, "91350100M000100Y43");

    private static Actor Person(string name, UnitProfile unit, string role) =>
        new(ActorKind.Person, Ids.Next(), name, unit.Id.Value, role, Jurisdictions.City);

    private static ProjectProfile Project(string name, bool isService) =>
        new(
            new(Ids.Next()),
            $"SB-{name}",
            name,
            isService ? "Maintenance" : "ApplicationSystem",
            isService,
            Hospital.Id.Value,
            [Library.Id.Value],
            true,
            false,
            100_000_000,
            100_000_000,
            100_000_000,
            100_000_000,
            null
        );

    private static ContractProfile Contract(string number, UnitProfile contractor, int months) =>
        new(
            new(Ids.Next()),
            Works.Declaration.Value,
            number,
            contractor.Id.Value,
            contractor.Name,
            default,
            50_000_000,
            months,
            new(2025, 6, 2),
            true,
            []
        );

    internal sealed class UnitOfHandler : IRequestHandler<UnitOf, UnitProfile?>
    {
        public Task<UnitProfile?> Handle(UnitOf request, CancellationToken cancellationToken) =>
            Task.FromResult(Array.Find(Units, unit => unit.Id == request.Unit));
    }

    internal sealed class ProjectOfHandler : IRequestHandler<ProjectOf, ProjectProfile?>
    {
        public Task<ProjectProfile?> Handle(ProjectOf request, CancellationToken cancellationToken) =>
            Task.FromResult(Array.Find(Projects, project => project.Declaration == request.Declaration));
    }

    internal sealed class ContractsOfHandler : IRequestHandler<ContractsOf, IReadOnlyList<ContractProfile>>
    {
        public Task<IReadOnlyList<ContractProfile>> Handle(ContractsOf request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ContractProfile>>([
                .. Contracts.Where(contract => contract.Declaration == request.Declaration),
            ]);
    }

    /// <summary>Since when each project is accepted, where it is otherwise than at first.</summary>
    internal sealed class Acceptances
    {
        private readonly Dictionary<Guid, DateOnly?> told = [];

        /// <param name="since">Null after the acceptance was revoked.</param>
        public void Tell(ProjectProfile project, DateOnly? since) => told[project.Declaration.Value] = since;

        public DateOnly? Since(Guid declaration) => told.TryGetValue(declaration, out var since) ? since : PassedOn;
    }

    internal sealed class AcceptanceOfHandler(Acceptances acceptances)
        : IRequestHandler<AcceptanceOf, AcceptanceProfile?>
    {
        public Task<AcceptanceProfile?> Handle(AcceptanceOf request, CancellationToken cancellationToken) =>
            Task.FromResult(
                Array.Find([Works, NotInUse], project => project.Declaration.Value == request.Declaration) is { } found
                    ? new AcceptanceProfile(
                        new(request.Declaration),
                        request.Declaration,
                        found.ProjectName,
                        found.IsService,
                        found.LeadUnit,
                        acceptances.Since(request.Declaration),
                        found == Works ? PassedOn : null
                    )
                    : null
            );
    }
}
