using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Shouldly;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Messaging;
using Xunit;

namespace SmartCity.Testing;

/// <summary>
/// The integration events of a module, each beside its golden text in the folder <c>Golden</c>: what other modules store
/// and read must not change under its name, a changed event is a new <c>.v2</c>.
/// </summary>
/// <param name="contracts">The module's Contracts.</param>
/// <param name="events">One of each kind.</param>
/// <param name="here">The file of the test, beside which the folder lies.</param>
public sealed class GoldenEvents(
    Assembly contracts,
    IReadOnlyList<IIntegrationEvent> events,
    [CallerFilePath] string here = ""
)
{
    public TheoryData<string> Names => [.. events.Select(NameOf)];

    public async Task ShouldBeWrittenAsync(string name)
    {
        var integrationEvent = Named(name);
        Written(integrationEvent).ShouldBe(await GoldenAsync(name));
    }

    public async Task ShouldBeReadAsync(string name)
    {
        var golden = await GoldenAsync(name);
        var read = JsonSerializer.Deserialize(golden, Named(name).GetType(), Json.Options);
        // An event's lists are equal by what they hold, which its text shows.
        Written(read.ShouldNotBeNull()).ShouldBe(golden);
    }

    public void ShouldBeAllOfTheContracts() =>
        contracts
            .GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IIntegrationEvent)))
            .ShouldBe(events.Select(one => one.GetType()), ignoreOrder: true);

    private IIntegrationEvent Named(string name) => events.Single(one => NameOf(one) == name);

    private async Task<string> GoldenAsync(string name)
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "Golden", $"{name}.json");
        return (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).TrimEnd();
    }

    private static string Written(object integrationEvent) =>
        JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), Json.Options);

    private static string NameOf(IIntegrationEvent integrationEvent) =>
        EventNameAttribute.Of(integrationEvent.GetType());
}
