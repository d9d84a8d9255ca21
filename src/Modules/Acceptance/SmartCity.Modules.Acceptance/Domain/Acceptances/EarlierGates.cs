using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

/// <summary>
/// Which rules of this module a running project would have met before its take-over. They are heard from the acts
/// themselves, rehearsed on an acceptance that is thrown away, so no list of them has to be kept.
/// </summary>
internal static class EarlierGates
{
    public static IReadOnlyList<UnjudgedRule> Of(BuiltProject project, RunningAcceptance running, RulesInForce rules) =>
        rules.AskedBy(rehearsal => Rehearse(ProjectAcceptance.Open(default, project), running, rehearsal));

    private static Result Rehearse(ProjectAcceptance acceptance, RunningAcceptance running, RulesInForce rehearsal) =>
        (acceptance.IsService ? Result.Success : Try(acceptance, rehearsal)).Then(() =>
            running.Accepted is null ? Result.Success : Accept(acceptance, rehearsal)
        );

    private static Result Try(ProjectAcceptance acceptance, RulesInForce rehearsal)
    {
        var day = acceptance.BuiltOn;
        return acceptance
            .RecordSystemTest(new(day, "", "", true, ""), default, rehearsal)
            .Then(() => acceptance.PermitTrial("", day, day, default, rehearsal));
    }

    private static Result Accept(ProjectAcceptance acceptance, RulesInForce rehearsal)
    {
        var day = acceptance.BuiltOn;
        var expert = new NamedExpert(default, "", default, true, true, true);
        var panel = new NamedPanel(day, "", [expert], [new(default, "")]);
        var maker = new DecisionMaker(default, "", default, true, true, true);
        return (acceptance.IsService ? Result.Success : FinishTrial(acceptance, rehearsal))
            .Then(() => acceptance.Apply([], default, rehearsal))
            .Then(() => acceptance.FormPanel(panel, rehearsal))
            .Then(() => acceptance.Conclude(new(true, "", day, "", []), maker, default, rehearsal));
    }

    private static Result FinishTrial(ProjectAcceptance acceptance, RulesInForce rehearsal) =>
        acceptance
            .LogTrial(new(acceptance.BuiltOn, acceptance.BuiltOn, 0, 0, 0, 0, null), default, rehearsal)
            .Then(() => acceptance.FinishTrial(acceptance.BuiltOn, "", true, rehearsal));
}
