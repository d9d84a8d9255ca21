using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.BuildingBlocks.Domain;

/// <summary>
/// The object that an act is done on. Its version grows by one with every accepted act, and what it announces to other
/// modules leaves with the same transaction.
/// </summary>
public abstract class AggregateRoot
{
    private readonly List<IIntegrationEvent> announcements = [];
    private readonly List<IConsequence> consequences = [];

    /// <summary>The number of accepted acts on it, the first one being 1; the ETag of its representation.</summary>
    public long Version { get; private set; }

    /// <summary>Its identity as text, as audit entries and messages name it.</summary>
    public abstract string Identity { get; }

    internal IReadOnlyList<IIntegrationEvent> Announcements => announcements;

    internal void AdvanceVersion() => Version++;

    internal void ClearAnnouncements() => announcements.Clear();

    protected void Announce(IIntegrationEvent integrationEvent) => announcements.Add(integrationEvent);

    /// <summary>Says what this act brings about beside the object itself, within the module and the same save.</summary>
    protected void Entail(IConsequence consequence) => consequences.Add(consequence);

    internal IReadOnlyList<IConsequence> TakeConsequences()
    {
        if (consequences.Count == 0)
        {
            return [];
        }

        IReadOnlyList<IConsequence> taken = [.. consequences];
        consequences.Clear();
        return taken;
    }
}

/// <inheritdoc/>
public abstract class AggregateRoot<TId> : AggregateRoot
    where TId : struct, IStrongId<TId>
{
    public TId Id { get; protected init; }

    public override string Identity => Id.Value.ToString();
}
