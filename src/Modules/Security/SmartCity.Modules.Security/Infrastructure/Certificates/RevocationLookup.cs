using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Org.BouncyCastle.X509;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>Whether a certificate was revoked, and who told.</summary>
/// <param name="Source">Null where nobody told and nobody may pass without.</param>
internal sealed record RevocationFinding(
    RevocationSource? Source,
    DateTimeOffset? RevokedAt = null,
    string? Reason = null
);

/// <summary>
/// Asks the issuer's OCSP responder and, where that has no answer, reads its list. What was answered is remembered by this
/// process: a list until its next one is due, and the last answer of all for when the issuer cannot be reached.
/// </summary>
internal sealed partial class RevocationLookup(
    CertificateSettings settings,
    RevocationRequests requests,
    RevocationWatch watch,
    ILogger<RevocationLookup> logger
)
{
    private const int MostAddresses = 2;
    private const int MostLists = 50;
    private const int MostAnswers = 20_000;

    private readonly ConcurrentDictionary<string, IssuersList> lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RevocationAnswer> answers = new(StringComparer.Ordinal);

    public async Task<RevocationFinding> FindAsync(
        X509Certificate certificate,
        X509Certificate issuer,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var identity = CertificateText.IdentityOf(certificate).Sha256;
        if (await AskAsync(certificate, issuer, at, cancellationToken) is { } told)
        {
            return Remembered(identity, told, RevocationSource.Ocsp, at);
        }

        if (await ListedAsync(certificate, issuer, at, cancellationToken) is { } listed)
        {
            return Remembered(identity, listed, RevocationSource.List, at);
        }

        return Without(certificate, identity, at);
    }

    private async Task<RevocationAnswer?> AskAsync(
        X509Certificate certificate,
        X509Certificate issuer,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (var address in Addresses.OfResponders(certificate).Take(MostAddresses))
        {
            var exchange = new OcspExchange(certificate, issuer);
            if (await requests.AskAsync(address, exchange.Request, cancellationToken) is not { } response)
            {
                continue;
            }

            if (exchange.Read(response, at, settings.ClockSkew) is { } answer)
            {
                return answer;
            }

            LogUseless(logger, address);
        }

        return null;
    }

    private async Task<RevocationAnswer?> ListedAsync(
        X509Certificate certificate,
        X509Certificate issuer,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var addresses = Addresses.OfLists(certificate);
        foreach (var address in addresses.Take(MostAddresses))
        {
            // A list is its issuer's: two authorities may share an address, and one may have another key since.
            var key = $"{address} {CertificateText.IdentityOf(issuer).Sha256}";
            if (lists.TryGetValue(key, out var kept) && at <= kept.CountsUntil)
            {
                if (kept.Of(certificate, addresses) is { } known)
                {
                    return known;
                }

                continue;
            }

            if (await requests.DownloadAsync(address, cancellationToken) is not { } content)
            {
                continue;
            }

            if (
                IssuersList.Read(content, issuer, at, settings.ClockSkew) is { } list
                && list.Of(certificate, addresses) is { } answer
            )
            {
                Keep(lists, MostLists, key, list);
                return answer;
            }

            LogUseless(logger, address);
        }

        return null;
    }

    private RevocationFinding Remembered(
        string identity,
        RevocationAnswer answer,
        RevocationSource source,
        DateTimeOffset at
    )
    {
        Keep(answers, MostAnswers, identity, answer);
        watch.Answered(at);
        return new(source, answer.RevokedAt, answer.Reason);
    }

    private RevocationFinding Without(X509Certificate certificate, string identity, DateTimeOffset at)
    {
        var last = answers.GetValueOrDefault(identity);
        RevocationSource? source =
            last is { RevokedAt: not null } ? RevocationSource.Cached
            : settings.WhenUnreachable == UnreachableMode.Refuse ? null
            : last is not null && at <= last.CountsUntil + settings.CachedFor ? RevocationSource.Cached
            : settings.WhenUnreachable == UnreachableMode.Warn && at < settings.WarnUntil ? RevocationSource.Nobody
            : null;
        watch.Unanswered(at, source);
        LogUnknown(logger, certificate.SerialNumber.ToString(16), source?.ToString() ?? "refused");
        return new(source, last?.RevokedAt, last?.Reason);
    }

    private static void Keep<T>(ConcurrentDictionary<string, T> kept, int most, string key, T value)
    {
        // So many are more than a city has certificates: better asked for again than kept without bound.
        if (kept.Count >= most)
        {
            kept.Clear();
        }

        kept[key] = value;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What {Address} told of a certificate does not count")]
    private static partial void LogUseless(ILogger logger, string address);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Nobody tells whether certificate {SerialNumber} was revoked: {Consequence}"
    )]
    private static partial void LogUnknown(ILogger logger, string serialNumber, string consequence);
}
