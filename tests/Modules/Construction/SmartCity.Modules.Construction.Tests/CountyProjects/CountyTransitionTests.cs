using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

/// <summary>Every state of project and filing against every act: which are legal and where they lead.</summary>
public sealed class CountyTransitionTests
{
    private const string NothingSubmitted = "-";

    private static readonly Dictionary<string, Func<CountyProject, Result>> Acts = new()
    {
        ["Amend"] = one => one.Amend(ACountyProject.OneFenBelow, ACountyProject.InTheBudget),
        ["RecordTender"] = one =>
            one.RecordTender(ACountyProject.ATender(), ACountyProject.TheCounty, ACountyProject.Rules),
        ["Start"] = one => one.Start(ACountyProject.Today, ACountyProject.TheCounty, ACountyProject.Rules),
        ["SubmitFiling"] = one =>
            one.SubmitFiling(ACountyProject.APlan(), ACountyProject.TheCounty, ACountyProject.Rules),
        ["File"] = one => one.File("咸信备〔2026〕8号", ACountyProject.TheOffice, ACountyProject.Rules),
        ["ReturnIncomplete"] = one =>
            one.ReturnFilingIncomplete("缺预算批复。", ACountyProject.TheOffice, ACountyProject.Rules),
    };

    // Where each legal pair leads; every pair that is not here is an illegal transition.
    private static readonly Dictionary<(CountyProjectState, string), CountyProjectState> LegalOfProject = new()
    {
        [(CountyProjectState.Registered, "Amend")] = CountyProjectState.Registered,
        [(CountyProjectState.Registered, "RecordTender")] = CountyProjectState.TenderRecorded,
        [(CountyProjectState.Registered, "Start")] = CountyProjectState.UnderConstruction,
        [(CountyProjectState.TenderRecorded, "Amend")] = CountyProjectState.TenderRecorded,
        [(CountyProjectState.TenderRecorded, "Start")] = CountyProjectState.UnderConstruction,
    };

    private static readonly Dictionary<(string, string), CountyFilingState> LegalOfFiling = new()
    {
        [(NothingSubmitted, "SubmitFiling")] = CountyFilingState.Submitted,
        [(nameof(CountyFilingState.Submitted), "File")] = CountyFilingState.Filed,
        [(nameof(CountyFilingState.Submitted), "ReturnIncomplete")] = CountyFilingState.ReturnedIncomplete,
        [(nameof(CountyFilingState.ReturnedIncomplete), "SubmitFiling")] = CountyFilingState.Submitted,
    };

    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var state in Enum.GetNames<CountyProjectState>())
        {
            foreach (var filing in Enum.GetNames<CountyFilingState>().Append(NothingSubmitted))
            {
                foreach (var act in Acts.Keys)
                {
                    pairs.Add(state, filing, act);
                }
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_WhenProjectAndFilingAreInTheseStates_ThenLeadsOnOrIsIllegal(
        string stateName,
        string filingName,
        string act
    )
    {
        var state = Enum.Parse<CountyProjectState>(stateName);
        CountyFilingState? filing = filingName == NothingSubmitted ? null : Enum.Parse<CountyFilingState>(filingName);
        var project = ACountyProject.In(state, filing);

        var result = Acts[act](project);

        if (LegalOfProject.TryGetValue((state, act), out var nextState))
        {
            result.ShouldBeAccepted();
            (project.State, project.Filing).ShouldBe((nextState, filing));
        }
        else if (LegalOfFiling.TryGetValue((filingName, act), out var nextFiling))
        {
            result.ShouldBeAccepted();
            (project.State, project.Filing).ShouldBe((state, nextFiling));
            project.LastFiling!.State.ShouldBe(nextFiling);
        }
        else
        {
            result.ShouldBeIllegalNow();
            (project.State, project.Filing).ShouldBe((state, filing));
        }
    }
}
