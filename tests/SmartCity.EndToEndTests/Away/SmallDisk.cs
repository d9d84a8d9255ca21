using System.Diagnostics;

namespace SmartCity.EndToEndTests.Away;

/// <summary>A disk of a few megabytes in memory; only root may mount one, so elsewhere the test is shown as skipped.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static async Task<SmallDisk> MountAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount a disk.");
        var folder = TestFolder.New();
        if (!await TryAsync("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder))
        {
            Assert.Skip("Disks cannot be mounted here.");
        }

        return new(folder);
    }

    /// <summary>Leaves no room for anything.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    /// <summary>Lets what lies there be read only.</summary>
    public async Task MakeReadOnlyAsync() => (await TryAsync("mount", "-o", "remount,ro", Folder)).ShouldBeTrue();

    // Lazily: whoever still holds a file there keeps it until he ends.
    public async ValueTask DisposeAsync() => (await TryAsync("umount", "--lazy", Folder)).ShouldBeTrue();

    private static async Task<bool> TryAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
