using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>
/// The requests that a certificate makes the service send. Its addresses are the certificate's word and nobody else's, so
/// they lead to hosts that the operator has named, without redirection, for so long and so much.
/// </summary>
internal sealed partial class RevocationRequests(
    CertificateSettings settings,
    IHttpClientFactory clients,
    ILogger<RevocationRequests> logger
)
{
    public const string ClientName = "certificate-revocation";

    public const int LargestOcspAnswer = 64 * 1024;
    public const int LargestList = 10 * 1024 * 1024;

    public async Task<byte[]?> AskAsync(string address, byte[] request, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/ocsp-request");
        return await SendAsync(HttpMethod.Post, address, content, LargestOcspAnswer, cancellationToken);
    }

    public Task<byte[]?> DownloadAsync(string address, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, address, content: null, LargestList, cancellationToken);

    /// <summary>Whether the service may go there.</summary>
    public bool IsAllowed(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && settings.RevocationHosts.Contains(uri.IsDefaultPort ? uri.Host : uri.Authority);

    private async Task<byte[]?> SendAsync(
        HttpMethod method,
        string address,
        HttpContent? content,
        int largest,
        CancellationToken cancellationToken
    )
    {
        if (!IsAllowed(address))
        {
            LogNotAllowed(logger, address);
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.AnswersWithin);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var request = new HttpRequestMessage(method, address) { Content = content };
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!answer.IsSuccessStatusCode)
            {
                LogAway(logger, address, $"status {(int)answer.StatusCode}");
                return null;
            }

            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            return await ReadAsync(body, largest, limit.Token) ?? Refuse(address, largest);
        }
        catch (Exception away)
            when (away is HttpRequestException or IOException
                || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            LogAway(logger, address, away.Message);
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(Stream body, int largest, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > largest)
            {
                return null;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private byte[]? Refuse(string address, int largest)
    {
        LogAway(logger, address, $"more than {largest} bytes");
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Revocation is not asked for at {Address}: no allowed host")]
    private static partial void LogNotAllowed(ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Revocation cannot be asked for at {Address}: {Fault}")]
    private static partial void LogAway(ILogger logger, string address, string fault);
}
