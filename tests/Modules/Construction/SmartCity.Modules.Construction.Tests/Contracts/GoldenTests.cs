using System.Runtime.CompilerServices;
using System.Text.Json;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.Modules.Construction.Contracts;

namespace SmartCity.Modules.Construction.Tests.Contracts;

/// <summary>What other modules store and read must not change under its name: a changed event is a new <c>.v2</c>.</summary>
public sealed class GoldenTests
{
    private static readonly Guid Declaration = new("0193a7c2-b4d1-7000-8000-000000000001");
    private static readonly ContractId Contract = new(new("0193a7c2-b4d1-7000-8000-000000000002"));
    private static readonly Guid Unit = new("0193a7c2-b4d1-7000-8000-000000000003");
    private static readonly Guid Contractor = new("0193a7c2-b4d1-7000-8000-000000000004");
    private static readonly BuildingId Building = new(new("0193a7c2-b4d1-7000-8000-000000000005"));
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly IIntegrationEvent[] Events =
    [
        new ContractSigned(
            Contract,
            Declaration,
            "合同1号",
            Unit,
            Contractor,
            "某软件公司",
            FinancingMode.Mixed,
            90_000_000,
            80_000_000,
            4_500_000,
            36,
            "某软件公司",
            "某银行",
            "6100001",
            Day
        ),
        new ContractTerminated(Contract, Declaration, "逾期不履行", Day),
        new ProjectBuilt(
            Building,
            Declaration,
            "区域影像共享平台",
            "ApplicationSystem",
            IsService: false,
            Unit,
            [Declaration],
            [Contractor],
            Day
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
        var type = Events.Single(one => NameOf(one) == name).GetType();
        var golden = await File.ReadAllTextAsync(PathOf(name), TestContext.Current.CancellationToken);

        var read = JsonSerializer.Deserialize(golden, type, Json.Options);

        // Lists are no values, so that what was read is compared as it would be written.
        JsonSerializer.Serialize(read, type, Json.Options).ShouldBe(golden.TrimEnd());
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
