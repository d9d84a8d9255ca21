using SmartCity.Evidence.Log;

namespace SmartCity.Evidence;

/// <summary>The two addresses of C2SP tlog-witness.</summary>
internal static class WitnessHost
{
    private const int LargestBody = SignedNote.LargestNote + 8192;

    public static WebApplication Build(Witness witness, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        var service = builder.Build();
        service.MapPost("/add-checkpoint", (HttpRequest request) => AddAsync(request, witness));
        service.MapGet("/{origin}/checkpoint", (string origin) => Last(origin, witness));
        return service;
    }

    private static async Task<IResult> AddAsync(HttpRequest request, Witness witness)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var answer = witness.Add(body.ToArray());
        var type = answer.Status == StatusCodes.Status409Conflict ? "text/x.tlog.size" : "text/plain; charset=utf-8";
        return Results.Text(answer.Body, type, contentEncoding: null, answer.Status);
    }

    private static IResult Last(string origin, Witness witness) =>
        origin.Length == 64 && origin.All(char.IsAsciiHexDigitLower) && witness.Last(origin) is { } note
            ? Results.Text(note, "text/plain; charset=utf-8")
            : Results.NotFound();
}
