using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;
using SmartCity.Modules.Approval.Application.Importing;
using SmartCity.Modules.Approval.Tests.Given;

namespace SmartCity.Modules.Approval.Tests.Importing;

/// <summary>How the header, the rows, totals and notes of a list are told apart.</summary>
public sealed class DeclarationListTests
{
    [Fact]
    public async Task Read_WhenTitlesStandAboveTheHeader_ThenItIsFoundByItsWords()
    {
        var list = await AcceptedAsync(
            "附件1,,,",
            "咸阳市2026年度新型智慧城市项目申报汇总表,,,",
            "填报单位：市教育局,,,单位：万元",
            "",
            "项目名称*,申报单位,总投资,联系人",
            "甲,市教育局,350,张"
        );

        list.Header.Line.ShouldBe(5);
        list.Year.ShouldBe(2026);
        list.Header.Of(ListField.TotalInvestment)!.Unit!.Word.ShouldBe("万元");
        list.Rows.ShouldHaveSingleItem().Line.ShouldBe(6);
    }

    [Fact]
    public async Task Read_WhenTheHeaderHasTwoRows_ThenBothAreReadTogether()
    {
        var list = await AcceptedAsync(
            "项目名称,牵头单位,投资（元）,,建设期,,联系人",
            ",,总投资,申请资金,起,止,",
            "甲,市教育局,350,350,2025-03,2025-09,张"
        );

        list.Header.LastLine.ShouldBe(2);
        list.Header.Columns.Select(column => (column.Letters, column.Field, column.Unit?.Word))
            .ShouldBe([
                ("A", ListField.ProjectName, null),
                ("B", ListField.LeadUnit, null),
                ("C", ListField.TotalInvestment, "元"),
                ("D", ListField.RequestedFund, "元"),
                ("E", ListField.Start, null),
                ("F", ListField.Finish, null),
                ("G", ListField.ContactName, null),
            ]);
    }

    [Theory]
    [InlineData("总投资（万元）", "万元")]
    [InlineData("总投资(元)", "元")]
    [InlineData("总投资（单位：万元）", "万元")]
    [InlineData("总投资（人民币元）", "元")]
    [InlineData("总投资万元", "万元")]
    [InlineData("总　投　资\n（万元）", "万元")]
    public async Task Read_WhenTheHeaderSaysItsUnit_ThenThatIsIt(string header, string unit)
    {
        var list = await AcceptedAsync($"项目名称,牵头单位,\"{header}\"", "甲,市教育局,350");

        list.Header.Of(ListField.TotalInvestment)!.Unit!.Word.ShouldBe(unit);
    }

    [Theory]
    [InlineData("总投资")]
    [InlineData("总投资（亿元）")]
    [InlineData("总投资（美元）")]
    [InlineData("总投资千元")]
    [InlineData("总投资（含税）")]
    public async Task Read_WhenTheUnitIsNotYuan_ThenTheFileIsRefusedByItsColumn(string header)
    {
        var refused = await RefusedAsync($"项目名称,牵头单位,{header}", "甲,市教育局,350");

        refused.Code.ShouldBe("AMOUNT_UNIT_MISSING");
        refused.Detail.Chinese.ShouldContain("C 列");
    }

    [Theory]
    [InlineData("LIST_HEADER_NOT_FOUND", "甲,市教育局,350")]
    [InlineData("LIST_HEADER_NOT_FOUND", "项目名称;牵头单位;总投资（元）\n甲;市教育局;350")]
    [InlineData("LIST_COLUMN_MISSING", "项目名称,联系人,总投资（元）\n甲,张,350")]
    [InlineData("LIST_COLUMN_TWICE", "项目名称,牵头单位,申报单位,联系人\n甲,乙,丙,张")]
    [InlineData("NO_ROWS", "项目名称,牵头单位,联系人")]
    public async Task Read_WhenItIsNoList_ThenRefusedWhole(string code, string text)
    {
        var refused = await RefusedAsync(text);

        refused.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Read_WhenTotalsFit_ThenNothingIsSaidOfThem()
    {
        var list = await AcceptedAsync(
            "序号,项目名称,牵头单位,总投资（元）",
            "一、新建,,,",
            "1,甲,市教育局,1.01",
            "2,乙,市教育局,2",
            "小计,,,3.01",
            "3,丙,市教育局,4",
            "小计,,,4",
            "合 计,,,7.01",
            "注：以上金额含税。,,,"
        );

        list.Rows.Count.ShouldBe(3);
        list.Warnings.Select(one => (one.Line, one.Code)).ShouldBe([(2, "LINE_NOT_READ"), (9, "LINE_NOT_READ")]);
    }

    [Theory]
    [InlineData("7.02", "各行相加是 7.01 元")]
    [InlineData("约7", "无法核对")]
    public async Task Read_WhenTheTotalDoesNotFit_ThenItIsTold(string total, string told)
    {
        var list = await AcceptedAsync(
            "序号,项目名称,牵头单位,总投资（元）",
            "1,甲,市教育局,3.01",
            "2,乙,市教育局,4",
            $"合计,,,{total}"
        );

        var warning = list.Warnings.ShouldHaveSingleItem();
        (warning.Line, warning.Code).ShouldBe((4, "TOTAL_DIFFERS"));
        warning.Message.Chinese.ShouldContain(told);
    }

    [Fact]
    public async Task Read_WhenTheHeaderIsRepeatedOnTheNextPage_ThenItIsNoProject()
    {
        var list = await AcceptedAsync(AList.Header, AList.Row(), AList.Header, AList.Row("WJ-2"));

        list.Rows.Count.ShouldBe(2);
        list.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_WhenAColumnIsNotKnown_ThenItIsToldAndLeftOut()
    {
        var list = await AcceptedAsync("项目名称,牵头单位,联系人,颜色", "甲,市教育局,张,红");

        list.Warnings.ShouldHaveSingleItem().Message.Chinese.ShouldContain("D 列“颜色”");
    }

    private static async Task<DeclarationList> AcceptedAsync(params string[] lines)
    {
        var list = await ReadAsync(lines);
        list.Failure.ShouldBeNull();
        return list.Value;
    }

    private static async Task<Error> RefusedAsync(params string[] lines) =>
        (await ReadAsync(lines)).Failure.ShouldNotBeNull();

    private static async Task<Result<DeclarationList>> ReadAsync(string[] lines)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var table = await TableFile.OpenAsync(AList.Text(lines), new(), cancellation);
        using var reader = table.Value;
        return await DeclarationList.ReadAsync(reader, cancellation);
    }
}
