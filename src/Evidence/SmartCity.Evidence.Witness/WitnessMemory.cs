using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence;

/// <summary>
/// The last checkpoint cosigned of each log, one file each. What was kept is on the disk, and its name too, before anybody
/// hears of it. One process at a time works on a folder.
/// </summary>
internal sealed class WitnessMemory : IDisposable
{
    private const string LockFile = "in-use";
    private const string Ending = ".checkpoint";
    private readonly string folder;
    private readonly FileStream inUse;

    private WitnessMemory(string folder, FileStream inUse) => (this.folder, this.inUse) = (folder, inUse);

    /// <exception cref="IOException">Another process works on the folder.</exception>
    public static WitnessMemory Open(DirectoryInfo folder)
    {
        folder.Create();
        var inUse = new FileStream(
            Path.Combine(folder.FullName, LockFile),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );
        return new(folder.FullName, inUse);
    }

    public static string HashOf(string origin) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)));

    /// <summary>The last checkpoint of the log with this hash of its origin; null where there is none.</summary>
    public SignedNote? Last(string originHash)
    {
        var file = Path.Combine(folder, originHash + Ending);
        return File.Exists(file) ? SignedNote.Read(File.ReadAllBytes(file)) : null;
    }

    public void Keep(string originHash, string note)
    {
        var arriving = Path.Combine(folder, originHash + ".arriving");
        using (var file = new FileStream(arriving, FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(note));
            file.Flush(flushToDisk: true);
        }

        File.Move(arriving, Path.Combine(folder, originHash + Ending), overwrite: true);
        FlushFolder();
    }

    public void Dispose() => inUse.Dispose();

    // Without it a power failure could take the new name back, and with it a checkpoint that was answered for.
    private void FlushFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int ReadOnly = 0;
        var handle = open(folder, ReadOnly);
        if (handle < 0)
        {
            throw new IOException("The folder cannot be flushed.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }

        var outcome = fsync(handle);
        var fault = Marshal.GetLastPInvokeError();
        _ = close(handle);
        if (outcome != 0)
        {
            throw new IOException("The folder cannot be flushed.", new Win32Exception(fault));
        }
    }

    [DllImport(
        "libc",
        SetLastError = true,
        CharSet = CharSet.Ansi,
        BestFitMapping = false,
        ThrowOnUnmappableChar = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int handle);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int handle);
}
