using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SmartCity.Demonstration;

/// <summary>What the service answered.</summary>
/// <param name="Version">The ETag without its quotes, 0 where there was none.</param>
/// <param name="Body">The JSON body, an empty object where there was none.</param>
public sealed record Answer(HttpStatusCode Status, long Version, JsonNode Body)
{
    public bool IsAccepted => (int)Status < 300;

    /// <summary>The id of the object that a receipt speaks of.</summary>
    public Guid Id => Guid.Parse(Body["id"]!.GetValue<string>());

    /// <summary>The codes of a refusal or denial; none where it was accepted.</summary>
    public IReadOnlyList<string> Codes =>
        IsAccepted ? []
        : Body["violations"] is JsonArray violations ? [.. violations.Select(one => one!["code"]!.GetValue<string>())]
        : [Body["code"]!.GetValue<string>()];
}

/// <summary>One account at work: it signs in once, then sends its requests to the service.</summary>
public sealed class Office : IDisposable
{
    private readonly HttpClient client;

    private Office(DemonstrationAccount account, HttpClient client)
    {
        Account = account;
        this.client = client;
    }

    public DemonstrationAccount Account { get; }

    /// <param name="client">What sends its requests once it is signed in; the office owns it from then on.</param>
    /// <exception cref="SignInRefusedException">The password does not fit this database.</exception>
    public static async Task<Office> SignInAsync(
        Uri service,
        DemonstrationAccount account,
        HttpClient client,
        CancellationToken cancellationToken
    )
    {
        var token = await new PersonSignIn(service).SignInAsync(account.UserName, account.Password, cancellationToken);
        client.BaseAddress = service;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return new(account, client);
    }

    public Task<Answer> ReadAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, null, null, cancellationToken);

    /// <summary>Makes something new: the key keeps a repeated request from making it twice.</summary>
    public Task<Answer> MakeAsync(string path, JsonNode body, string key, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, JsonContentOf(body), null, key, cancellationToken);

    /// <summary>Changes an object in the version that was read.</summary>
    public Task<Answer> ChangeAsync(
        HttpMethod method,
        string path,
        JsonNode? body,
        long version,
        CancellationToken cancellationToken
    ) => SendAsync(method, path, body is null ? null : JsonContentOf(body), version, null, cancellationToken);

    /// <summary>Asks a question that needs a body; nothing is changed by it.</summary>
    public Task<Answer> AskAsync(string path, JsonNode body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, JsonContentOf(body), null, null, cancellationToken);

    /// <summary>Sends a document, as a form does.</summary>
    public Task<Answer> AttachAsync(
        string path,
        string fileName,
        string text,
        long version,
        CancellationToken cancellationToken
    )
    {
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", fileName },
        };
        return SendAsync(HttpMethod.Post, path, form, version, null, cancellationToken);
    }

    /// <summary>Sends a list of rows as a file; what became of each is the answer.</summary>
    public Task<Answer> ImportAsync(string path, string fileName, byte[] file, CancellationToken cancellationToken)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", fileName } };
        return SendAsync(HttpMethod.Post, path, form, null, null, cancellationToken);
    }

    /// <summary>Downloads a file line by line; the answer tells how many rows came after the header, and the receipt.</summary>
    public async Task<Answer> DownloadAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(
            new Uri(path, UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        if (!response.IsSuccessStatusCode)
        {
            var problem = await response.Content.ReadAsStringAsync(cancellationToken);
            return new(response.StatusCode, 0, JsonNode.Parse(problem)!);
        }

        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var lines = 0;
        await reader.ReadLineAsync(cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is not null)
        {
            lines++;
        }

        var receipt = response.Headers.GetValues("Receipt").Single();
        return new(response.StatusCode, 0, new JsonObject { ["receipt"] = receipt, ["lines"] = lines });
    }

    public void Dispose() => client.Dispose();

    private static StringContent JsonContentOf(JsonNode body) =>
        new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        long? version,
        string? key,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (version is { } seen)
        {
            request.Headers.IfMatch.Add(new(string.Create(CultureInfo.InvariantCulture, $"\"{seen}\"")));
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var etag = response.Headers.ETag?.Tag.Trim('"');
        return new(
            response.StatusCode,
            etag is null ? 0 : long.Parse(etag, CultureInfo.InvariantCulture),
            text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!
        );
    }
}
