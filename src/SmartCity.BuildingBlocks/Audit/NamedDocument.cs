using System.Globalization;
using SmartCity.BuildingBlocks.Files;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>A document that a command named, as the file store knew it then; its entry commits to it.</summary>
/// <param name="Id">The document among those of its object.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hex: its name in the store.</param>
/// <param name="Size">Bytes; as text, as evidence writes what may be large.</param>
public sealed record NamedDocument(string Id, string Sha256, string Size)
{
    public static NamedDocument Of(string id, StoredFile stored) => Of(id, stored.Sha256, stored.Length);

    public static NamedDocument Of(string id, string sha256, long length) =>
        new(id, sha256, length.ToString(CultureInfo.InvariantCulture));
}
