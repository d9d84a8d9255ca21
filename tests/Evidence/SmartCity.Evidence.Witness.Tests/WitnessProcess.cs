using System.Diagnostics;
using System.Text.RegularExpressions;
using SmartCity.Testing;

namespace SmartCity.Evidence.Tests;

/// <summary>The witness as a process of its own, on a folder that outlives it.</summary>
internal sealed partial class WitnessProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "smartcity-witness.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly ProcessGuard guard;

    private WitnessProcess(Process process, Uri address)
    {
        (this.process, guard) = (process, new(process));
        Client = new() { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>Makes the witness's key.</summary>
    /// <returns>Its public half.</returns>
    public static async Task<string> CreateKeyAsync(string folder)
    {
        using var process = Start(["create-key", "witness.example/audit", "--data", folder]);
        var key = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        return key!;
    }

    public static async Task<WitnessProcess> ServeAsync(string folder, string logKey)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var process = Start(["serve", "--data", folder, "--log-key", logKey, "--urls", "http://127.0.0.1:0"]);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return new(process, new(match.Groups["address"].Value));
            }
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(patience.Token));
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            await KillAsync();
        }

        await guard.DisposeAsync();
        process.Dispose();
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex Listening();
}
