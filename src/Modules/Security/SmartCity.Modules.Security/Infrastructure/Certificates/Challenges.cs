using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>
/// Nothing is stored of a challenge until it is answered, so that whoever opens the page fills no table: what comes back is
/// protected by the keys that all instances share. Its answer is stored before it is judged, under a key that the database
/// holds unique: of two answers, at whichever instances, one counts.
/// </summary>
internal sealed class Challenges(SecurityDb database, IDataProtectionProvider protection, TimeProvider time)
    : IChallenges
{
    /// <summary>How long a challenge counts, its last instant included.</summary>
    public static readonly TimeSpan CountsFor = TimeSpan.FromSeconds(60);

    private const string Purpose = "smartcity.certificate-challenge.v1";
    private const int RandomBytes = 32;

    private IDataProtector Protector => protection.CreateProtector(Purpose);

    public IssuedChallenge Issue(string service)
    {
        var at = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        var text = $"SmartCity sign-in with a certificate v1; service={service}; issued={at}; nonce={nonce}";
        return new(text, Protector.Protect($"{at} {text}"));
    }

    public async Task<SpentChallenge> SpendAsync(string token, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Read(token) is not var (issuedAt, text))
        {
            return new(null, CertificateCheck.Challenge);
        }

        // Too late is told even of one that was used: it is the reason that will not pass.
        if (at - issuedAt > CountsFor)
        {
            return new(text, CertificateCheck.ChallengeInTime);
        }

        var answered = new AnsweredChallenge
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            AnsweredAt = at,
        };
        database.Add(answered);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return new(text, FailedCheck: null);
        }
        catch (DbUpdateException)
        {
            database.Entry(answered).State = EntityState.Detached;
            if (await WasAnsweredAsync(answered.Sha256, cancellationToken))
            {
                return new(text, CertificateCheck.ChallengeUnused);
            }

            throw;
        }
    }

    private Task<bool> WasAnsweredAsync(string sha256, CancellationToken cancellationToken) =>
        database.Set<AnsweredChallenge>().AnyAsync(one => one.Sha256 == sha256, cancellationToken);

    private (DateTimeOffset IssuedAt, string Text)? Read(string token)
    {
        try
        {
            var parts = Protector.Unprotect(token).Split(' ', 2);
            return (DateTimeOffset.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
