using System.Globalization;
using System.Text.Json;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>
/// The first leaf of a log that takes another one's place, in canonical form: what is known of the old log, and why it ended.
/// The new log begins with the leaves of the old one that the database holds, each in its place.
/// </summary>
/// <param name="Form">Always <c>smartcity.evidence/succession/v1</c>.</param>
/// <param name="At">When, UTC, as a leaf of an entry writes it.</param>
/// <param name="Origin">The new log.</param>
/// <param name="Predecessor">The old log's public key.</param>
/// <param name="Kept">How many of the old log's leaves the new one begins with.</param>
/// <param name="LastHead">The last head that is known of the old log, with its signatures.</param>
/// <param name="ProvedHead">
/// Where the last head is of more leaves than were kept: the last one of no more leaves, with its signatures; empty where
/// none is known. Up to here the kept leaves are provably the old log's.
/// </param>
/// <param name="Reason">What happened.</param>
/// <param name="Basis">On which legal basis it was ordered.</param>
/// <param name="OrderedBy">Who ordered it.</param>
internal sealed record Succession(
    string Form,
    string At,
    string Origin,
    string Predecessor,
    string Kept,
    string LastHead,
    string ProvedHead,
    string Reason,
    string Basis,
    string OrderedBy
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public const string FirstForm = "smartcity.evidence/succession/v1";

    /// <summary>How the leaf is told from those of entries; its object is the new log by its name.</summary>
    public const string ObjectType = "evidence-log";

    /// <summary>The head whose consistency with the new log can be proved, with its size; null where none is known.</summary>
    public string? HeadWithin() =>
        SizeOf(LastHead) <= long.Parse(Kept, CultureInfo.InvariantCulture) ? LastHead
        : ProvedHead.Length > 0 ? ProvedHead
        : null;

    /// <param name="leaf">A leaf that is such a statement.</param>
    public static Succession Read(string leaf) => JsonSerializer.Deserialize<Succession>(leaf, Options)!;

    /// <summary>The number of leaves that a head speaks of: its second line.</summary>
    public static long SizeOf(string head) => long.Parse(head.Split('\n')[1], CultureInfo.InvariantCulture);
}

/// <summary>A succession as the log holds it.</summary>
/// <param name="Leaf">The statement, byte for byte.</param>
internal sealed record LoggedSuccession(long Index, string Leaf);
