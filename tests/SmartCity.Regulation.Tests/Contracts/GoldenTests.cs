using SmartCity.Regulation.Notices;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Contracts;

/// <summary>What modules store and read must not change under its name: a changed event is a new <c>.v2</c>.</summary>
public sealed class GoldenTests
{
    private static readonly GoldenEvents Golden = new(
        typeof(RegulationModule).Assembly,
        [
            new NoticeRaised(
                new("0193a7c2-b4d1-7000-8000-000000000001"),
                "acceptance.trial-due",
                new("0193a7c2-b4d1-7000-8000-000000000002"),
                new Guid("0193a7c2-b4d1-7000-8000-000000000003"),
                "试运行报告将于30日内到期",
                "The trial report is due within 30 days",
                "请在到期日前提交不少于三个月的试运行报告。",
                "Hand in the report of at least three months of trial running by the due date.",
                36,
                "acceptance",
                "0193a7c2-b4d1-7000-8000-000000000004",
                "咸阳市全民健康信息平台",
                new Guid("0193a7c2-b4d1-7000-8000-000000000005"),
                new DateOnly(2026, 12, 23),
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
    public void Events_WhenListed_ThenEveryOneOfTheKernelHasAGoldenText() => Golden.ShouldBeAllOfTheContracts();
}
