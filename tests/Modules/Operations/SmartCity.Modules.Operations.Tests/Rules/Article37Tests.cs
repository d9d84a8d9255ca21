using System.Globalization;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Rules;

public sealed class Article37Tests
{
    [Theory]
    [InlineData("2026-03-02", "2026-03-09", true)]
    [InlineData("2026-03-02", "2026-03-10", true)]
    [InlineData("2026-03-02", "2026-03-11", false)]
    [InlineData("2026-03-02", null, false)]
    [InlineData(null, "2026-03-09", false)]
    [InlineData(null, null, false)]
    public void MaintenanceBeforeUse_WhenTodayIsTenthOfMarch_ThenOnlyAnAcceptedProjectInUsePasses(
        string? acceptedOn,
        string? inUseOn,
        bool satisfied
    ) =>
        Article37.MaintenanceBeforeUse.ShouldJudge(
            new("平台", Day(acceptedOn), Day(inUseOn), new(2026, 3, 10)),
            satisfied
        );

    [Fact]
    public void Basis_WhenTheArticleSaysNothingOfUse_ThenIsAControl() =>
        Article37.MaintenanceBeforeUse.ShouldRestOn(BasisKind.Control, 37);

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
