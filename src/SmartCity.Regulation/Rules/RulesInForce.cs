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
    public ParameterSnapshot Parameters => parameters;

    /// <summary>The legal date of the act.</summary>
    public DateOnly Today => today;

    /// <summary>Judges all questions, so that a refusal tells all reasons at once.</summary>
    public Result Judge(params IEnumerable<IQuestion> questions)
    {
        var violations = new List<Violation>();
        foreach (var question in questions)
        {
            var facts = question.FactsAsJson();
            var satisfied = question.IsSatisfied(parameters);
            keep?.Invoke(new(question.Rule.Code, satisfied, parameters.Version, facts));
            if (!satisfied)
            {
                violations.Add(ViolationOf(question.Rule, facts));
            }
        }

        return violations.Count == 0 ? Result.Success : Error.Refused(violations);
    }

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
