using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// The keys that sign and encrypt tokens, in one folder that only the service's user can read. They are made at the first
/// start; several instances of the service share the folder.
/// </summary>
internal sealed class SecurityKeys(string folder)
{
    public const string FolderSetting = "Security:KeysFolder";

    private const string DefaultFolder = "data/keys";
    private const int EncryptionKeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string FolderOf(IConfiguration configuration) =>
        Path.GetFullPath(configuration[FolderSetting] is { Length: > 0 } folder ? folder : DefaultFolder);

    /// <summary>Where the keys lie that protect cookies and forms.</summary>
    public DirectoryInfo CookieKeys() => MakeFolder(Path.Combine(MakeFolder(folder).FullName, "data-protection"));

    /// <summary>The ECDSA P-256 key that signs access and identity tokens (ES256).</summary>
    public ECDsaSecurityKey SigningKey()
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(ReadOrMake("token-signing.pkcs8", NewSigningKey), out _);
        return new(key);
    }

    /// <summary>The AES-256 key that encrypts what only the service itself reads: codes and refresh tokens.</summary>
    public SymmetricSecurityKey EncryptionKey() =>
        new(ReadOrMake("token-encryption.key", () => RandomNumberGenerator.GetBytes(EncryptionKeyBytes)));

    private static DirectoryInfo MakeFolder(string folder) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);

    private static byte[] NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    private byte[] ReadOrMake(string name, Func<byte[]> make)
    {
        var path = Path.Combine(MakeFolder(folder).FullName, name);
        if (!File.Exists(path))
        {
            // Written beside and moved, so that an instance that starts at the same time reads a whole key or none.
            var written = $"{path}.{Environment.ProcessId}";
            WriteForOwner(written, make());
            try
            {
                File.Move(written, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(written);
            }
        }

        return File.ReadAllBytes(path);
    }

    private static void WriteForOwner(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(path, options);
        file.Write(content);
    }
}
