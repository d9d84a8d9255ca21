using System.Runtime.CompilerServices;
using System.Text.Json;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.Modules.Operations.Contracts;

namespace SmartCity.Modules.Operations.Tests.Contracts;

/// <summary>What other modules store and read must not change under its name: a changed event is a new <c>.v2</c>.</summary>
public sealed class GoldenTests
{
    private static readonly IIntegrationEvent[] Events =
    [
        new MaintenanceRequested(
            new(new("0193a7c2-b4d1-7000-8000-000000000001")),
            new("0193a7c2-b4d1-7000-8000-000000000002"),
            new("0193a7c2-b4d1-7000-8000-000000000003"),
            new("0193a7c2-b4d1-7000-8000-000000000004"),
            2029,
            26_000_000,
            "某信息技术有限公司",
            "某银行咸阳分行",
            "102600000000",
            "平台年度运行维护。",
            new(2028, 12, 1)
        ),
    ];

    public static TheoryData<string> Names() => [.. Events.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Event_WhenWritten_ThenIsExactlyTheGoldenText(string name)
    {
        var integrationEvent = Events.Single(one => NameOf(one) == name);

        var written = JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), Json.Options);

        var golden = await File.ReadAllTextAsync(PathOf(name), TestContext.Current.CancellationToken);
        written.ShouldBe(golden.TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Event_WhenTheGoldenTextIsRead_ThenIsTheEvent(string name)
    {
        var expected = Events.Single(one => NameOf(one) == name);
        var golden = await File.ReadAllTextAsync(PathOf(name), TestContext.Current.CancellationToken);

        var read = JsonSerializer.Deserialize(golden, expected.GetType(), Json.Options);

        read.ShouldBe(expected);
    }

    [Fact]
    public void Events_WhenListed_ThenEveryOneOfTheContractsHasAGoldenText() =>
        ContractsAssembly
            .Value.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IIntegrationEvent)))
            .ShouldBe(Events.Select(one => one.GetType()), ignoreOrder: true);

    private static string NameOf(IIntegrationEvent integrationEvent) =>
        EventNameAttribute.Of(integrationEvent.GetType());

    private static string PathOf(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Golden", $"{name}.json");
}
