using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>That one request of an endpoint is as much work as many others; the host lets an account have a few at once.</summary>
public sealed record BulkRequest;

public static class BulkRequests
{
    /// <summary>The endpoint takes much at once: so large a body, and a few requests of an account side by side.</summary>
    /// <param name="largestBody">Bytes.</param>
    public static RouteHandlerBuilder AcceptBulk(this RouteHandlerBuilder endpoint, long largestBody) =>
        endpoint.WithMetadata(new BulkRequest(), new BodyLimit(largestBody));

    private sealed record BodyLimit(long Bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Bytes;
    }
}
