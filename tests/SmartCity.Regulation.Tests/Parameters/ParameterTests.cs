using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Tests.Sample.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Parameters;

public sealed class ParameterTests
{
    private static readonly IParameter[] All =
    [
        Article36.Months,
        Article36.Amount,
        Article36.Strict,
        Article36.ClosesOn,
        Article36.Pace,
        Article36.NoticeDays,
    ];

    [Fact]
    public void Read_WhenWritten_ThenTheSameValueOfEveryKind()
    {
        foreach (var parameter in All)
        {
            parameter.Read(parameter.Write(parameter.InitialValue)).Value.ShouldBe(parameter.InitialValue);
        }

        All.Select(parameter => parameter.Kind).ShouldBe(Enum.GetValues<ParameterKind>().Order(), ignoreOrder: true);
        All.Select(parameter => parameter.Write(parameter.InitialValue))
            .ShouldBe(["3", "1000000.00", "true", "2030-01-01", "slow", "30,7,0"]);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("60", true)]
    [InlineData("61", false)]
    [InlineData("-3", false)]
    public void ReadNew_WhenBounded_ThenTheBoundsAreWithin(string text, bool accepted) =>
        (Article36.Months.ReadNew(text).Failure?.Code).ShouldBe(accepted ? null : "OUT_OF_RANGE");

    [Theory]
    [InlineData("-0.01", false)]
    [InlineData("0.00", true)]
    [InlineData("100000000000.00", true)]
    public void ReadNew_WhenAnAmountHasNoBounds_ThenItIsNotNegative(string text, bool accepted) =>
        (Article36.Amount.ReadNew(text).Failure?.Code).ShouldBe(accepted ? null : "OUT_OF_RANGE");

    [Theory]
    [InlineData("1999-12-31", false)]
    [InlineData("2000-01-01", true)]
    [InlineData("2100-12-31", true)]
    [InlineData("2101-01-01", false)]
    public void ReadNew_WhenADateHasNoBounds_ThenItIsPlausible(string text, bool accepted) =>
        (Article36.ClosesOn.ReadNew(text).Failure?.Code).ShouldBe(accepted ? null : "OUT_OF_RANGE");

    [Theory]
    [InlineData("sample.months", "3.0")]
    [InlineData("sample.months", "+3")]
    [InlineData("sample.months", "03")]
    [InlineData("sample.months", " 3")]
    [InlineData("sample.months", "三")]
    [InlineData("sample.months", "99999999999")]
    [InlineData("sample.amount", "1000000")]
    [InlineData("sample.amount", "1,000,000.00")]
    [InlineData("sample.amount", "1000000.001")]
    [InlineData("sample.strict", "True")]
    [InlineData("sample.strict", "1")]
    [InlineData("sample.closes-on", "2026-2-1")]
    [InlineData("sample.closes-on", "2026-02-30")]
    [InlineData("sample.pace", "Slow")]
    [InlineData("sample.pace", "1")]
    [InlineData("sample.pace", "")]
    [InlineData("sample.notice-days", "")]
    [InlineData("sample.notice-days", "30;7")]
    [InlineData("sample.notice-days", "7,30")]
    [InlineData("sample.notice-days", "3661")]
    [InlineData("sample.notice-days", "-367")]
    public void ReadNew_WhenOfAnotherForm_ThenToldWhichFormItHas(string code, string text)
    {
        var read = All.Single(parameter => parameter.Code == code).ReadNew(text);

        read.ShouldFail(ErrorKind.Invalid, "WRONG_FORM");
    }

    [Fact]
    public void Read_WhenBeyondTheBoundsOfToday_ThenStillReadAsItWasEnacted() =>
        Article36.Months.Read("61").Value.ShouldBe(61);

    [Fact]
    public void Parameter_WhenOfATypeThatHasNoText_ThenABug() =>
        Should.Throw<NotSupportedException>(() =>
            new Parameter<long>("sample.long", 1, ParameterAct.Control, 1L, "长整数").Kind
        );
}
