using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Files;

/// <summary>
/// The file store as a request sees it. In a dry run a file is stored beside the others, so that its content can be
/// judged, and is gone before the request is answered.
/// </summary>
internal sealed class RequestFileStore(
    LocalFileStore kept,
    FileStoreOptions options,
    IIdSource ids,
    RequestContext request
) : IFileStore
{
    private LocalFileStore? passing;

    public Task<Result<StoredFile>> SaveAsync(Stream content, CancellationToken cancellationToken) =>
        (request.DryRun is { } dryRun ? passing ??= PassingIn(dryRun) : kept).SaveAsync(content, cancellationToken);

    public Stream? Open(string sha256) => passing?.Open(sha256) ?? kept.Open(sha256);

    private LocalFileStore PassingIn(DryRun dryRun)
    {
        var folder = Path.Combine(options.Folder, $"{ids.Next():n}.dry-run");
        dryRun.ThrowAwayAtEnd(() =>
            LocalFileStore.OnDisk(() =>
            {
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }

                return folder;
            })
        );
        return new(options with { Folder = folder }, ids);
    }
}
