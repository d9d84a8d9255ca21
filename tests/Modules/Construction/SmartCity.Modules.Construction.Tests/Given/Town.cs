using System.Buffers.Binary;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Tests.Given;

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

/// <summary>The units, accounts and posts that the tests speak of, and what Security would answer about them.</summary>
internal static class Town
{
    /// <summary>The last day of the hospital's director in his post.</summary>
    public static readonly DateOnly DirectorLeaves = new(2026, 3, 31);

    public static UnitProfile Hospital { get; } = Unit("市中心医院", UnitKind.FiscallyFundedInstitution);
    public static UnitProfile HealthCommission { get; } = Unit("市卫生健康委", UnitKind.MunicipalAdministrativeUnit);
    public static UnitProfile Library { get; } = Unit("市图书馆", UnitKind.FiscallyFundedInstitution);
    public static UnitProfile Office { get; } = Unit("市政府信息办", UnitKind.InformatizationOffice);
    public static UnitProfile Finance { get; } = Unit("市财政局", UnitKind.FinanceBureau);
    public static UnitProfile Audit { get; } = Unit("市审计局", UnitKind.AuditOffice);
    public static UnitProfile University { get; } = Unit("某大学", UnitKind.ExpertEmployer);
    public static UnitProfile Builder { get; } = Unit("某软件公司", UnitKind.Contractor);
    public static UnitProfile Rival { get; } = Unit("某系统集成公司", UnitKind.Enterprise);
    public static UnitProfile County { get; } = Unit("某县信息化主管部门", UnitKind.CountyInformatizationOffice);

