using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

/// <summary>County projects in each state of the business, brought there by the acts that lead there.</summary>
internal static class ACountyProject
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>The most that is free of tender and filing.</summary>
    public static readonly Money Threshold = Money.FromYuan(1_000_000);

    public static readonly Money OneFenAbove = Threshold + Money.FromFen(1);

    public static readonly Money OneFenBelow = Threshold - Money.FromFen(1);

    public static RulesInForce Rules { get; } = new(ParameterSnapshot.AtPromulgation, Today);

    public static AccountId TheCounty { get; } = new(Counties.SanyuanClerk.Account);

    public static AccountId TheOffice { get; } = new(Counties.OfficeClerk.Account);

    public static CountyBudgetLine InTheBudget { get; } = new(2026, "三财预〔2026〕12号", Money.FromYuan(900_000));

    public static CountyTenderText ATender(DateOnly? on = null) =>
        new(
            CountyTenderMethod.OpenTender,
            "三采公〔2026〕31号",
            on ?? Today,
            "某信息技术公司",
            "91350100M000100Y43",
            Money.FromYuan(900_000)
        );

    public static CountyFilingText APlan(DateOnly? on = null) =>
        new("智慧社区平台实施方案", "三信办〔2026〕19号", on ?? Today, "建设社区服务平台一套。");

    public static CountyProject Registered(Money total, CountyBudgetLine? budget) =>
        CountyProject.Register(
            new(Guid.Parse("0196f3a0-0000-7000-8000-000000000001")),
            Counties.Sanyuan,
            new("智慧社区平台", CountyProjectKind.ApplicationSystem, "三原县民政局", total, budget),
            TheCounty,
            Rules
        );

    /// <summary>A budgeted project of exactly the threshold in these states, which depend on nothing of each other.</summary>
    public static CountyProject In(CountyProjectState state, CountyFilingState? filing)
    {
        var project = Registered(Threshold, InTheBudget);
        if (state != CountyProjectState.Registered)
        {
            project.RecordTender(ATender(), TheCounty, Rules).ShouldBeAccepted();
        }

        if (filing is not null)
        {
            project.SubmitFiling(APlan(), TheCounty, Rules).ShouldBeAccepted();
        }

        if (filing == CountyFilingState.Filed)
        {
            project.File("咸信备〔2026〕7号", TheOffice, Rules).ShouldBeAccepted();
        }

        if (filing == CountyFilingState.ReturnedIncomplete)
        {
            project.ReturnFilingIncomplete("缺预算批复。", TheOffice, Rules).ShouldBeAccepted();
        }

        if (state == CountyProjectState.UnderConstruction)
        {
            project.Start(Today, TheCounty, Rules).ShouldBeAccepted();
        }

        return project;
    }
}
