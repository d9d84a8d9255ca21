using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SmartCity.EndToEndTests.Host;

public sealed class HealthTests
{
    [Fact]
    public async Task Live_WhenServiceRuns_ThenOk()
    {
        await using var service = await RunningService.StartAsync();

        var response = await service.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ready_WhenSchemaIsCurrent_ThenEveryStoringModuleIsReady()
    {
        await using var service = await RunningService.StartAsync();

        var report = await service.Client.GetFromJsonAsync<JsonElement>(
            "/health/ready",
            TestContext.Current.CancellationToken
        );

        report.GetProperty("ready").GetBoolean().ShouldBeTrue();
        var modules = report.GetProperty("modules").EnumerateArray().ToList();
        modules.ShouldNotBeEmpty();
        modules.ShouldAllBe(module => module.GetProperty("schemaCurrent").GetBoolean());
    }

    [Fact]
    public async Task Page_WhenOpenedByPeople_ThenChineseHtml()
    {
        await using var service = await RunningService.StartAsync();

        var response = await service.Client.GetAsync("/health", TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/html");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.ShouldContain("运行状况：正常");
    }
}
