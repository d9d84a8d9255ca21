using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Declarations;

/// <summary>Every state against every act: which are legal, where they lead, and how the others are told.</summary>
public sealed class TransitionTests
{
    private static readonly Dictionary<string, Func<Declaration, Result>> Acts = new()
    {
        ["Revise"] = one => one.Revise(Sheets.Complete(), ADeclaration.TheHospital, ADeclaration.Rules),
        ["Attach"] = one =>
            one.Attach(ADeclaration.ADocument(DocumentKind.Other, '3'), ADeclaration.TheHospital, ADeclaration.Rules),
        ["Remove"] = one => one.Remove(one.Documents[0].Id, ADeclaration.TheHospital, ADeclaration.Rules),
        ["Submit"] = one =>
            one.Submit(ADeclaration.Hospital, ADeclaration.OpenItem, ADeclaration.TheHospital, ADeclaration.Rules),
        ["Cancel"] = one => one.Cancel("不再建设", ADeclaration.Rules),
        ["FormPanel"] = one => one.FormPanel(ADeclaration.APanel(), ADeclaration.TheOffice, ADeclaration.Rules),
        ["GiveOpinion"] = one =>
            one.GiveOpinion(
                1,
                Town.AccountOf(Town.Experts[0]),
                ADeclaration.AnOpinion(),
                DateTimeOffset.UnixEpoch,
                ADeclaration.Rules
            ),
        ["Conclude"] = one =>
            one.Conclude(
                ADeclaration.APass(),
                ADeclaration.ADecisionMaker(),
                [],
                ADeclaration.TheOffice,
                ADeclaration.Rules
            ),
        ["AnswerComments"] = one =>
            one.AnswerComments(
                one.CurrentRound is null ? [] : one.AllAnswers(),
                ADeclaration.TheHospital,
                ADeclaration.Rules
            ),
        ["Resubmit"] = one =>
            one.Resubmit(ADeclaration.Hospital, ADeclaration.OpenItem, ADeclaration.TheHospital, ADeclaration.Rules),
        ["ReportToFinance"] = one =>
            one.ReportToFinance(ADeclaration.ALetter(), ADeclaration.TheOffice, ADeclaration.Rules),
        ["ArrangeFund"] = one =>
            one.ArrangeFund(
                ADeclaration.AnArrangement(),
                ADeclaration.AFinanceDecisionMaker(),
                ADeclaration.TheFinanceBureau,
                ADeclaration.Rules
            ),
        ["SuspendFund"] = one => one.SuspendFund("待核", ADeclaration.TheFinanceBureau, ADeclaration.Rules),
        ["ResumeFund"] = one => one.ResumeFund("已核", ADeclaration.TheFinanceBureau, ADeclaration.Rules),
    };

    // What each legal pair answers; every pair that is not here is an illegal transition.
    private static readonly Dictionary<(DeclarationState, string), string> Legal = new()
    {
        [(DeclarationState.Draft, "Revise")] = "Draft",
        [(DeclarationState.Draft, "Attach")] = "Draft",
        [(DeclarationState.Draft, "Remove")] = "Draft",
        [(DeclarationState.Draft, "Submit")] = "Declared",
        [(DeclarationState.Draft, "Cancel")] = "Cancelled",
        [(DeclarationState.Draft, "ReportToFinance")] = "FUND_NOT_REVIEWED",
        [(DeclarationState.Declared, "FormPanel")] = "UnderReview",
        [(DeclarationState.Declared, "Cancel")] = "Cancelled",
        [(DeclarationState.Declared, "ReportToFinance")] = "FUND_NOT_REVIEWED",
        [(DeclarationState.UnderReview, "GiveOpinion")] = "UnderReview",
        [(DeclarationState.UnderReview, "Conclude")] = "OPINIONS_INCOMPLETE,CONCLUSION_AGAINST_PANEL",
        [(DeclarationState.UnderReview, "Cancel")] = "Cancelled",
        [(DeclarationState.UnderReview, "ReportToFinance")] = "FUND_NOT_REVIEWED",
        [(DeclarationState.RevisionRequired, "Revise")] = "RevisionRequired",
        [(DeclarationState.RevisionRequired, "Attach")] = "RevisionRequired",
        [(DeclarationState.RevisionRequired, "Remove")] = "RevisionRequired",
        [(DeclarationState.RevisionRequired, "AnswerComments")] = "RevisionRequired",
        [(DeclarationState.RevisionRequired, "Resubmit")] = "NO_REVISION,EXPERT_COMMENT_UNANSWERED",
        [(DeclarationState.RevisionRequired, "Cancel")] = "Cancelled",
        [(DeclarationState.RevisionRequired, "ReportToFinance")] = "FUND_NOT_REVIEWED",
        [(DeclarationState.ReviewPassed, "ReportToFinance")] = "ReportedToFinance",
        [(DeclarationState.ReviewPassed, "Cancel")] = "Cancelled",
        [(DeclarationState.Draft, "ArrangeFund")] = "FUND_NOT_REVIEWED,NOT_REPORTED_TO_FINANCE",
        [(DeclarationState.Declared, "ArrangeFund")] = "FUND_NOT_REVIEWED,NOT_REPORTED_TO_FINANCE",
        [(DeclarationState.UnderReview, "ArrangeFund")] = "FUND_NOT_REVIEWED,NOT_REPORTED_TO_FINANCE",
        [(DeclarationState.RevisionRequired, "ArrangeFund")] = "FUND_NOT_REVIEWED,NOT_REPORTED_TO_FINANCE",
        [(DeclarationState.ReviewPassed, "ArrangeFund")] = "NOT_REPORTED_TO_FINANCE",
        [(DeclarationState.ReportedToFinance, "ArrangeFund")] = "FundArranged",
        [(DeclarationState.FundArranged, "ArrangeFund")] = "ARRANGED_OVER_REPORTED",
        [(DeclarationState.FundArranged, "SuspendFund")] = "FundArranged",
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Enum.GetNames<DeclarationState>())
        {
            foreach (var act in Acts.Keys)
            {
                pairs.Add(state, act);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_WhenTheDeclarationIsInThisState_ThenLeadsOnOrIsToldWhyNot(string stateName, string act)
    {
        var state = Enum.Parse<DeclarationState>(stateName);
        var declaration = ADeclaration.In(state);

        var result = Acts[act](declaration);

        if (!Legal.TryGetValue((state, act), out var expected))
        {
            result.ShouldBeIllegalNow();
            declaration.State.ShouldBe(state);
        }
        else if (Enum.TryParse<DeclarationState>(expected, out var next))
        {
            result.ShouldBeAccepted();
            declaration.State.ShouldBe(next);
        }
        else
        {
            result.ShouldBeRefused(expected.Split(','));
            declaration.State.ShouldBe(state);
        }
    }
}
