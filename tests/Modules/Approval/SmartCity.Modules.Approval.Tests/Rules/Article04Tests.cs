using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Rules;

public sealed class Article04Tests
{
    [Fact]
    public void NotInMasterPlan_WhenAnOpenItemIsCited_ThenSatisfied() =>
        Article04.NotInMasterPlan.ShouldJudge(new("GH-1", MasterPlanItemState.Open), true);

    [Fact]
    public void NotInMasterPlan_WhenTheItemIsClosed_ThenViolated() =>
        Article04.NotInMasterPlan.ShouldJudge(new("GH-1", MasterPlanItemState.Closed), false);

    [Fact]
    public void NotInMasterPlan_WhenNoneIsCited_ThenViolated() =>
        Article04.NotInMasterPlan.ShouldJudge(new(null, null), false);

    [Fact]
    public void StandardNotDeclared_WhenOneIsNamed_ThenSatisfied() =>
        Article04.StandardNotDeclared.ShouldJudge(new(["GB 17859-1999"]), true);

    [Fact]
    public void StandardNotDeclared_WhenNoneIsNamed_ThenViolated() =>
        Article04.StandardNotDeclared.ShouldJudge(new([]), false);

    [Fact]
    public void UnifiedFacilities_WhenAnswerAndRemarkMeet_ThenOnlyUseOrAReasonedNotApplicablePasses()
    {
        (UnifiedUse? Answer, string? Remark, bool Satisfied)[] table =
        [
            (null, "说明", false),
            (UnifiedUse.Uses, null, true),
            (UnifiedUse.Separate, "说明", false),
            (UnifiedUse.Separate, null, false),
            (UnifiedUse.NotApplicable, "单机应用", true),
            (UnifiedUse.NotApplicable, "", false),
            (UnifiedUse.NotApplicable, " ", false),
            (UnifiedUse.NotApplicable, null, false),
        ];
        foreach (var (answer, remark, satisfied) in table)
        {
            Article04.UnifiedPlatformRequired.ShouldJudge(new(answer, remark), satisfied);
            Article04.UnifiedExitRequired.ShouldJudge(new(answer, remark), satisfied);
            Article04.UnifiedNetworkRequired.ShouldJudge(new(answer, remark), satisfied);
        }
    }

    [Fact]
    public void Basis_WhenTheArticleSaysIt_ThenItsWordsAreQuoted()
    {
        Article04.NotInMasterPlan.ShouldRestOn(BasisKind.Text, 4);
        Article04.StandardNotDeclared.ShouldRestOn(BasisKind.Text, 4);
        Article04.UnifiedPlatformRequired.Basis.Quote.ShouldContain("统一平台");
        Article04.UnifiedExitRequired.Basis.Quote.ShouldContain("统一出口");
        Article04.UnifiedNetworkRequired.Basis.Quote.ShouldContain("统一网络");
    }
}
