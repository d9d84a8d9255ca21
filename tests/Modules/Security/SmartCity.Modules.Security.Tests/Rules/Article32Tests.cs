using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Rules;

public sealed class Article32Tests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(MissingWitnessMode.Warn, Stake.Money, true)]
    [InlineData(MissingWitnessMode.Warn, Stake.Rights, true)]
    [InlineData(MissingWitnessMode.RefuseMoneyAndRights, Stake.Money, false)]
    [InlineData(MissingWitnessMode.RefuseMoneyAndRights, Stake.Rights, false)]
    [InlineData(MissingWitnessMode.RefuseMoneyAndRights, Stake.Business, true)]
    [InlineData(MissingWitnessMode.RefuseMoneyAndRights, Stake.Reading, true)]
    [InlineData(MissingWitnessMode.RefuseAll, Stake.Money, false)]
    [InlineData(MissingWitnessMode.RefuseAll, Stake.Business, false)]
    [InlineData(MissingWitnessMode.RefuseAll, Stake.Reading, true)]
    public void WitnessIsThere_WhenCosignaturesAreMissingForTooLong_ThenTheModeDecides(
        MissingWitnessMode mode,
        Stake stake,
        bool satisfied
    ) => Article32.WitnessIsThere.ShouldJudge(new(mode, stake, 7, Since, 3600, 3600), satisfied);

    [Theory]
    [InlineData(3599, true)]
    [InlineData(3600, false)]
    public void WitnessIsThere_WhenTimePasses_ThenHoldsBackFromTheConfiguredAgeOn(long seconds, bool satisfied) =>
        Article32.WitnessIsThere.ShouldJudge(
            new(MissingWitnessMode.RefuseAll, Stake.Money, 7, Since, seconds, 3600),
            satisfied
        );

    [Fact]
    public void WitnessIsThere_WhenEverythingIsCosigned_ThenHoldsNothingBack() =>
        Article32.WitnessIsThere.ShouldJudge(new(MissingWitnessMode.RefuseAll, Stake.Money, 7, null, 0, 3600), true);

    [Fact]
    public void Basis_WhenTheArticleDoesNotSaySo_ThenItIsAControl() =>
        Article32.WitnessIsThere.ShouldRestOn(BasisKind.Control, 32);
}
