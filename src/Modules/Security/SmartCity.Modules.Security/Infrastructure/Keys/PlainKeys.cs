using System.Text;
using SmartCity.Modules.Security.Infrastructure.Tokens;

namespace SmartCity.Modules.Security.Infrastructure.Keys;

/// <summary>
/// Takes over the plain keys of releases before 2026-11. Each is sealed first and removed after, so that whoever is interrupted
/// does it again and loses none.
/// </summary>
internal static class PlainKeys
{
    private const string SigningKey = "token-signing.pkcs8";
    private const string EncryptionKey = "token-encryption.key";

    // An older program that is started here by mistake fails on it, instead of making a signing key of its own.
    private static readonly byte[] Tombstone = Encoding.ASCII.GetBytes(
        "The keys of this folder are sealed. This file holds none; an older program cannot use this folder.\n"
    );

    public static void TakeOver(string folder, KeySeal seal)
    {
        TakeOverCookieKeys(Path.Combine(folder, KeyVault.CookieKeys), seal);
        var (signingFile, encryptionFile) = (Path.Combine(folder, SigningKey), Path.Combine(folder, EncryptionKey));
        if (
            KeyFile.TryRead(signingFile) is { } signing
            && !signing.AsSpan().SequenceEqual(Tombstone)
            && KeyFile.TryRead(encryptionFile) is { } encryption
        )
        {
            var key = TokenKey.TakenOver(new(File.GetLastWriteTimeUtc(signingFile)), signing, encryption);
            var path = Path.Combine(
                KeyFile.MakeFolder(Path.Combine(folder, KeyVault.TokenKeys)).FullName,
                key.FileName
            );
            KeyFile.TryCreate(path, seal.Seal(KeyVault.TokenKeys, key.FileName, key.Write()));
        }

        KeyFile.Replace(signingFile, Tombstone);
        File.Delete(encryptionFile);
    }

    private static void TakeOverCookieKeys(string folder, KeySeal seal)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var plain in Directory.GetFiles(folder, "*.xml"))
        {
            var name = $"{Path.GetFileNameWithoutExtension(plain)}{KeyVault.Extension}";
            if (KeyFile.TryRead(plain) is { } content)
            {
                KeyFile.Replace(Path.Combine(folder, name), seal.Seal(KeyVault.CookieKeys, name, content));
                File.Delete(plain);
            }
        }
    }
}
