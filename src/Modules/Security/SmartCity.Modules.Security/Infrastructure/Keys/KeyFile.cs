namespace SmartCity.Modules.Security.Infrastructure.Keys;

/// <summary>Files for the owner alone, from their first byte on, that are whole or not there.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static DirectoryInfo MakeFolder(string folder) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);

    /// <summary>Puts it in place of what was there.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content) =>
        File.Move(WriteBeside(path, content), path, overwrite: true);

    /// <returns>False where the file was there already, whoever made it: it is left alone.</returns>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content)
    {
        var written = WriteBeside(path, content);
        try
        {
            // A link and not a rename: of two who make the same file one succeeds.
            File.Move(written, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(written);
            return false;
        }
    }

    /// <returns>Null where there is none, or none any more.</returns>
    public static byte[]? TryRead(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static string WriteBeside(string path, ReadOnlySpan<byte> content)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}.new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(beside, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
        return beside;
    }
}
