using System.Diagnostics;
using System.Text;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>HAProxy in front of two instances, with the configuration that docs/operations.md recommends.</summary>
internal sealed class HaProxy : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly Process process;
    private readonly ProcessGuard guard;
    private readonly StringBuilder told = new();

    private HaProxy(Uri address, Uri one, Uri two)
    {
        Address = address;
        var start = new ProcessStartInfo(Program()) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-db");
        start.ArgumentList.Add("-f");
        start.ArgumentList.Add(Configuration());
        start.Environment["SMARTCITY_FRONT"] = address.Authority;
        start.Environment["SMARTCITY_ONE"] = one.Authority;
        start.Environment["SMARTCITY_TWO"] = two.Authority;
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        guard = new(process);
    }

    public Uri Address { get; }

    /// <summary>What it has written: which instances it took out and in again.</summary>
    public string Told
    {
        get
        {
            lock (told)
            {
                return told.ToString();
            }
        }
    }

    public static async Task<HaProxy> StartAsync(Uri one, Uri two, CancellationToken cancellationToken)
    {
        var proxy = new HaProxy(new($"http://127.0.0.1:{ServiceProcess.FreePort()}/"), one, two);
        using var client = new HttpClient { BaseAddress = proxy.Address };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ReadyWithin);
        while (!await AnswersAsync(client, deadline.Token))
        {
            if (proxy.process.HasExited)
            {
                throw new InvalidOperationException($"HAProxy ended with {proxy.process.ExitCode}.\n{proxy.Told}");
            }

            await Task.Delay(BetweenLooks, deadline.Token);
        }

        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        await guard.DisposeAsync();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("health/live", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Distributions put it where only administrators' shells look.
    private static string Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, "haproxy"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("HAProxy is missing: run ./build/test.sh, or install 'haproxy'.");

    private static string Configuration()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SmartCity.Modules.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs", "haproxy.cfg");
    }

    private void Hear(string? line)
    {
        lock (told)
        {
            told.AppendLine(line);
        }
    }
}
