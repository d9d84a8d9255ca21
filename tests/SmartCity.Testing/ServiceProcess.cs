using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SmartCity.Testing;

/// <summary>How the service is started; what is left null or empty is the service's own default.</summary>
public sealed record ServiceProcessOptions
{
    /// <summary>The built service: <c>smartcity.dll</c>, which <c>dotnet</c> runs, or a published program of its own.</summary>
    public string Program { get; init; } = Path.Combine(AppContext.BaseDirectory, "smartcity.dll");

    /// <summary>A SQLite file or a connection string.</summary>
    public required string Database { get; init; }

    /// <summary>The folder it is run in, with its files, keys and demonstration accounts; instances of one service share it.</summary>
    public required string Folder { get; init; }

    public string? Environment { get; init; }

    /// <summary>Where it listens; port 0 takes a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>Further settings by their configuration keys, such as <c>Http:LargestBody</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take until it is ready.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromMinutes(3);
}

/// <summary>
/// The real service as a process of its own, ready to be asked; it can be killed as a power failure does, or stopped as
/// an operator does. It never outlives the process that started it.
/// </summary>
public sealed partial class ServiceProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private bool isDisposed;
    private readonly ProcessGuard guard;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(ServiceProcessOptions options)
    {
        Options = options;
        process = new() { StartInfo = StartOf(options), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(output, line.Data);
        process.ErrorDataReceived += (_, line) => Hear(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        guard = new(process);
    }

    public ServiceProcessOptions Options { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>From the start of the process to its first answer that it is ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>What it has written so far.</summary>
    public string Output => Told(output);

    /// <inheritdoc cref="Output"/>
    public string Errors => Told(errors);

    /// <summary>Starts the service and waits until it says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time; the text holds what it wrote.</exception>
    public static async Task<ServiceProcess> StartAsync(
        ServiceProcessOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var since = Stopwatch.GetTimestamp();
        var service = new ServiceProcess(options);
        try
        {
            await service.AwaitReadyAsync(cancellationToken);
            service.ReadyAfter = Stopwatch.GetElapsedTime(since);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// A port that nothing listens on. It lies below those that the system gives to outgoing connections, so that a service
    /// which comes back to it after a while still finds it free.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(10_000, 20_000);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }

    /// <summary>SIGKILL: the process is gone without having been told.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM, without waiting for what follows.</summary>
    public void Stop()
    {
        if (!process.HasExited && kill(process.Id, Terminate) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>SIGTERM: the service lets its requests end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken = default)
    {
        Stop();
        return await WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits until it has ended by itself or after <see cref="Stop"/>.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StopsWithin);
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode;
    }

    /// <summary>May be asked again: a test that could not start the next one still ends the last.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true))
        {
            return;
        }

        if (!process.HasExited)
        {
            await KillAsync();
        }

        await guard.DisposeAsync();
        process.Dispose();
    }

    private static ProcessStartInfo StartOf(ServiceProcessOptions options)
    {
        var isLibrary = options.Program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : options.Program)
        {
            WorkingDirectory = Directory.CreateDirectory(options.Folder).FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (isLibrary)
        {
            start.ArgumentList.Add(options.Program);
        }

        start.ArgumentList.Add("serve");
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(options.Urls);
        if (options.Environment is { } environment)
        {
            start.ArgumentList.Add("--environment");
            start.ArgumentList.Add(environment);
        }

        var settings = new Dictionary<string, string>
        {
            ["Database"] = options.Database,
            ["Files:Folder"] = Path.Combine(start.WorkingDirectory, "files"),
            ["Security:KeysFolder"] = Path.Combine(start.WorkingDirectory, "keys"),
            [TestKeysSecret.Setting] = TestKeysSecret.In(start.WorkingDirectory),
            ["Demonstration:Folder"] = start.WorkingDirectory,
            ["Regulation:PromulgatedOn"] = "2018-01-08",
            ["Serilog:MinimumLevel:Default"] = "Warning",
            // It tells the address.
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Information",
            ["RateLimits:PerAccount"] = "10000000",
            ["RateLimits:PerAddress"] = "10000000",
            ["RateLimits:SignInPerAddress"] = "10000000",
        };
        foreach (var (key, value) in options.Settings)
        {
            settings[key] = value;
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private async Task AwaitReadyAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Options.ReadyWithin);
        try
        {
            Address = await ListeningAsync(deadline.Token);
            using var client = new HttpClient { BaseAddress = Address };
            while (!await IsReadyAsync(client, deadline.Token))
            {
                await Task.Delay(BetweenLooks, deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NotReady($"was not ready within {Options.ReadyWithin.TotalSeconds} s");
        }
    }

    private async Task<Uri> ListeningAsync(CancellationToken cancellationToken)
    {
        var ended = process.WaitForExitAsync(cancellationToken);
        await Task.WhenAny(listening.Task, ended);
        if (!listening.Task.IsCompleted)
        {
            await ended;
            throw NotReady($"ended with {process.ExitCode}");
        }

        return await listening.Task;
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        if (process.HasExited)
        {
            throw NotReady($"ended with {process.ExitCode}");
        }

        try
        {
            using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private InvalidOperationException NotReady(string what) => new($"The service {what}.\n{Output}\n{Errors}");

    private void Hear(StringBuilder told, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (told)
        {
            told.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new(match.Groups["address"].Value + "/"));
        }
    }

    private static string Told(StringBuilder told)
    {
        lock (told)
        {
            return told.ToString();
        }
    }

    // As plain text, and as a JSON object that holds the text's template and the address beside it.
    [GeneratedRegex("""Now listening on: ("|\{address\}","address":")?(?<address>https?://[^"\s]+)""")]
    private static partial Regex Listening();

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int id, int signal);
}

/// <summary>
/// Sees to it that a started process does not outlive the one that started it, even where that one is itself killed and
/// can do nothing more: the end of its pipe tells the guard.
/// </summary>
public sealed class ProcessGuard : IAsyncDisposable
{
    private readonly Process? guard;

    public ProcessGuard(Process guarded)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            string.Create(CultureInfo.InvariantCulture, $"read line; kill -KILL {guarded.Id} 2>/dev/null")
        );
        guard = Process.Start(start);
    }

    /// <summary>Once the process has ended, before its number is given to another.</summary>
    public async ValueTask DisposeAsync()
    {
        if (guard is not null)
        {
            guard.Kill();
            await guard.WaitForExitAsync(CancellationToken.None);
            guard.Dispose();
        }
    }
}
