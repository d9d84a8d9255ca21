using SmartCity.BuildingBlocks.Results;
using SmartCity.Canaries.Alpha.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Canaries.Alpha.Domain.Rules;

internal sealed record HolderFacts(string Holder, PermitKind Kind);

internal sealed record SeasonFacts(DateOnly Today, DateOnly EndsOn);

internal static class Article06
{
    public static Rule<HolderFacts> HolderNamed { get; } =
        new(
            "HOLDER_NOT_NAMED",
            RuleKind.Refusal,
            6,
            Basis.Text("words"),
            new("说明持有人", "Name the holder"),
            (facts, _) => facts.Kind == PermitKind.Seasonal || facts.Holder.Length > 0
        );

    public static Rule<SeasonFacts> SeasonOver { get; } =
        new(
            "SEASON_NOT_OVER",
            RuleKind.Refusal,
            6,
            Basis.Text("words"),
            new("等待", "Wait"),
            (facts, _) => facts.Today >= facts.EndsOn
        );
}
