using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Files;

/// <summary>A stored file.</summary>
/// <param name="Sha256">Its name in the store: SHA-256 of its content, lower-case hex.</param>
/// <param name="Length">Bytes.</param>
/// <param name="MediaType">Judged by its content, never by its name or by what the sender says.</param>
public sealed record StoredFile(string Sha256, long Length, string MediaType);

/// <summary>Files by the hash of their content. The same content is stored once.</summary>
public interface IFileStore
{
    /// <summary>Stores the stream in constant memory.</summary>
    /// <returns>The stored file, or why it is not accepted: empty, too large, or of no accepted type.</returns>
    Task<Result<StoredFile>> SaveAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>The content, or null where there is none of that hash.</summary>
    Stream? Open(string sha256);
}
