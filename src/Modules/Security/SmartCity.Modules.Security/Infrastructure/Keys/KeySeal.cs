using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SmartCity.Modules.Security.Infrastructure.Keys;

/// <summary>
/// Seals keys by AES-256-GCM under a secret that is kept elsewhere. Each seal has a key of its own, by HKDF-SHA256 from the
/// secret and a salt, so that no nonce can come twice under one key. What is sealed says for what it is and under which name
/// it lies: put in another file's place, it does not open.
/// </summary>
internal sealed class KeySeal
{
    private const int MarkSize = 8;
    private const int SaltSize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KeySize = 32;

    private static readonly byte[] Prefix = "smartcity-sealed-1\n"u8.ToArray();

    private readonly byte[] secret;
    private readonly byte[] mark;

    public KeySeal(byte[] secret)
    {
        this.secret = secret;
        // Tells one secret from another, and nothing about either.
        mark = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, MarkSize, info: "smartcity.keys.mark.1"u8.ToArray());
    }

    private static int HeadSize => Prefix.Length + MarkSize + SaltSize + NonceSize;

    public static bool IsSealed(ReadOnlySpan<byte> content) => content.StartsWith(Prefix);

    /// <summary>True where it was sealed under this very secret.</summary>
    public bool Sealed(ReadOnlySpan<byte> content) =>
        content.Length >= HeadSize + TagSize
        && IsSealed(content)
        && content.Slice(Prefix.Length, MarkSize).SequenceEqual(mark);

    public byte[] Seal(string purpose, string name, ReadOnlySpan<byte> content)
    {
        var result = new byte[HeadSize + TagSize + content.Length];
        var head = result.AsSpan(0, HeadSize);
        Prefix.CopyTo(head);
        mark.CopyTo(head[Prefix.Length..]);
        RandomNumberGenerator.Fill(head[(Prefix.Length + MarkSize)..]);
        using var cipher = CipherOf(head);
        cipher.Encrypt(
            head[^NonceSize..],
            content,
            result.AsSpan(HeadSize + TagSize),
            result.AsSpan(HeadSize, TagSize),
            About(head, purpose, name)
        );
        return result;
    }

    /// <exception cref="CryptographicException">It was sealed under another secret, for another place, or was changed.</exception>
    public byte[] Open(string purpose, string name, ReadOnlySpan<byte> content)
    {
        if (!Sealed(content))
        {
            throw new CryptographicException("This was not sealed under this secret.");
        }

        var head = content[..HeadSize];
        var result = new byte[content.Length - HeadSize - TagSize];
        using var cipher = CipherOf(head);
        cipher.Decrypt(
            head[^NonceSize..],
            content[(HeadSize + TagSize)..],
            content.Slice(HeadSize, TagSize),
            result,
            About(head, purpose, name)
        );
        return result;
    }

    private AesGcm CipherOf(ReadOnlySpan<byte> head)
    {
        Span<byte> key = stackalloc byte[KeySize];
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            secret,
            key,
            head.Slice(Prefix.Length + MarkSize, SaltSize),
            "smartcity.keys.seal.1"u8
        );
        var cipher = new AesGcm(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }

    // The purpose with its length before it, so that no two pairs of purpose and name read alike.
    private static byte[] About(ReadOnlySpan<byte> head, string purpose, string name)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, purpose.Length);
        return [.. head, .. length, .. Encoding.UTF8.GetBytes(purpose), .. Encoding.UTF8.GetBytes(name)];
    }
}
