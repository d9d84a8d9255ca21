using System.Security.Cryptography;

namespace SmartCity.Testing;

/// <summary>The secret under which the services of one test seal their keys, for the setting <c>Security:KeysSecretFile</c>.</summary>
public static class TestKeysSecret
{
    public const string Setting = "Security:KeysSecretFile";

    private static readonly Lock Making = new();

    /// <summary>The secret in this folder, made when it is first asked for; instances of one service share it.</summary>
    /// <returns>Its file.</returns>
    public static string In(string folder)
    {
        var file = Path.Combine(Path.GetFullPath(folder), "keys-secret");
        lock (Making)
        {
            if (!File.Exists(file))
            {
                Write(file, RandomNumberGenerator.GetHexString(64));
            }
        }

        return file;
    }

    /// <summary>Writes a secret for the owner alone.</summary>
    public static void Write(string file, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(secret);
    }
}
