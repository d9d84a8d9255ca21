using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>What a use case may ask of its module's database beside its sets.</summary>
public interface IModuleStore
{
    /// <summary>
    /// Waits until no other act holds this root, and holds it until the save: for acts that compete, so that the loser
    /// hears the business reason. Call it before loading. In a dry run nobody is kept waiting.
    /// </summary>
    Task LockAsync<TRoot, TId>(TId id, CancellationToken cancellationToken)
        where TRoot : AggregateRoot<TId>
        where TId : struct, IStrongId<TId>;

    /// <summary>
    /// Keeps one connection for the statements to come, where an answer takes several: on SQLite a connection has to be
    /// set up each time it is taken.
    /// </summary>
    /// <returns>Gives it back.</returns>
    Task<IAsyncDisposable> HoldConnectionAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Saves the act: the object's new version, its announcements, the audit entry and the idempotency key, in one
    /// transaction. A dry run ends here, as a failure, before any statement is sent.
    /// </summary>
    /// <exception cref="InvalidOperationException">The handler never demanded authority: a bug.</exception>
    Task<Result<Receipt>> SaveChangesAsync(Act act, CancellationToken cancellationToken);
}
