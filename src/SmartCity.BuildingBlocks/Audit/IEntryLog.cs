namespace SmartCity.BuildingBlocks.Audit;

/// <summary>An entry as the log takes it: its leaf, and by what it is found again.</summary>
public sealed record EntryForLog(
    string Schema,
    Guid Entry,
    string ObjectType,
    string ObjectId,
    long Number,
    string Leaf
);

/// <summary>The one log over the audit entries of all modules; the module that owns it stores it.</summary>
public interface IEntryLog
{
    /// <summary>False where the log has no key to sign with: then entries wait, and nothing is lost.</summary>
    bool IsOpen { get; }

    /// <summary>
    /// Appends, in the given order and in one transaction, those entries that the log does not hold yet. An entry that it
    /// holds already keeps its place: whoever died between appending and marking may ask again.
    /// </summary>
    /// <returns>How many were new.</returns>
    Task<int> AppendAsync(IReadOnlyList<EntryForLog> entries, CancellationToken cancellationToken);
}
