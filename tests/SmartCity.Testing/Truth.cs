using Shouldly;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Testing;

/// <summary>One line of a rule's truth table; its verdict is kept in the record that AR16 reads.</summary>
public static class Truth
{
    public static void ShouldJudge<TFacts>(this Rule<TFacts> rule, TFacts facts, bool satisfied)
        where TFacts : notnull => rule.Verdict(facts).ShouldBe(satisfied);

    public static void ShouldRestOn(this IRule rule, BasisKind basis, int article)
    {
        rule.Basis.Kind.ShouldBe(basis);
        rule.Article.ShouldBe(article);
    }
}
