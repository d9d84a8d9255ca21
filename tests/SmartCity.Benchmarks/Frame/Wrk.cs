using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartCity.Benchmarks.Frame;

/// <summary>The load generator wrk: requests as fast as they are answered, over connections that stay open.</summary>
internal static partial class Wrk
{
    private const int Connections = 32;

    // Requests are written once, so that the generator's own work is small and the same for everybody.
    private const string Script = """
        local requests, next = {}, 0
        function init(args)
          for path in io.lines(args[1]) do
            requests[#requests + 1] = wrk.format("GET", path)
          end
        end
        function request()
          next = next % #requests + 1
          return requests[next]
        end
        """;

    /// <summary>Asks for these paths in turn.</summary>
    /// <returns>Answers per second.</returns>
    /// <exception cref="InvalidOperationException">An answer was no success.</exception>
    public static async Task<double> RunAsync(
        Workbench workbench,
        Uri address,
        IReadOnlyList<string> paths,
        string? token,
        TimeSpan duration,
        CancellationToken cancellationToken
    )
    {
        var folder = workbench.NewFolder("wrk");
        var (script, list) = (Path.Combine(folder, "ask.lua"), Path.Combine(folder, "paths.txt"));
        await File.WriteAllTextAsync(script, Script, cancellationToken);
        await File.WriteAllLinesAsync(list, paths, cancellationToken);
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in Arguments(address, token, duration, script, list))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var rate = Rate().Match(said);
        return rate.Success && !said.Contains("Non-2xx", StringComparison.Ordinal) && !said.Contains("Socket errors")
            ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The load on {address} went wrong: {said}");
    }

    private static IEnumerable<string> Arguments(
        Uri address,
        string? token,
        TimeSpan duration,
        string script,
        string list
    )
    {
        yield return "-t1";
        yield return string.Create(CultureInfo.InvariantCulture, $"-c{Connections}");
        yield return string.Create(CultureInfo.InvariantCulture, $"-d{duration.TotalSeconds:0}s");
        yield return "-s";
        yield return script;
        if (token is not null)
        {
            yield return "-H";
            yield return $"Authorization: Bearer {token}";
        }

        yield return address.ToString();
        yield return "--";
        yield return list;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
