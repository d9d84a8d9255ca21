using System.Net;
using System.Net.Sockets;
using SmartCity.Api.CommandLine;
using SmartCity.EndToEndTests.Away;

namespace SmartCity.EndToEndTests.Host;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("migrate --databse x.db")]
    [InlineData("openapi")]
    [InlineData("")]
    public async Task Run_WhenCommandIsWrong_ThenOneLineAndUsageCode(string commandLine)
    {
        using var error = new StringWriter();

        var exit = await RunAsync(commandLine, error);

        exit.ShouldBe(ExitCode.Usage);
        Lines(error).ShouldHaveSingleItem().ShouldContain("--help");
    }

    [Fact]
    public async Task Serve_WhenSchemaIsMissing_ThenOneLineNamesModulesAndCommand()
    {
        var folder = TestFolder.New();

        var run = await ProgramRun.OfAsync(
            ["serve", "--database", Path.Combine(folder, "empty.db"), "--urls", "http://127.0.0.1:0"],
            folder
        );

        run.ShouldBeOneLine(ExitCode.Schema, "Security", "smartcity migrate");
        File.Exists(Path.Combine(folder, "empty.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task Serve_WhenAddressIsTaken_ThenOneLineNamesIt()
    {
        var folder = TestFolder.New();
        var database = Path.Combine(folder, "smartcity.db");
        await RunAsync($"migrate --database {database}", TextWriter.Null);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";

        var run = await ProgramRun.OfAsync(["serve", "--database", database, "--urls", address], folder);

        run.ShouldBeOneLine(ExitCode.Failure, address);
    }

    [Fact]
    public async Task Migrate_WhenFileIsNoDatabase_ThenOneLine()
    {
        var folder = TestFolder.New();
        using var error = new StringWriter();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "note.db"),
            new string('x', 4096),
            TestContext.Current.CancellationToken
        );

        var exit = await RunAsync($"migrate --database {Path.Combine(folder, "note.db")}", error);

        exit.ShouldBe(ExitCode.Failure);
        Lines(error).ShouldHaveSingleItem().ShouldContain("SQLite");
    }

    [Fact]
    public async Task Migrate_WhenDatabaseIsUnreachable_ThenOneLine()
    {
        using var error = new StringWriter();

        // Nothing listens on the discard port of this machine.
        var exit = await RunAsync("migrate --database Host=127.0.0.1;Port=9;Username=u;Password=secret-word", error);

        exit.ShouldBe(ExitCode.Failure);
        Lines(error).ShouldHaveSingleItem().ShouldNotContain("secret-word");
    }

    [Fact]
    public async Task Migrate_WhenRunByTwoAtOnce_ThenBothSucceed()
    {
        var folder = TestFolder.New();
        var database = Path.Combine(folder, "smartcity.db");

        var exits = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ => Task.Run(() => RunAsync($"migrate --database {database}", TextWriter.Null)))
        );

        exits.ShouldAllBe(exit => exit == ExitCode.Success);
    }

    private static Task<int> RunAsync(string commandLine, TextWriter error) =>
        SmartCityCommandLine.RunAsync(
            commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            TextWriter.Null,
            error
        );

    private static string[] Lines(StringWriter writer) =>
        writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
