using System.Net;
using System.Net.Sockets;
using SmartCity.Api.CommandLine;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>The service as a process of its own, as operators and the kernel treat it.</summary>
public sealed class ServiceProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Demonstration")]
    [InlineData("Production")]
    public async Task Stop_WhenServiceRuns_ThenItEndsWithSuccess(string environment)
    {
        var folder = TestFolder.New();
        var database = Path.Combine(folder, "smartcity.db");
        await SmartCityCommandLine.RunAsync(["migrate", "--database", database], TextWriter.Null, TextWriter.Null);
        await using var service = await ServiceProcess.StartAsync(
            new()
            {
                Database = database,
                Folder = folder,
                Environment = environment,
            },
            Cancellation
        );

        var exit = await service.StopAsync(Cancellation);

        exit.ShouldBe(ExitCode.Success, service.Output);
        service.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Kill_WhenServiceRuns_ThenNobodyListensAndItStartsAgain()
    {
        var folder = TestFolder.New();
        var options = new ServiceProcessOptions
        {
            Database = Path.Combine(folder, "smartcity.db"),
            Folder = folder,
            Environment = "Demonstration",
        };
        await using var killed = await ServiceProcess.StartAsync(options, Cancellation);

        await killed.KillAsync();

        using var socket = new TcpClient();
        await Should.ThrowAsync<SocketException>(() => socket.ConnectAsync(IPAddress.Loopback, killed.Address.Port));
        await using var again = await ServiceProcess.StartAsync(
            options with
            {
                Urls = killed.Address.ToString(),
            },
            Cancellation
        );
        again.Address.ShouldBe(killed.Address);
    }

    [Fact]
    public async Task Start_WhenSchemaIsMissing_ThenTheTextTellsWhatTheServiceWrote()
    {
        var folder = TestFolder.New();

        var failure = await Should.ThrowAsync<InvalidOperationException>(() =>
            ServiceProcess.StartAsync(
                new() { Database = Path.Combine(folder, "smartcity.db"), Folder = folder },
                Cancellation
            )
        );

        failure.Message.ShouldContain("smartcity migrate");
    }
}
