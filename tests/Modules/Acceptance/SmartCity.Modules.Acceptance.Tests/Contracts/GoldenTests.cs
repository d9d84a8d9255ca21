using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Contracts;

/// <summary>What other modules store and read must not change under its name: a changed event is a new <c>.v2</c>.</summary>
public sealed class GoldenTests
{
    private static readonly AcceptanceId Acceptance = new(new("0193a7c2-b4d1-7000-8000-000000000001"));
    private static readonly Guid Declaration = new("0193a7c2-b4d1-7000-8000-000000000002");
    private static readonly Guid Unit = new("0193a7c2-b4d1-7000-8000-000000000003");
    private static readonly Guid Participant = new("0193a7c2-b4d1-7000-8000-000000000004");
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly GoldenEvents Golden = new(
        ContractsAssembly.Value,
        [
            new AcceptancePassed(
                Acceptance,
                Declaration,
                "区域影像共享平台",
                false,
                Unit,
                [Participant],
                1,
                "验〔2026〕1号",
                Day
            ),
            new AcceptanceRevoked(Acceptance, Declaration, "测试报告与系统版本不符", Day),
            new PutIntoUse(Acceptance, Declaration, Day, new(2027, 11, 23), new(2028, 5, 23)),
            new EvaluationWindowMoved(
                Acceptance,
                Declaration,
                Day,
                new(2028, 5, 22),
                new(2028, 5, 23),
                new(2027, 11, 10)
            ),
            new PostEvaluationConcluded(Acceptance, Declaration, "Good", 86, "评〔2027〕1号", Day),
            new PostEvaluationAnnulled(Acceptance, Declaration, "数据不实", Day),
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
