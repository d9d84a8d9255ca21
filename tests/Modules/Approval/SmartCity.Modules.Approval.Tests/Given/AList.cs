using System.Text;

namespace SmartCity.Modules.Approval.Tests.Given;

/// <summary>Declaration lists as CSV, line by line.</summary>
internal static class AList
{
    public const string Header =
        "序号,项目编号,项目名称,项目类别,建设性质,牵头单位,参建单位,总投资（万元）,申请资金（万元）,资金来源,建设内容,建设期";

    /// <summary>With a title that names the year, and these rows below the header.</summary>
    public static Stream Of(params IEnumerable<string> rows) => Text(["2026年度项目申报汇总表", Header, .. rows]);

    /// <summary>Line by line as it stands.</summary>
    public static Stream Text(params IEnumerable<string> lines) =>
        new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    public static string Row(
        string number = "WJ-1",
        string name = "影像云平台",
        string unit = "市中心医院",
        string total = "350",
        string requested = "350"
    ) =>
        $"1,{number},{name},信息应用系统建设,新建,{unit},市卫生健康委,{total},{requested},信息化专项经费,建设影像互认。,2026年3月至2026年12月";
}
