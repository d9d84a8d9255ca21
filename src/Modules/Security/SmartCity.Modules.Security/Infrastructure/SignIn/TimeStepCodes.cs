using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace SmartCity.Modules.Security.Infrastructure.SignIn;

/// <summary>
/// Codes of six digits by RFC 6238. Identity's own provider asks the machine's clock, takes codes of two and a half minutes
/// and takes each of them as often as it is sent; this one asks the service's clock, allows a device to be one step early or
/// late, and takes a code once.
/// </summary>
internal sealed class TimeStepCodes(TimeProvider time) : AuthenticatorTokenProvider<Credential>
{
    public const int Digits = 6;
    public const int StepSeconds = 30;
    private const int Modulus = 1_000_000;
    private const int BitsOfDigit = 5;
    private const int BitsOfByte = 8;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    // A step before and one after: RFC 6238, 5.2 recommends no more.
    private static readonly int[] Tolerated = [0, -1, 1];

    public override async Task<bool> ValidateAsync(
        string purpose,
        string token,
        UserManager<Credential> manager,
        Credential user
    )
    {
        if (
            await manager.GetAuthenticatorKeyAsync(user) is not { } secret
            || StepOf(secret, token, time.GetUtcNow(), user.LastTimeStep) is not { } step
        )
        {
            return false;
        }

        // Kept with the credential, whose stamp lets one of two at once through.
        user.LastTimeStep = step;
        return true;
    }

    /// <summary>The step that the code is of, if it is one of now and later than the last one taken.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now, long? last)
    {
        var key = FromBase32(secret);
        var given = Encoding.UTF8.GetBytes(code);
        long? found = null;
        foreach (var step in Tolerated.Select(offset => (now.ToUnixTimeSeconds() / StepSeconds) + offset))
        {
            var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(key, step)), given);
            if (isRight && (last is null || step > last))
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>The code of a step (RFC 4226, 5.3).</summary>
    public static string CodeOf(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm that every authenticator knows; HMAC does not rest on SHA-1's collision resistance.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The bytes of a secret as Identity writes it (RFC 4648, 6, without padding).</summary>
    public static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var digit in text)
        {
            buffer = (buffer << BitsOfDigit) | Base32.IndexOf(digit, StringComparison.Ordinal);
            bits += BitsOfDigit;
            if (bits >= BitsOfByte)
            {
                bits -= BitsOfByte;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
