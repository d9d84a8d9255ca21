using System.Diagnostics;

namespace SmartCity.EndToEndTests.Away;

/// <summary>One run of the real program, as at a terminal: what it said and how it ended.</summary>
internal sealed record ProgramRun(int Exit, string Output, string Error)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>What it said against, without a line's end.</summary>
    public string[] Lines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="arguments">The command line.</param>
    /// <param name="folder">Where it is run; its files and keys lie there unless a setting says otherwise.</param>
    /// <param name="settings">Settings by their keys.</param>
    public static async Task<ProgramRun> OfAsync(
        IEnumerable<string> arguments,
        string folder,
        params (string Key, string Value)[] settings
    )
    {
        using var process = Start(arguments, folder, settings);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var deadline = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return new(process.ExitCode, await output, await error);
    }

    public static Process Start(
        IEnumerable<string> arguments,
        string folder,
        params (string Key, string Value)[] settings
    )
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "smartcity.dll"), .. arguments]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "zh_CN.UTF-8";
        start.Environment["Regulation__PromulgatedOn"] = "2018-01-08";
        start.Environment["Security__KeysSecretFile"] = TestKeysSecret.In(folder);
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>It ended so, with one line that holds these words and no trace of the program's inside.</summary>
    public void ShouldBeOneLine(int exit, params string[] words)
    {
        Exit.ShouldBe(exit, Output + Error);
        var line = Lines.ShouldHaveSingleItem();
        foreach (var word in words)
        {
            line.ShouldContain(word);
        }

        (Output + Error).ShouldNotContain("   at ");
        (Output + Error).ShouldNotContain("Exception");
    }
}
