using System.Text;
using System.Text.Json;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>
/// What stands in the place of a content that was erased: the entry that erased it. That alone proves nothing; the entry does,
/// if it is there and names this one.
/// </summary>
internal static class ErasedContent
{
    private const string Member = "erasedBy";

    public static string By(Guid entry)
    {
        var text = new StringBuilder();
        new CanonicalObject(text).Text(Member, entry.ToString()).End();
        return text.ToString();
    }

    /// <returns>Null where the content does not say that it was erased.</returns>
    public static Guid? ByOf(AuditEntry entry)
    {
        if (!entry.Content.StartsWith($"{{\"{Member}\":", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var told = JsonDocument.Parse(entry.Content);
            return told.RootElement.GetProperty(Member).TryGetGuid(out var by) ? by : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
