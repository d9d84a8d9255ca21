using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Rules;

public sealed class Article29Tests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly AccountId One = new(Guid.Parse("01980000-0000-7000-8000-000000000001"));
    private static readonly AccountId Two = new(Guid.Parse("01980000-0000-7000-8000-000000000002"));
    private static readonly UnitId OneUnit = new(Guid.Parse("01980000-0000-7000-8000-000000000011"));
    private static readonly UnitId OtherUnit = new(Guid.Parse("01980000-0000-7000-8000-000000000012"));

    [Fact]
    public void DeputyIsAnother_WhenOneself_ThenViolated()
    {
        Article29.DeputyIsAnother.ShouldJudge(new(One, Two), true);
        Article29.DeputyIsAnother.ShouldJudge(new(One, One), false);
    }

    [Fact]
    public void DeputyOfSameUnit_WhenOfAnother_ThenViolated()
    {
        Article29.DeputyOfSameUnit.ShouldJudge(new(OneUnit, OneUnit), true);
        Article29.DeputyOfSameUnit.ShouldJudge(new(OneUnit, OtherUnit), false);
    }

    [Theory]
    [InlineData(-5, -1, true)]
    [InlineData(-5, 0, false)]
    [InlineData(1, 1, false)]
    [InlineData(2, 6, false)]
    [InlineData(3, 6, true)]
    public void OneDeputyAtATime_WhenAnotherDelegationLiesAround_ThenNoDayInCommon(
        int first,
        int last,
        bool satisfied
    ) =>
        Article29.OneDeputyAtATime.ShouldJudge(
            new(new(Today, Today.AddDays(2)), [new(Today.AddDays(first), Today.AddDays(last))]),
            satisfied
        );

    [Fact]
    public void OneDeputyAtATime_WhenThereIsNoOther_ThenSatisfied() =>
        Article29.OneDeputyAtATime.ShouldJudge(new(new(Today, Today), []), true);

    [Fact]
    public void NoCircleOfDeputies_WhenTheBusinessComesBack_ThenViolated()
    {
        Article29.NoCircleOfDeputies.ShouldJudge(new(One, []), true);
        Article29.NoCircleOfDeputies.ShouldJudge(new(One, [Two]), true);
        Article29.NoCircleOfDeputies.ShouldJudge(new(One, [Two, One]), false);
    }

    [Fact]
    public void Basis_WhenTheArticleNamesNoDeputy_ThenTheyAreControls()
    {
        Article29.DeputyIsAnother.ShouldRestOn(BasisKind.Control, 29);
        Article29.DeputyOfSameUnit.ShouldRestOn(BasisKind.Control, 29);
        Article29.OneDeputyAtATime.ShouldRestOn(BasisKind.Control, 29);
        Article29.NoCircleOfDeputies.ShouldRestOn(BasisKind.Control, 29);
    }
}
