using SmartCity.Modules.Security.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Contracts;

/// <summary>What other modules store and read must not change under its name: a changed event is a new <c>.v2</c>.</summary>
public sealed class GoldenTests
{
    private static readonly GoldenEvents Golden = new(
        ContractsAssembly.Value,
        [
            new PersonLeft(
                new(new("0193a7c2-b4d1-7000-8000-000000000001")),
                new(new("0193a7c2-b4d1-7000-8000-000000000002")),
                "项目经办",
                new(2026, 11, 23)
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