    public static Actor HospitalClerk { get; } = Person("市中心医院经办", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalDirector { get; } = Person("市中心医院院长", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalActing { get; } = Person("市中心医院主持工作副院长", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalDeputy { get; } = Person("市中心医院分管副院长", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalDoctor { get; } = Person("市中心医院业务人员", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalEngineer { get; } = Person("市中心医院技术人员", Hospital, Roles.ConstructionUnit);
    public static Actor HospitalSystem { get; } = Person("市中心医院系统", Hospital, Roles.ConstructionUnit);
    public static Actor HealthClerk { get; } = Person("市卫生健康委经办", HealthCommission, Roles.ConstructionUnit);
    public static Actor HealthDirector { get; } = Person("市卫生健康委主任", HealthCommission, Roles.ConstructionUnit);
    public static Actor LibraryClerk { get; } = Person("市图书馆经办", Library, Roles.ConstructionUnit);
    public static Actor OfficeClerk { get; } = Person("市政府信息办经办", Office, Roles.InformatizationOffice);
    public static Actor FinanceClerk { get; } = Person("市财政局经办", Finance, Roles.FinanceBureau);
    public static Actor Auditor { get; } = Person("市审计局", Audit, Roles.AuditOffice) with { ReadsOnly = true };
    public static Actor Expert { get; } = Person("专家1号", University, Roles.Expert);
    public static Actor OtherExpert { get; } = Person("专家2号", University, Roles.Expert);
    public static Actor BuilderClerk { get; } = Person("某软件公司经办", Builder, Roles.Contractor);
    public static Actor RivalClerk { get; } = Person("某系统集成公司经办", Rival, Roles.Contractor);
    public static Actor CountyClerk { get; } =
        Person("某县经办", County, Roles.CountyInformatizationOffice) with
        {
            Jurisdiction = "610422",
        };

    private static readonly List<UnitProfile> Units =
    [
        Hospital,
        HealthCommission,
        Library,
        Office,
        Finance,
        Audit,
        University,
        Builder,
        Rival,
        County,
    ];

    private static readonly List<Actor> Accounts =
    [
        HospitalClerk,
        HospitalDirector,
        HospitalActing,
        HospitalDeputy,
        HospitalDoctor,
        HospitalEngineer,
        HospitalSystem,
        HealthClerk,
        HealthDirector,
        LibraryClerk,
        OfficeClerk,
        FinanceClerk,
        Auditor,
        Expert,
        OtherExpert,
        BuilderClerk,
        RivalClerk,
        CountyClerk,
    ];

    private static readonly List<PostProfile> Posts =
    [
        Post(HospitalDirector, Hospital, PostKind.MainLeader, "院长", DirectorLeaves),
        Post(HospitalActing, Hospital, PostKind.ActingMainLeader, "副院长（主持工作）", null),
        Post(HospitalDeputy, Hospital, PostKind.DeputyLeader, "副院长", null),
        Post(HealthDirector, HealthCommission, PostKind.MainLeader, "主任", null),
    ];

    public static AccountId AccountOf(Actor actor) => new(actor.Account);

    private static UnitProfile Unit(string name, UnitKind kind)
    {
        var id = Ids.Next();
        return new(new(id), name, kind, Jurisdictions.City, id.ToString("N")[..18].ToUpperInvariant());
    }

    private static Actor Person(string name, UnitProfile unit, string role) =>
        new(ActorKind.Person, Ids.Next(), name, unit.Id.Value, role, Jurisdictions.City);

    private static PostProfile Post(Actor actor, UnitProfile unit, PostKind kind, string title, DateOnly? until) =>
        new(AccountOf(actor), unit.Id, kind, title, new(2020, 1, 1), until);

    internal sealed class UnitOfHandler : IRequestHandler<UnitOf, UnitProfile?>
    {
        public Task<UnitProfile?> Handle(UnitOf request, CancellationToken cancellationToken) =>
            Task.FromResult(Units.Find(unit => unit.Id == request.Unit));
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
                        account != HospitalSystem,
                        !departures.Gone.Contains(account),
                        []
                    )),
            ]);
    }

    internal sealed class PostsOfHandler : IRequestHandler<PostsOf, IReadOnlyList<PostProfile>>
    {
        public Task<IReadOnlyList<PostProfile>> Handle(PostsOf request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PostProfile>>([
                .. Posts.Where(post =>
                    request.Accounts.Contains(post.Account)
                    && post.From <= request.On
                    && (post.Until is null || request.On <= post.Until)
                ),
            ]);
    }
}

/// <summary>The declared projects that the tests speak of, and what Approval would answer about them.</summary>
internal static class Projects
{
    private static readonly DateOnly ReviewPassedOn = new(2026, 2, 1);

    /// <summary>A major project: 1,000,000.00 in all, of which 700,000.00 from finance, arranged.</summary>
    public static ProjectProfile Imaging { get; } = Declared("区域影像共享平台", 1_000_000, 700_000, 700_000);

    /// <summary>One fen below a major project, on the hospital's own money.</summary>
    public static ProjectProfile Small { get; } =
        Declared("排队叫号系统", 999_999, 0, 0) with
        {
            TotalInvestmentFen = 99_999_999,
        };

    /// <summary>A service on fiscal money alone.</summary>
    public static ProjectProfile Maintenance { get; } =
        Declared("信息系统维护", 300_000, 300_000, 300_000) with
        {
            Kind = "Maintenance",
            IsService = true,
            ReviewedBudgetFen = 30_000_000,
        };

    public static ProjectProfile NotReviewed { get; } =
        Declared("尚未评审的项目", 1_000_000, 700_000, 700_000) with
        {
            ReviewPassed = false,
            ReviewPassedOn = null,
            ReviewedBudgetFen = 0,
        };

    /// <summary>A draft that says nothing yet but its unit.</summary>
    public static ProjectProfile Draft { get; } =
        Declared("", 0, 0, 0) with
        {
            Kind = "",
            ReviewPassed = false,
            ReviewPassedOn = null,
            ReviewedBudgetFen = 0,
        };

    public static ProjectProfile NotArranged { get; } = Declared("尚未安排资金的项目", 1_000_000, 700_000, 0);

    private static readonly List<ProjectProfile> All = [Imaging, Small, Maintenance, NotReviewed, Draft, NotArranged];

    private static ProjectProfile Declared(string name, long total, long fiscal, long arranged)
    {
        var id = Ids.Next();
        return new(
            new(id),
            $"SB{id:N}"[..22].ToUpperInvariant(),
            name,
            "ApplicationSystem",
            IsService: false,
            Town.Hospital.Id.Value,
            [Town.HealthCommission.Id.Value],
            ReviewPassed: true,
            IsCancelled: false,
            ReviewedBudgetFen: 95_000_000,
            total * 100,
            fiscal * 100,
            arranged * 100,
            new(2026, 12, 31)
        )
        {
            ReviewPassedOn = ReviewPassedOn,
        };
    }

    internal sealed class ProjectOfHandler : IRequestHandler<ProjectOf, ProjectProfile?>
    {
        public Task<ProjectProfile?> Handle(ProjectOf request, CancellationToken cancellationToken) =>
            Task.FromResult(All.Find(project => project.Declaration == request.Declaration));
    }
}
