using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>Holds acts back, as configured, once cosignatures have been missing for too long (article 32).</summary>
internal sealed class WitnessGate(ICosigningWatch watch, MissingWitnessSettings settings, RulesInForce rules) : IActGate
{
    public async Task<Result> PassAsync(Act act, Authority authority, CancellationToken cancellationToken)
    {
        if (
            settings.Mode == MissingWitnessMode.Warn
            || authority.Stake == Stake.Reading
            || GoesOnByItself(act, authority)
        )
        {
            return Result.Success;
        }

        var state = await watch.ReadAsync(cancellationToken);
        return state.IsRefusing
            ? rules.Judge(
                Article32.WitnessIsThere.On(
                    new(
                        state.Mode,
                        authority.Stake,
                        state.CosignedSize,
                        state.MissingSince,
                        state.MissingSeconds,
                        (long)settings.ActAfter.TotalSeconds
                    )
                )
            )
            : Result.Success;
    }

    // What follows from an act that was accepted would be lost and not held back; what a module does because its time has
    // come binds nobody. An operator at the command line acts in a module's name too, and is held back like anybody.
    private static bool GoesOnByItself(Act act, Authority authority) =>
        act.Actor.Kind == ActorKind.Module && (act.Context.OnBehalfOf is not null || authority.Stake == Stake.Business);
}
