using System.Diagnostics.CodeAnalysis;

namespace SmartCity.Evidence.Log;

/// <summary>Standard base64 in its one canonical spelling: what can be written in two ways could be signed in one and shown in the other.</summary>
internal static class Base64Text
{
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var buffer = new byte[(text.Length / 4 * 3) + 3];
        bytes =
            Convert.TryFromBase64String(text, buffer, out var length)
            && Convert.ToBase64String(buffer.AsSpan(0, length)) == text
                ? buffer[..length]
                : null;
        return bytes is not null;
    }

    public static bool TryReadHash(string text, [NotNullWhen(true)] out byte[]? hash) =>
        TryRead(text, out hash) && hash.Length == MerkleHash.Size;
}
