using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.Modules.Security.Infrastructure.Keys;

/// <summary>
/// The keys folder: every key in it is sealed under a secret that lies elsewhere. Several instances of the service share both.
/// Keys that an older release left there in plain are taken over when it is first opened, and never after: whoever can write
/// there later cannot slip one in.
/// </summary>
/// <param name="folder">The keys folder.</param>
/// <param name="secretFile">The secret's file; null where none is named.</param>
/// <param name="makesSecret">True in the demonstration, which makes its own secret.</param>
internal sealed class KeyVault(string folder, string? secretFile, bool makesSecret)
{
    public const string FolderSetting = "Security:KeysFolder";
    public const string TokenKeys = "token-keys";
    public const string CookieKeys = "data-protection";
    public const string EvidenceLog = "evidence-log";
    public const string EvidenceSm2 = "evidence-log-sm2";
    public const string Extension = ".sealed";

    private const string DefaultFolder = "data/keys";
    private const string DemonstrationSecret = "keys-secret";
    private const string Whole = "folder";
    private const string CheckName = "secret-check";

    private readonly Lock opening = new();
    private volatile KeySeal? opened;

    public static KeyVault Of(IConfiguration configuration, bool isDemonstration)
    {
        var named = configuration[KeysSecret.FileSetting];
        var own = isDemonstration && string.IsNullOrEmpty(named);
        var file = own ? Path.Combine(configuration["Demonstration:Folder"] ?? "data", DemonstrationSecret) : named;
        return new(FolderOf(configuration), string.IsNullOrEmpty(file) ? null : Path.GetFullPath(file), own);
    }

    public static string FolderOf(IConfiguration configuration) =>
        Path.GetFullPath(configuration[FolderSetting] is { Length: > 0 } folder ? folder : DefaultFolder);

    public string Folder => folder;

    private string CheckFile => Path.Combine(folder, CheckName);

    /// <summary>Reads the secret and finds out that it is the folder's own; what is plain in the folder is sealed.</summary>
    /// <exception cref="CannotServeException">The secret is missing or not acceptable, or is not this folder's.</exception>
    public KeySeal Open()
    {
        if (opened is { } already)
        {
            return already;
        }

        lock (opening)
        {
            return opened ??= OpenFirst();
        }
    }

    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="CannotServeException">It does not open.</exception>
    public byte[]? TryRead(string purpose, string path) =>
        KeyFile.TryRead(path) is { } content ? OpenedWith(Open(), purpose, path, content) : null;

    public void Replace(string purpose, string path, ReadOnlySpan<byte> content) =>
        KeyFile.Replace(path, Open().Seal(purpose, Path.GetFileName(path), content));

    /// <inheritdoc cref="KeyFile.TryCreate"/>
    public bool TryCreate(string purpose, string path, ReadOnlySpan<byte> content) =>
        KeyFile.TryCreate(path, Open().Seal(purpose, Path.GetFileName(path), content));

    /// <summary>A folder in the keys folder, for keys of one purpose.</summary>
    public string FolderFor(string purpose) => KeyFile.MakeFolder(Path.Combine(folder, purpose)).FullName;

    /// <summary>The sealed files of one purpose, in the order of their names.</summary>
    public IReadOnlyList<string> FilesFor(string purpose) =>
        [.. Directory.GetFiles(FolderFor(purpose), $"*{Extension}").Order(StringComparer.Ordinal)];

    /// <summary>
    /// Seals everything under another secret. Whoever was interrupted does it again: what is under the other secret already
    /// is left alone, and the folder belongs to the old one until the last file is done.
    /// </summary>
    /// <param name="other">The secret from now on.</param>
    /// <param name="evidenceFiles">The evidence log's keys with the purpose of each; they may lie elsewhere, or not be there.</param>
    /// <returns>The number of keys.</returns>
    public int Reseal(KeySeal other, params IEnumerable<(string Purpose, string Path)> evidenceFiles)
    {
        var own = Open();
        List<(string Purpose, string Path)> files =
        [
            .. FilesFor(TokenKeys).Select(path => (TokenKeys, path)),
            .. FilesFor(CookieKeys).Select(path => (CookieKeys, path)),
            .. evidenceFiles.Where(one => File.Exists(one.Path)),
        ];

        // The check is the last: until then the folder is the old secret's.
        foreach (var (purpose, path) in files.Append((Whole, CheckFile)))
        {
            var content = File.ReadAllBytes(path);
            if (!other.Sealed(content))
            {
                var key = KeySeal.IsSealed(content) ? OpenedWith(own, purpose, path, content) : content;
                KeyFile.Replace(path, other.Seal(purpose, Path.GetFileName(path), key));
            }

            OpenedWith(other, purpose, path, File.ReadAllBytes(path));
        }

        opened = other;
        return files.Count;
    }

    private KeySeal OpenFirst()
    {
        if (secretFile is null)
        {
            throw KeysSecret.Missing();
        }

        if (makesSecret)
        {
            KeysSecret.Make(secretFile);
        }

        var seal = KeysSecret.Read(secretFile, folder);
        KeyFile.MakeFolder(folder);
        // First whose folder it is, then what lies in it, so that a wrong secret seals nothing.
        KeyFile.TryCreate(CheckFile, seal.Seal(Whole, CheckName, "open"u8));
        var check = File.ReadAllBytes(CheckFile);
        if (!seal.Sealed(check))
        {
            throw new CannotServeException(
                [
                    new(
                        $"配置项 {KeysSecret.FileSetting} 的文件不是密钥文件夹“{folder}”所用的那一个：密钥是用另一个文件保护的。",
                        $"Setting {KeysSecret.FileSetting}: this is not the secret of the keys folder '{folder}': its keys are sealed under another."
                    ),
                ],
                isSetting: true
            );
        }

        if (!OpenedWith(seal, Whole, CheckFile, check).AsSpan().SequenceEqual("closed"u8))
        {
            PlainKeys.TakeOver(folder, seal);
            KeyFile.Replace(CheckFile, seal.Seal(Whole, CheckName, "closed"u8));
        }

        return seal;
    }

    private static byte[] OpenedWith(KeySeal seal, string purpose, string path, byte[] content)
    {
        try
        {
            return seal.Open(purpose, Path.GetFileName(path), content);
        }
        catch (CryptographicException fault)
        {
            throw new CannotServeException(
                [
                    new(
                        $"密钥文件“{path}”打不开：内容被改动过、放错了位置，或者是用另一个文件保护的。请从备份恢复，见 docs/operations.md。",
                        $"The key file '{path}' does not open: it was changed, lies in another's place, or is sealed under another secret. Restore it, see docs/operations.md."
                    ),
                ],
                isSetting: false,
                fault
            );
        }
    }
}
