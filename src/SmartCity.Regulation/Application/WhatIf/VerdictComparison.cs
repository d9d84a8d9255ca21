using SmartCity.BuildingBlocks.Acts;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.WhatIf;

/// <summary>Begins an act twice, under two sets of parameters, and keeps the verdicts that are not the same.</summary>
internal sealed class VerdictComparison(ParameterSnapshot now, ParameterSnapshot then, DateOnly today)
{
    public IEnumerable<(Judgement Now, Judgement Then)> TurnedBy(NextAct act)
    {
        var before = Keyed(RulesInForce.VerdictsOn(act.Begin, now, today));
        var after = Keyed(RulesInForce.VerdictsOn(act.Begin, then, today)).ToDictionary();
        var notOnRecord = act.NotOnRecord.Select(rule => rule.Code).ToHashSet();
        return before
            .Where(one => !notOnRecord.Contains(one.Key.Rule))
            .Where(one => after.TryGetValue(one.Key, out var other) && other.Satisfied != one.Value.Satisfied)
            .Select(one => (one.Value, after[one.Key]));
    }

    // An act may ask one rule of several facts: the second time it is another question.
    private static IEnumerable<KeyValuePair<(string Rule, int Time), Judgement>> Keyed(
        IEnumerable<Judgement> judgements
    ) =>
        judgements
            .GroupBy(one => one.Rule)
            .SelectMany(same => same.Select((one, time) => KeyValuePair.Create((same.Key, time), one)));
}
