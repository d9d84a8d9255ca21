using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Rules;

/// <summary>
/// The rules as they stand for one act: under one version of the parameters, on one legal date. Aggregates ask them;
/// every verdict is kept for the act's audit entry.
/// </summary>
public sealed class RulesInForce(ParameterSnapshot parameters, DateOnly today, Action<Judgement>? keep = null)
{
    // Set in a rehearsal only: it hears what would be asked, and nothing is judged.
    private Action<IRule>? Asked { get; init; }

    // Set where only the verdicts are wanted: no act gets beyond its first judging.
    private bool StopsActs { get; init; }

    public ParameterSnapshot Parameters => parameters;

    /// <summary>The legal date of the act.</summary>
    public DateOnly Today => today;

    /// <summary>Judges all questions, so that a refusal tells all reasons at once.</summary>
    public Result Judge(params IEnumerable<IQuestion> questions)
    {
        var violations = new List<Violation>();
        foreach (var question in questions)
        {
            if (Asked is not null)
            {
                Asked(question.Rule);
                continue;
            }

            var facts = question.FactsAsJson();
            var satisfied = question.IsSatisfied(parameters);
            keep?.Invoke(new(question.Rule.Code, satisfied, parameters.Version, facts));
            if (!satisfied)
            {
                violations.Add(ViolationOf(question.Rule, facts));
            }
        }

        return violations.Count > 0 ? Error.Refused(violations)
            : StopsActs ? Stopped
            : Result.Success;
    }

    /// <summary>
    /// The verdicts that an act would have under these parameters: it is begun, and stopped at its first judging, before
    /// it changes anything. Facts that depend on the parameters, such as a date counted by them, are told as they would be.
    /// </summary>
    /// <param name="act">Calls what the act calls; an act that the object's state does not know has no verdicts.</param>
    public static IReadOnlyList<Judgement> VerdictsOn(
        Func<RulesInForce, Result> act,
        ParameterSnapshot parameters,
        DateOnly today
    )
    {
        var verdicts = new List<Judgement>();
        act(new(parameters, today, verdicts.Add) { StopsActs = true });
        return verdicts;
    }

    /// <summary>
    /// The rules that these acts ask, in the order of their articles. The acts are rehearsed on objects that are thrown
    /// away: nothing is judged, so a rule that an act asks from now on is told here from now on.
    /// </summary>
    /// <exception cref="InvalidOperationException">The acts do not follow each other: a bug of who rehearses them.</exception>
    public IReadOnlyList<UnjudgedRule> AskedBy(Func<RulesInForce, Result> acts)
    {
        var asked = new List<IRule>();
        var outcome = acts(new(parameters, today) { Asked = asked.Add });
        if (outcome.IsFailure)
        {
            throw new InvalidOperationException($"The rehearsed acts do not follow each other: {outcome.Failure.Code}");
        }

        return
        [
            .. asked
                .DistinctBy(rule => rule.Code)
                .OrderBy(rule => rule.Article)
                .ThenBy(rule => rule.Code, StringComparer.Ordinal)
                .Select(rule => new UnjudgedRule(rule.Code, rule.Article)),
        ];
    }

    private static Error Stopped { get; } =
        Error.Unprocessable("NOT_CARRIED_OUT", new("只试判，不办理。", "Judged only, not carried out."));

    private Violation ViolationOf(IRule rule, System.Text.Json.JsonElement facts) =>
        new(
            rule.Code,
            rule.Kind,
            rule.Basis.Kind,
            rule.Basis.Statement(rule.Article),
            rule.Article,
            rule.AlsoCites,
            rule.Basis.Quote,
            facts,
            rule.Remedy,
            parameters.Version
        );
}
