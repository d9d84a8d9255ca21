using System.Security.Cryptography;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.Modules.Security.Infrastructure.Keys;

/// <summary>
/// The secret under which keys are sealed: a file that the service's user alone may read, anywhere but beside the keys.
/// </summary>
internal static class KeysSecret
{
    public const string FileSetting = "Security:KeysSecretFile";

    private const int ShortestLength = 32;
    private const int LongestLength = 4096;
    private const UnixFileMode ForOthers =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <param name="file">The secret's file.</param>
    /// <param name="folder">The keys folder, where it may not lie.</param>
    /// <exception cref="CannotServeException">It cannot be read, lies open, is too short, or lies beside the keys.</exception>
    public static KeySeal Read(string file, string folder)
    {
        if (IsBelow(file, folder))
        {
            throw Wrong(
                file,
                "在密钥文件夹里，等于没有加密；请放到别处",
                "lies in the keys folder, where it protects nothing; keep it elsewhere"
            );
        }

        byte[] content;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ForOthers) != UnixFileMode.None)
            {
                throw Wrong(
                    file,
                    "其他用户可以访问；请执行 chmod 600",
                    "is open to others than the service's user; chmod 600 it"
                );
            }

            content = File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Wrong(file, "读不到", "cannot be read", fault);
        }

        // What an editor or echo leaves at the end is no part of it.
        var secret = content.AsSpan().TrimEnd("\r\n"u8).ToArray();
        return secret.Length is >= ShortestLength and <= LongestLength
            ? new(secret)
            : throw Wrong(
                file,
                $"应有 {ShortestLength} 至 {LongestLength} 字节",
                $"must have {ShortestLength} to {LongestLength} bytes"
            );
    }

    public static CannotServeException Missing() =>
        new(
            [
                new(
                    $"请设定 {FileSetting}：一个只有服务用户可读、至少 {ShortestLength} 字节的密钥保护文件，见 docs/operations.md。",
                    $"Set {FileSetting}: a file of {ShortestLength} bytes or more, readable by the service's user only, under which the keys are sealed; see docs/operations.md."
                ),
            ],
            isSetting: true
        );

    /// <summary>Makes one, unless there is one: for the demonstration only.</summary>
    public static void Make(string file)
    {
        if (!File.Exists(file))
        {
            KeyFile.MakeFolder(Path.GetDirectoryName(file)!);
            var text = Convert.ToBase64String(RandomNumberGenerator.GetBytes(ShortestLength));
            KeyFile.TryCreate(file, System.Text.Encoding.ASCII.GetBytes(text));
        }
    }

    private static bool IsBelow(string file, string folder) =>
        !Path.GetRelativePath(folder, file).StartsWith("..", StringComparison.Ordinal)
        && !Path.IsPathRooted(Path.GetRelativePath(folder, file));

    private static CannotServeException Wrong(string file, string chinese, string english, Exception? cause = null) =>
        new(
            [
                new(
                    $"配置项 {FileSetting} 的文件“{file}”{chinese}。",
                    $"Setting {FileSetting}: the file '{file}' {english}."
                ),
            ],
            isSetting: true,
            cause
        );
}
