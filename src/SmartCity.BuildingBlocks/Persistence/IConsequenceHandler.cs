using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>One consequence, and the object whose act entails it.</summary>
public sealed record EntailedBy(AggregateRoot Root, IConsequence Consequence);

/// <summary>Brings about the consequences that it knows; it leaves the others alone.</summary>
public interface IConsequenceHandler
{
    /// <summary>Changes or adds what is saved together with the act; it saves nothing itself.</summary>
    /// <param name="entailed">All consequences of one act, in the order in which they were entailed.</param>
    Task TakeEffectAsync(
        ModuleDbContext database,
        IReadOnlyList<EntailedBy> entailed,
        Act act,
        CancellationToken cancellationToken
    );
}
