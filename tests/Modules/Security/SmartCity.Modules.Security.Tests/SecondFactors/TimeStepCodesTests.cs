using System.Text;
using SmartCity.Modules.Security.Infrastructure.SignIn;

namespace SmartCity.Modules.Security.Tests.SecondFactors;

public sealed class TimeStepCodesTests
{
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    // A step's beginning.
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    [Fact]
    public void FromBase32_WhenItIsTheKeyOfTheRfc_ThenItsBytes() =>
        TimeStepCodes.FromBase32(Secret).ShouldBe(Encoding.ASCII.GetBytes("12345678901234567890"));

    // RFC 6238, appendix B, its last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeOf_WhenAskedForTheVectorsOfTheRfc_ThenTheirs(long second, string code) =>
        TimeStepCodes.CodeOf(TimeStepCodes.FromBase32(Secret), second / TimeStepCodes.StepSeconds).ShouldBe(code);

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void StepOf_WhenTheCodeIsSentBeforeOrAfterItsStep_ThenTakenAStepEachWay(int seconds, bool taken)
    {
        var step = Start.ToUnixTimeSeconds() / TimeStepCodes.StepSeconds;
        var code = TimeStepCodes.CodeOf(TimeStepCodes.FromBase32(Secret), step);

        var found = TimeStepCodes.StepOf(Secret, code, Start.AddSeconds(seconds), last: null);

        found.ShouldBe(taken ? step : null);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void StepOf_WhenAStepWasTaken_ThenOnlyLaterOnesAre(int lastAgainstNow, bool taken)
    {
        var step = Start.ToUnixTimeSeconds() / TimeStepCodes.StepSeconds;
        var code = TimeStepCodes.CodeOf(TimeStepCodes.FromBase32(Secret), step);

        var found = TimeStepCodes.StepOf(Secret, code, Start, step + lastAgainstNow);

        (found is not null).ShouldBe(taken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void StepOf_WhenItIsNoCode_ThenNone(string text) =>
        TimeStepCodes.StepOf(Secret, text, Start, last: null).ShouldBeNull();
}
