using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Domain.Evidence;

namespace SmartCity.Modules.Security.Api;

/// <summary>
/// The log as C2SP tlog-tiles serves it, for witnesses and for whoever mirrors it. Leaves only commit to what was done, so
/// everybody may read them.
/// </summary>
internal static class TileEndpoints
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const int HighestLevel = 63;

    public static void MapTiles(this IEndpointRouteBuilder routes)
    {
        var log = routes.MapGroup("/tlog").WithTag(EvidenceEndpoints.Tag, EvidenceEndpoints.About).AllowAnonymous();
        log.MapGet("/checkpoint", CheckpointAsync).WithName("GetLogCheckpoint").ExcludeFromDescription();
        log.MapGet("/tile/entries/{**place}", EntriesAsync).WithName("GetLogEntries").ExcludeFromDescription();
        log.MapGet("/tile/{level:int}/{**place}", HashesAsync).WithName("GetLogTile").ExcludeFromDescription();
    }

    private static async Task<IResult> CheckpointAsync(
        LogReader log,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        response.Headers.CacheControl = "no-cache";
        return await log.NewestAsync(cancellationToken) is { } newest
            ? Results.Text(newest.SignedNote, "text/plain", Encoding.UTF8)
            : Results.NotFound();
    }

    private static async Task<IResult> HashesAsync(
        int level,
        string place,
        LogReader log,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (
            level is < 0 or > HighestLevel
            || ReadPlace(place) is not var (index, width)
            || await log.TileAsync(new(level, index), width, cancellationToken) is not { } hashes
        )
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = Forever;
        return Results.Bytes(hashes, "application/octet-stream");
    }

    private static async Task<IResult> EntriesAsync(
        string place,
        LogReader log,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (
            ReadPlace(place) is not var (index, width)
            || await log.LeavesAsync(index, width, cancellationToken) is not { } leaves
            || leaves.Count != width
        )
        {
            return Results.NotFound();
        }

        var bundle = new MemoryStream();
        var length = new byte[sizeof(ushort)];
        foreach (var leaf in leaves.Select(Encoding.UTF8.GetBytes))
        {
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)leaf.Length));
            bundle.Write(length);
            bundle.Write(leaf);
        }

        response.Headers.CacheControl = Forever;
        return Results.Bytes(bundle.ToArray(), "application/octet-stream");
    }

    /// <summary>Reads <c>x001/x234/067</c> and <c>x001/x234/067.p/112</c>; null where it is neither.</summary>
    internal static (long Index, int Width)? ReadPlace(string place)
    {
        const string Partial = ".p/";
        const int MostParts = 6;
        var width = Tile.FullWidth;
        var at = place.IndexOf(Partial, StringComparison.Ordinal);
        if (at >= 0)
        {
            var text = place[(at + Partial.Length)..];
            if (
                !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out width)
                || width is < 1 or >= Tile.FullWidth
                || text[0] == '0'
            )
            {
                return null;
            }

            place = place[..at];
        }

        var parts = place.Split('/');
        var index = 0L;
        for (var number = 0; number < parts.Length; number++)
        {
            var isLast = number == parts.Length - 1;
            var digits =
                isLast ? parts[number]
                : parts[number].StartsWith('x') ? parts[number][1..]
                : "";
            if (digits.Length != 3 || !digits.All(char.IsAsciiDigit) || parts.Length > MostParts)
            {
                return null;
            }

            index = (index * 1000) + int.Parse(digits, CultureInfo.InvariantCulture);
        }

        return parts.Length > 1 && parts[0] == "x000" ? null : (index, width);
    }
}
