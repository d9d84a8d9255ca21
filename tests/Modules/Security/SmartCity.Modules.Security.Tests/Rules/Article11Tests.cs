using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Rules;

public sealed class Article11Tests
{
    [Theory]
    [InlineData(PostKind.MainLeader, 0, true)]
    [InlineData(PostKind.MainLeader, 1, false)]
    [InlineData(PostKind.ActingMainLeader, 1, true)]
    [InlineData(PostKind.TechnicalStaff, 1, true)]
    public void OneMainLeader_WhenThereAreOthers_ThenOnlyAMainLeaderIsInTheWay(
        PostKind kind,
        int others,
        bool satisfied
    ) => Article11.OneMainLeader.ShouldJudge(new(kind, [.. new AccountId[others]]), satisfied);

    [Fact]
    public void Basis_WhenTheArticleDoesNotSaySo_ThenItIsAControl() =>
        Article11.OneMainLeader.ShouldRestOn(BasisKind.Control, 11);
}
