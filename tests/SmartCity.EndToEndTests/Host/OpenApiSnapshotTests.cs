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
        var snapshot = await File.ReadAllTextAsync(
            Path.Combine(RepositoryRoot(), "docs", "api", "v1.json"),
            TestContext.Current.CancellationToken
        );
        (now == snapshot).ShouldBeTrue("The API changed. If on purpose: smartcity openapi docs/api/v1.json");
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SmartCity.Modules.sln")))
        {
            folder = folder.Parent;
        }

        return folder.ShouldNotBeNull("The tests run inside the repository.").FullName;
    }
}
