using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>What every module's context needs of the host.</summary>
internal sealed record StoreServices(SqliteWriteGate Gate, OutboxSignal Signal, IIdSource Ids, EntryWriting Entries);

/// <summary>
/// Whether acts leave entries. They always do: no setting reaches this. Only the benchmark that measures what an entry
/// costs composes a host without.
/// </summary>
internal sealed record EntryWriting(bool IsOn = true);
