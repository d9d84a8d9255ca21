using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Given;

/// <summary>Buildings in each state, brought there by the acts that lead there.</summary>
internal static class ABuilding
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>The kind of certificate that the tests demand, where they demand one.</summary>
    public static readonly string[] Demanded = ["XXJC"];

    public static RulesInForce Rules { get; } = new(ParameterSnapshot.AtPromulgation, Today);

    public static Contractor Builder { get; } = AContractor(Town.Builder);

    public static Contractor Rival { get; } = AContractor(Town.Rival);

    public static Project Of(ProjectProfile profile) =>
        new(
            profile.Declaration,
            profile.Number,
            profile.ProjectName,
            Enum.Parse<ProjectKind>(profile.Kind),
            profile.IsService,
            new(profile.LeadUnit),
            [.. profile.ParticipatingUnits.Select(unit => new UnitId(unit))],
            profile.ReviewPassed,
            profile.ReviewPassedOn,
            profile.IsCancelled,
            Money.FromFen(profile.ReviewedBudgetFen),
            Money.FromFen(profile.TotalInvestmentFen),
            Money.FromFen(profile.FiscalShareFen),
            Money.FromFen(profile.ArrangedFen)
        );

    public static Result<Building> Opened(Project project, Money? ceiling = null) =>
        Building.OpenTender(new(Ids.Next()), project, ATender(ceiling), Rules);

    /// <summary>With one bid, and with leader, members and expert of the working group.</summary>
    public static Building Tendering(Project? project = null)
    {
        project ??= Of(Projects.Imaging);
        var building = Opened(project).Value;
        building.RecordBid(new(Ids.Next()), Builder, Demanded, Amount, Today, Rules).ShouldBeAccepted();
        building.AssignExpert(AnExpert(), Rules).ShouldBeAccepted();
        building.SetUpWorkingGroup(AGroup(), project, Rules).ShouldBeAccepted();
        return building;
    }

    public static Building Awarded(Project? project = null)
    {
        var building = Tendering(project);
        building.GiveAward(building.Bids[0], Builder, Demanded, "中标1号", Today, Rules).ShouldBeAccepted();
        return building;
    }

    public static Building Contracted(Project? project = null)
    {
        project ??= Of(Projects.Imaging);
        var building = Awarded(project);
        building.SignContract(new(Ids.Next()), AContract(), Builder, Demanded, project, Rules).ShouldBeAccepted();
        return building;
    }

    public static Building UnderConstruction()
    {
        var building = Contracted();
        building.Start(Today, AGroup(), Of(Projects.Imaging), Rules).ShouldBeAccepted();
        return building;
    }

    public static Building Built()
    {
        var building = UnderConstruction();
        building.ReportBuilt(Today, "全部完成。", AGroup(), Rules).ShouldBeAccepted();
        return building;
    }

    public static Building In(BuildingState state) =>
        state switch
        {
            BuildingState.Tendering => Tendering(),
            BuildingState.Awarded => Awarded(),
            BuildingState.Contracted => Contracted(),
            BuildingState.UnderConstruction => UnderConstruction(),
            BuildingState.Built => Built(),
            BuildingState.Abandoned => Ended(building => building.Abandon("申报撤销", Rules)),
            BuildingState.Terminated => Ended(building => building.TerminateContract("逾期不履行", Rules)),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    public static Money Amount { get; } = Money.FromYuan(900_000);

    public static Tender ATender(Money? ceiling = null, DateOnly? closesOn = null) =>
        new()
        {
            Method = ProcurementMethod.PublicTender,
            Platform = "咸阳市公共资源交易平台",
            NoticeNumber = "XYZC-2026-0100",
            PublishedOn = Today.AddDays(-20),
            ClosesOn = closesOn ?? Today,
            Ceiling = ceiling ?? Money.FromYuan(950_000),
        };

    public static Contractor AContractor(UnitProfile unit, params Certificate[] certificates)
    {
        var contractor = Contractor.Register(new(Ids.Next()), unit, Today);
        foreach (var certificate in certificates.Length > 0 ? certificates : [ACertificate()])
        {
            contractor.Add(certificate).ShouldBeAccepted();
        }

        return contractor;
    }

    public static Certificate ACertificate(DateOnly? from = null, DateOnly? until = null) =>
        new()
        {
            Id = new(Ids.Next()),
            KindCode = Demanded[0],
            Number = "证书1号",
            IssuerName = "省信息化主管部门",
            IssuerLevel = IssuerLevel.Provincial,
            Grade = "二级",
            ValidFrom = from ?? new(2020, 1, 1),
            ValidUntil = until ?? new(2030, 12, 31),
            Evidence = "原件已核对",
        };

    public static ContractText AContract() =>
        new(
            "合同1号",
            Today,
            ContractForm.Purchase,
            null,
            [
                new("服务器", ContractLineClass.FixedAsset, 3, "台", Money.FromYuan(300_000)),
                new("影像软件", ContractLineClass.IntangibleAsset, 1, "套", Money.FromYuan(500_000)),
                new("培训", ContractLineClass.Expense, 1, "项", Money.FromYuan(100_000)),
            ],
            Money.FromYuan(45_000),
            new(36, StartsAtAcceptance: true),
            new(Town.Builder.Name, "某银行", "6100001")
        );

    public static NamedLeader ALeader(bool holdsMainPost = true, bool isOfTheLeadUnit = true) =>
        new(Town.AccountOf(Town.HospitalDirector), Town.HospitalDirector.Name, holdsMainPost, isOfTheLeadUnit);

    public static NamedExpert AnExpert(DateOnly? assignedOn = null) =>
        new(Town.AccountOf(Town.Expert), Town.Expert.Name, CanServe: true, assignedOn ?? Today);

    public static GroupToday AGroup(NamedLeader? leader = null, bool withEngineer = true, bool withExpert = true) =>
        new(
            leader ?? ALeader(),
            [
                new(Town.AccountOf(Town.HospitalDoctor), Town.HospitalDoctor.Name, MemberRole.Business, CanServe: true),
                new(
                    Town.AccountOf(Town.HospitalEngineer),
                    Town.HospitalEngineer.Name,
                    MemberRole.Technical,
                    CanServe: withEngineer
                ),
            ],
            withExpert ? [AnExpert()] : [],
            Today
        );

    private static Building Ended(Func<Building, Result> act)
    {
        var building = Contracted();
        act(building).ShouldBeAccepted();
        return building;
    }
}
