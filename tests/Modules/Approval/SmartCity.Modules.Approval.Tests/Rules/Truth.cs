using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Tests.Rules;

/// <summary>One line of a rule's truth table.</summary>
internal static class Truth
{
    public static void ShouldJudge<TFacts>(this Rule<TFacts> rule, TFacts facts, bool satisfied)
        where TFacts : notnull => rule.IsSatisfied(facts, ParameterSnapshot.AtPromulgation).ShouldBe(satisfied);

    public static void ShouldRestOn(this IRule rule, BasisKind basis, int article)
    {
        rule.Basis.Kind.ShouldBe(basis);
        rule.Article.ShouldBe(article);
    }
}
