using SmartCity.Api.CommandLine;

namespace SmartCity.EndToEndTests.Host;

public sealed class OpenApiSnapshotTests
{
    [Fact]
    public async Task OpenApi_WhenWritten_ThenEqualsTheSnapshot()
    {
        var written = Path.Combine(TestFolder.New(), "v1.json");

        var exit = await SmartCityCommandLine.RunAsync(["openapi", written], TextWriter.Null, TextWriter.Null);

        exit.ShouldBe(ExitCode.Success);
        var now = await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken);
        var snapshot = await Repository.ReadAsync("docs/api/v1.json");
        (now == snapshot).ShouldBeTrue("The API changed. If on purpose: smartcity openapi docs/api/v1.json");
    }
}
