using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>What every module's context needs of the host.</summary>
internal sealed record StoreServices(
    SqliteWriteGate Gate,
    OutboxSignal Signal,
    IIdSource Ids,
    IEnumerable<IConsequenceHandler> Consequences
);
