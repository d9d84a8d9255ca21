namespace SmartCity.BuildingBlocks.Audit;

/// <summary>Which entry's content an act erases, and on which basis; the entry of the act commits to it.</summary>
/// <param name="Entry">The entry whose content goes; its leaf stays.</param>
/// <param name="Hash">The hash of that entry's leaf, lower-case hex.</param>
/// <param name="Basis">The law and article, as people cite it.</param>
/// <param name="Document">The number of the document by which it was decided.</param>
public sealed record NamedErasure(Guid Entry, string Hash, string Basis, string Document, string Reason);
