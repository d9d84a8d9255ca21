using SmartCity.BuildingBlocks.Exports;

namespace SmartCity.BuildingBlocks.Tests.Exports;

public sealed class FormulasTests
{
    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+8629", true)]
    [InlineData("-2", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("＝1", true)]
    [InlineData("＋1", true)]
    [InlineData("－1", true)]
    [InlineData("＠A", true)]
    [InlineData("\t=1", true)]
    [InlineData("\ttext", true)]
    [InlineData("\rtext", true)]
    [InlineData("\ntext", true)]
    [InlineData("  =1", true)]
    [InlineData("\u3000=1", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("1-1=0", false)]
    [InlineData("甲=乙", false)]
    [InlineData("'=1", false)]
    public void Resembles_WhenTheTextBegins_ThenKnownByItsFirstSign(string text, bool resembles) =>
        Formulas.Resembles(text).ShouldBe(resembles);
}
