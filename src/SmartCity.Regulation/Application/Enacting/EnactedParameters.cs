using Microsoft.EntityFrameworkCore;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>Brings the parameters that this instance judges by to what the database keeps.</summary>
internal sealed class EnactedParameters(ParametersInForce parameters, RuleRegister register)
{
    /// <summary>Reads the acts again where there are more of them than this instance knows.</summary>
    public async Task RefreshAsync(IRegulationDatabase database, CancellationToken cancellationToken)
    {
        if (await database.Enactments.CountAsync(cancellationToken) == parameters.Versions.Count - 1)
        {
            return;
        }

        var enactments = await database.Enactments.AsNoTracking().ToListAsync(cancellationToken);
        parameters.Hold(
            enactments
                .OrderBy(enactment => enactment.EffectiveFrom)
                .ThenBy(enactment => enactment.Number)
                .Select(ChangeOf)
        );
    }

    // A parameter that the product no longer has changes nothing more, but its act keeps its version number.
    private EnactedChange ChangeOf(Enactment enactment) =>
        new(
            enactment.Id.Value,
            enactment.EffectiveFrom,
            [.. enactment.Changes.Select(ValueOf).OfType<NewParameterValue>()],
            [.. enactment.Switches.Select(one => new SwitchedControl(one.Rule, one.IsOff))]
        );

    private NewParameterValue? ValueOf(ParameterChange change) =>
        register.FindParameter(change.Parameter)?.Parameter is { } parameter
        && parameter.Read(change.After) is { IsFailure: false, Value: var value }
            ? new(parameter, value)
            : null;
}
