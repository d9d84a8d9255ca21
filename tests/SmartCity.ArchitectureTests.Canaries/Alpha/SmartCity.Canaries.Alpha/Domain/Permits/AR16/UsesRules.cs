using SmartCity.Canaries.Alpha.Domain.Rules.AR16;
using SmartCity.Regulation.Rules;

namespace SmartCity.Canaries.Alpha.Domain.Permits.AR16;

internal static class UsesRules
{
    public static IReadOnlyList<IRule> All() =>
        [Article07.NamedTwice, Article07.WithoutRecord, Article07.NeverViolated, Article07.NeverSatisfied];
}
