using SmartCity.Canaries.Alpha.Domain.Rules;
using SmartCity.Canaries.Alpha.Domain.Rules.AR16;
using SmartCity.Regulation.Rules;

namespace SmartCity.Canaries.Alpha.Domain.Permits.AR16;

internal static class UsesRules
{
    public static IReadOnlyList<IRule> List() => [Article07.ListedOnly];

    public static IEnumerable<IQuestion> Ask(SeasonFacts facts) =>
        [
            Article07.NamedTwice.On(facts),
            Article07.NamedTwiceAgain.On(facts),
            Article07.WithoutRecord.On(facts),
            Article07.NeverViolated.On(facts),
            Article07.NeverSatisfied.On(facts),
        ];
}
