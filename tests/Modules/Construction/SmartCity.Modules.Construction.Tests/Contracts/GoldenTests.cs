using SmartCity.Modules.Construction.Contracts;
using SmartCity.Testing;

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

    private static readonly GoldenEvents Golden = new(
        ContractsAssembly.Value,
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
            new ContractTakenUp(
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
                new(2025, 5, 6),
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
