using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>
/// What holds an act back although its actor is competent, because of how the service itself stands. Every command asks, so
/// it answers from memory.
/// </summary>
public interface IActGate
{
    Task<Result> PassAsync(Act act, Authority authority, CancellationToken cancellationToken);
}
