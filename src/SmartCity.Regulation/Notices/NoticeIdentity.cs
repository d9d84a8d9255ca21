using System.Security.Cryptography;
using System.Text;

namespace SmartCity.Regulation.Notices;

/// <summary>Ids of notices that follow from what raises them, so that the same cause never raises a second notice.</summary>
public static class NoticeIdentity
{
    private const int Bytes = 16;
    private const int VersionByte = 6;
    private const int VariantByte = 8;
    private const byte Version8 = 0x80;
    private const byte Variant = 0x80;

    /// <param name="source">What raises it: an object, or a clock.</param>
    /// <param name="part">Which of its notices: a rung, a number, a kind.</param>
    /// <returns>A UUID of version 8 (RFC 9562, 5.8), the same for the same two.</returns>
    public static Guid Of(Guid source, string part)
    {
        var hash = SHA256.HashData([.. source.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(part)]);
        hash[VersionByte] = (byte)((hash[VersionByte] & 0x0F) | Version8);
        hash[VariantByte] = (byte)((hash[VariantByte] & 0x3F) | Variant);
        return new(hash.AsSpan(0, Bytes), bigEndian: true);
    }
}
