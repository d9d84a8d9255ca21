using Microsoft.EntityFrameworkCore;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>What an act in the database changes, as text.</summary>
/// <param name="Number">In the order of registration.</param>
/// <param name="Values">Each changed parameter with its new value.</param>
internal sealed record EnactedAct(
    Guid Id,
    DateOnly EffectiveFrom,
    int Number,
    IReadOnlyList<(string Parameter, string After)> Values,
    IReadOnlyList<SwitchedControl> Switches
);

/// <summary>Brings the parameters that this instance judges by to what the database keeps.</summary>
internal sealed class EnactedParameters(ParametersInForce parameters, RuleRegister register)
{
    /// <summary>How many acts this instance knows.</summary>
    public int Known => parameters.Versions.Count - 1;

    /// <summary>Reads the acts again where there are more of them than this instance knows.</summary>
    public async Task RefreshAsync(IRegulationDatabase database, CancellationToken cancellationToken)
    {
        if (await database.Enactments.CountAsync(cancellationToken) == Known)
        {
            return;
        }

        var enactments = await database.Enactments.AsNoTracking().ToListAsync(cancellationToken);
        Hold(
            enactments.Select(one => new EnactedAct(
                one.Id.Value,
                one.EffectiveFrom,
                one.Number,
                [.. one.Changes.Select(change => (change.Parameter, change.After))],
                [.. one.Switches.Select(change => new SwitchedControl(change.Rule, change.IsOff))]
            ))
        );
    }

    public void Hold(IEnumerable<EnactedAct> acts) =>
        parameters.Hold(acts.OrderBy(act => act.EffectiveFrom).ThenBy(act => act.Number).Select(ChangeOf));

    // A parameter that the product no longer has changes nothing more, but its act keeps its version number.
    private EnactedChange ChangeOf(EnactedAct act) =>
        new(act.Id, act.EffectiveFrom, [.. act.Values.Select(ValueOf).OfType<NewParameterValue>()], act.Switches);

    private NewParameterValue? ValueOf((string Parameter, string After) change) =>
        register.FindParameter(change.Parameter)?.Parameter is { } parameter
        && parameter.Read(change.After) is { IsFailure: false, Value: var value }
            ? new(parameter, value)
            : null;
}
