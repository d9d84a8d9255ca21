using SmartCity.Modules.Operations.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Contracts;

/// <summary>What other modules store and read must not change under its name: a changed event is a new <c>.v2</c>.</summary>
public sealed class GoldenTests
{
    private static readonly GoldenEvents Golden = new(
        ContractsAssembly.Value,
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
        ]
    );

    public static TheoryData<string> Names() => Golden.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Event_WhenWritten_ThenIsExactlyTheGoldenText(string name) => Golden.ShouldBeWrittenAsync(name);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Event_WhenTheGoldenTextIsRead_ThenIsTheEvent(string name) => Golden.ShouldBeReadAsync(name);

    [Fact]
    public void Events_WhenListed_ThenEveryOneOfTheContractsHasAGoldenText() => Golden.ShouldBeAllOfTheContracts();
}
