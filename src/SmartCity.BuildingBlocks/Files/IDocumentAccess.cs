using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Files;

/// <summary>
/// What a module says of the documents that its entries name. Whoever takes the entries gets no document of a module that
/// says nothing.
/// </summary>
public interface IDocumentAccess
{
    /// <summary>The module's schema.</summary>
    string Schema { get; }

    /// <summary>Why this actor may not have the documents that were named on an object; null where he may.</summary>
    Task<LocalizedText?> WhyNotAsync(Actor actor, ObjectReference owner, CancellationToken cancellationToken);
}
