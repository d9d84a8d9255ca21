using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Time;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.Host;

/// <summary>The legal date moves in the demonstration, and nowhere else.</summary>
public sealed class LegalClockTests
{
    private const string Clock = "/api/v1/regulation/legal-clock";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task LegalClock_WhenNotInTheDemonstration_ThenTheAddressesDoNotExist(string environment)
    {
        await using var service = await RunningService.StartInAsync(environment);

        using var read = await service.Client.GetAsync(Clock, Cancellation);
        using var moved = await MoveAsync(service.Client, "2099-03-02");

        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        moved.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        service.Services.GetRequiredService<ILegalClock>().ShouldBeOfType<SystemLegalClock>();
    }

    [Fact]
    public async Task LegalClock_WhenMovedInTheDemonstration_ThenEverybodyReadsBothDates()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await service.ClientOfAsync("administrator");
        using var officer = await service.ClientOfAsync("health.officer");

        using var moved = await MoveAsync(administrator, "2099-03-02");
        using var denied = await MoveAsync(officer, "2099-03-03");

        moved.StatusCode.ShouldBe(HttpStatusCode.OK, await moved.Content.ReadAsStringAsync(Cancellation));
        denied.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var read = await officer.GetFromJsonAsync<JsonElement>(Clock, Cancellation);
        read.GetProperty("legalDate").GetString().ShouldBe("2099-03-02");
        DateOnly
            .Parse(read.GetProperty("systemDate").GetString()!, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeLessThan(new(2099, 3, 2));
    }

    private static async Task<HttpResponseMessage> MoveAsync(HttpClient client, string to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Clock}/movements")
        {
            Content = JsonContent.Create(new { to }),
        };
        request.Headers.Add("Idempotency-Key", $"move-to-{to}");
        return await client.SendAsync(request, Cancellation);
    }
}
