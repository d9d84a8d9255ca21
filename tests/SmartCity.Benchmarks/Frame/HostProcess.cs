using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SmartCity.Benchmarks.Frame;

/// <summary>A published program that runs as a process of its own and answers HTTP.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(1);

    private readonly Process process;

    private HostProcess(Process process, Uri address, TimeSpan startedIn)
    {
        this.process = process;
        Address = address;
        StartedIn = startedIn;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>From the start of the process to its first answer that it is ready.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Its resident memory now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <exception cref="InvalidOperationException">It ended, or was not ready in time.</exception>
    public static async Task<HostProcess> StartAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        Uri address,
        string log,
        CancellationToken cancellationToken
    )
    {
        using var client = new HttpClient();
        var ready = new Uri(address, "health/ready");
        var since = Stopwatch.GetTimestamp();
        var process = Start(program, arguments, environment, log);
        while (!await IsReadyAsync(client, ready, cancellationToken))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(since) > LongestStart)
            {
                var end = process.HasExited ? $"ended with {process.ExitCode}" : "is not ready";
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException(
                    $"{program} {end}: {await File.ReadAllTextAsync(log, cancellationToken)}"
                );
            }

            await Task.Delay(BetweenLooks, cancellationToken);
        }

        return new(process, address, Stopwatch.GetElapsedTime(since));
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end well.</exception>
    public static async Task RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancellationToken
    )
    {
        var log = Path.GetTempFileName();
        using var process = Start(program, arguments, environment, log);
        await process.WaitForExitAsync(cancellationToken);
        var said = await File.ReadAllTextAsync(log, cancellationToken);
        File.Delete(log);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // SIGTERM, as an operator stops it.
            using var stop = Process.Start("kill", process.Id.ToString(CultureInfo.InvariantCulture));
            using var patience = new CancellationTokenSource(LongestStop);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.Dispose();
    }

    // A log in a file, as a service's is; a pipe to this process would make the reader's speed the writer's.
    private static Process Start(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        string log
    )
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Path.GetDirectoryName(log)! };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("log=$1; shift; exec \"$@\" >>\"$log\" 2>&1");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(log);
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri ready, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(ready, cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
