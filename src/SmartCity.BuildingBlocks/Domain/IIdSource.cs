namespace SmartCity.BuildingBlocks.Domain;

/// <summary>The one source of new identifiers.</summary>
public interface IIdSource
{
    /// <summary>A new UUID of version 7, taken from the system clock. Its order is not the order of insertion.</summary>
    Guid Next();
}

public static class IdSourceExtensions
{
    public static TId Next<TId>(this IIdSource source)
        where TId : struct, IStrongId<TId> => TId.From(source.Next());
}

internal sealed class Version7IdSource(TimeProvider time) : IIdSource
{
#pragma warning disable RS0030 // the one place where identifiers are made
    public Guid Next() => Guid.CreateVersion7(time.GetUtcNow());
#pragma warning restore RS0030
}
