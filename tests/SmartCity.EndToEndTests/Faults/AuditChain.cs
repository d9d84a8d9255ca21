using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SmartCity.BuildingBlocks.Audit;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>
/// Recomputes the chains of audit entries from their stored bytes, as docs/evidence.md describes them and with none of the
/// code that wrote them.
/// </summary>
internal static class AuditChain
{
    private static readonly string BeforeTheFirst = new('0', 64);

    /// <summary>What does not fit together; nothing where every object's entries are whole.</summary>
    public static IReadOnlyList<string> FaultsIn(string schema, IEnumerable<AuditEntry> entries)
    {
        var faults = new List<string>();
        foreach (var chain in entries.GroupBy(entry => (entry.ObjectType, entry.ObjectId)))
        {
            var (previous, number) = (BeforeTheFirst, 0L);
            foreach (var entry in chain.OrderBy(entry => entry.Number))
            {
                var leaf = JsonDocument.Parse(entry.Leaf).RootElement;
                var expected = new Dictionary<string, string>
                {
                    ["entry"] = entry.Id.ToString(),
                    ["schema"] = schema,
                    ["objectType"] = entry.ObjectType,
                    ["objectId"] = entry.ObjectId,
                    ["number"] = (++number).ToString(CultureInfo.InvariantCulture),
                    ["previous"] = previous,
                    ["commitment"] = Sha256([
                        .. Convert.FromHexString(entry.Salt),
                        .. Encoding.UTF8.GetBytes(entry.Content),
                    ]),
                };
                faults.AddRange(
                    expected
                        .Where(member => leaf.GetProperty(member.Key).GetString() != member.Value)
                        .Select(member => $"{schema} {chain.Key} entry {number}: {member.Key} is not {member.Value}")
                );
                previous = Sha256([0x00, .. Encoding.UTF8.GetBytes(entry.Leaf)]);
                if (entry.Hash != previous || entry.Number != number)
                {
                    faults.Add($"{schema} {chain.Key} entry {number}: stored as {entry.Number} with {entry.Hash}");
                }
            }
        }

        return faults;
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
