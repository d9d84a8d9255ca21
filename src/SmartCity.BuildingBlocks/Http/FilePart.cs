using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>The one file of a multipart request, read as it arrives.</summary>
public static class FilePart
{
    private const int LongestBoundary = 100;

    public static async Task<Result<(string Name, Stream Content)>> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= LongestBoundary } boundary
        )
        {
            return NoFile();
        }

        try
        {
            var reader = new MultipartReader(boundary.ToString(), request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.AsFileSection() is { FileStream: { } content } file)
                {
                    return (Path.GetFileName(file.FileName.Replace('\\', '/')), content);
                }
            }
        }
        // A body that is too large is answered by the pipeline as such.
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return NoFile();
        }

        return NoFile();
    }

    private static Error NoFile() =>
        Error.Invalid(
            "FILE_REQUIRED",
            new("请以 multipart/form-data 上传一份文件。", "Send one file as multipart/form-data.")
        );
}
