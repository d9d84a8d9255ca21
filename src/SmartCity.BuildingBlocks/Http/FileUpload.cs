using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Files;

namespace SmartCity.BuildingBlocks.Http;

public static class FileUpload
{
    // The form around the file: boundary, names, and a field or two.
    private const long FormAroundFile = 64 << 10;

    /// <summary>The endpoint takes a file, so its body may be as large as the file store accepts, and not only as JSON may be.</summary>
    public static RouteHandlerBuilder AcceptFile(this RouteHandlerBuilder endpoint)
    {
        endpoint.Add(builder =>
        {
            var files = builder.ApplicationServices.GetRequiredService<FileStoreOptions>();
            builder.Metadata.Add(new BodyLimit(files.LargestFile + FormAroundFile));
        });
        return endpoint;
    }

    private sealed record BodyLimit(long Bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Bytes;
    }
}
