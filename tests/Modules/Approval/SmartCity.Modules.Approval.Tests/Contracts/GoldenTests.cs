using SmartCity.Modules.Approval.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Contracts;

/// <summary>What other modules store and read must not change under its name: a changed event is a new <c>.v2</c>.</summary>
public sealed class GoldenTests
{
    private static readonly DeclarationId Declaration = new(new("0193a7c2-b4d1-7000-8000-000000000001"));
    private static readonly MasterPlanItemId Item = new(new("0193a7c2-b4d1-7000-8000-000000000002"));
    private static readonly Guid Unit = new("0193a7c2-b4d1-7000-8000-000000000003");
    private static readonly PaymentId Payment = new(new("0193a7c2-b4d1-7000-8000-000000000004"));
    private static readonly Guid Contract = new("0193a7c2-b4d1-7000-8000-000000000005");
    private static readonly Guid MaintenanceRequest = new("0193a7c2-b4d1-7000-8000-000000000006");
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly GoldenEvents Golden = new(
        ContractsAssembly.Value,
        [
            new DeclarationSubmitted(
                Declaration,
                1,
                new string('a', 64),
                "区域影像共享平台",
                "ApplicationSystem",
                Unit,
                100_000_000,
                Day
            ),
            new ReviewPassed(
                Declaration,
                1,
                1,
                "区域影像共享平台",
                "ApplicationSystem",
                Unit,
                Item,
                100_000_000,
                70_000_000,
                95_000_000,
                "评〔2026〕1号",
                Day
            ),
            new RevisionRequired(Declaration, 1, 1, Unit, "评〔2026〕2号", Day),
            new ReportedToFinance(Declaration, 1, "报〔2026〕1号", Day, 70_000_000),
            new DeclarationCancelled(Declaration, "不再建设", Day),
            new ProjectTakenOver(
                Declaration,
                "XX-2025-014",
                "UnderConstruction",
                "区域影像共享平台",
                Unit,
                Day,
                "咸信办发〔2026〕60号",
                new(
                    "HT-2025-1",
                    new(2025, 5, 6),
                    Contract,
                    "Purchase",
                    null,
                    [new("影像服务器", "FixedAsset", 1, "项", 40_000_000)],
                    6_000_000,
                    36,
                    "某软件公司",
                    "建设银行",
                    "6105-0001"
                ),
                new(2025, 6, 3),
                null
            ),
            new PaymentConfirmed(
                Payment,
                Declaration,
                "ContractPayment",
                Contract,
                null,
                30_000_000,
                "国库〔2026〕1号",
                Day
            ),
            new PaymentDeclined(Payment, Declaration, MaintenanceRequest, "依据不足", Day),
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
