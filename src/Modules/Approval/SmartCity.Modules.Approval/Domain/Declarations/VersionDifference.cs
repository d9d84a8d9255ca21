using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Audit;

namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>One difference between two versions.</summary>
/// <param name="Path">Where, such as <c>sheet.fund.lines[2].amount</c>.</param>
/// <param name="Before">The value as canonical JSON; null where there was none.</param>
/// <param name="After">The value as canonical JSON; null where there is none any more.</param>
internal sealed record VersionChange(string Path, string? Before, string? After);

/// <summary>Compares two frozen declarations member by member.</summary>
internal static class VersionDifference
{
    public static IReadOnlyList<VersionChange> Between(JsonNode? before, JsonNode? after)
    {
        var changes = new List<VersionChange>();
        Compare("", before, after, changes);
        return changes;
    }

    private static void Compare(string path, JsonNode? before, JsonNode? after, List<VersionChange> changes)
    {
        switch (before, after)
        {
            case (JsonObject left, JsonObject right):
                foreach (var name in left.Select(one => one.Key).Union(right.Select(one => one.Key)))
                {
                    Compare(path.Length == 0 ? name : $"{path}.{name}", left[name], right[name], changes);
                }

                break;
            case (JsonArray left, JsonArray right):
                for (var index = 0; index < Math.Max(left.Count, right.Count); index++)
                {
                    Compare(
                        $"{path}[{index}]",
                        index < left.Count ? left[index] : null,
                        index < right.Count ? right[index] : null,
                        changes
                    );
                }

                break;
            default:
                if (!JsonNode.DeepEquals(before, after))
                {
                    changes.Add(new(path, Told(before), Told(after)));
                }

                break;
        }
    }

    private static string? Told(JsonNode? value) => value is null ? null : CanonicalJson.Of(value);
}
