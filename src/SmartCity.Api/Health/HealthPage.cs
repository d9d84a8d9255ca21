using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using SmartCity.BuildingBlocks.Audit;

namespace SmartCity.Api.Health;

/// <summary>The report as a page for people.</summary>
internal static class HealthPage
{
    // The table is wider than a telephone: it scrolls in its own frame, and the page stays still.
    private const string Style =
        ":root{color-scheme:light dark}"
        + "body{font:1rem/1.6 \"Noto Sans CJK SC\",\"PingFang SC\",\"Microsoft YaHei\",system-ui,sans-serif;"
        + "margin:0 auto;max-width:70rem;padding:1.5rem 1rem;color:#1b2733;background:#fff}"
        + "h1{font-size:1.5rem}div{overflow-x:auto}table{border-collapse:collapse;white-space:nowrap}"
        + "th,td{border:1px solid #8593a3;padding:.4rem .8rem;text-align:left;vertical-align:top}"
        + "a{color:#0b5cad}.bad{color:#a3161d;font-weight:bold}"
        + "@media(prefers-color-scheme:dark){body{color:#e6ebf0;background:#12181f}a{color:#7db8f5}.bad{color:#ff9b94}}";

    /// <summary>The page needs its own style and nothing else.</summary>
    public static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; frame-ancestors 'none'";

    public static string Write(StatusReport report)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        );
        page.Append(CultureInfo.InvariantCulture, $"<title>运行状况</title><style>{Style}</style></head><body>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>运行状况：{Mark(report.Ready, "正常", "不可用")}</h1>");
        var chinaTime = report.At.ToOffset(TimeSpan.FromHours(8));
        page.Append(CultureInfo.InvariantCulture, $"<p>查看时间：{chinaTime:yyyy-MM-dd HH:mm:ss}（北京时间）</p>");
        foreach (var warning in report.Warnings)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"bad\" role=\"alert\">{Text(warning.Chinese)} {Text(warning.English)}</p>"
            );
        }

        page.Append(CultureInfo.InvariantCulture, $"<p>审计日志见证：{Evidence(report.Evidence)}</p>");
        page.Append(
            "<div role=\"region\" aria-label=\"各模块状况\" tabindex=\"0\"><table><tr><th>模块</th><th>数据库</th><th>结构</th><th>待发消息</th><th>搁置消息</th><th>定时任务</th></tr>"
        );
        foreach (var module in report.Modules)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Text(module.Module)}</td><td>{Mark(module.Reachable, "可用", "连接不上")}</td>"
            );
            page.Append(CultureInfo.InvariantCulture, $"<td>{Mark(module.SchemaCurrent, "可用", "不符")}</td>");
            page.Append(CultureInfo.InvariantCulture, $"<td>{Waiting(module.OldestWaitingMessageSeconds)}</td>");
            page.Append(
                CultureInfo.InvariantCulture,
                $"<td>{Mark(module.GivenUpMessages == 0, "无", $"{module.GivenUpMessages} 条")}</td><td>"
            );
            page.AppendJoin("<br>", module.Jobs.Select(Job));
            page.Append("</td></tr>");
        }

        return page.Append("</table></div><p><a href=\"/scalar\">接口说明</a></p></body></html>").ToString();
    }

    private static string Evidence(CosigningState? state) =>
        state switch
        {
            null => "现在看不到",
            { HasWitness: false, Level: CosigningLevel.Current } => "演示环境未设见证方",
            { HasWitness: false } => Mark(false, "", "没有设定见证方，日志只凭运行单位自己的说法"),
            { MissingSince: null } => $"正常，已见证 {state.CosignedSize} 条",
            { Level: CosigningLevel.Current } => $"正常，已见证 {state.CosignedSize} 条，其余正在等候见证",
            _ => Mark(false, "", Missing(state)),
        };

    private static string Missing(CosigningState state)
    {
        var level = state.Level switch
        {
            CosigningLevel.Notice => "提示",
            CosigningLevel.Warning => "警告",
            _ => "警报",
        };
        var since = state.MissingSince!.Value.ToOffset(TimeSpan.FromHours(8));
        var consequence = state switch
        {
            { IsRefusing: false } => "",
            { Mode: MissingWitnessMode.RefuseAll } => "，全部事项停办",
            _ => "，资金和权利事项停办",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{level}：{since:yyyy-MM-dd HH:mm:ss} 起没有见证，最后见证到 {state.CosignedSize} 条{consequence}"
        );
    }

    private static string Waiting(long? seconds) =>
        seconds is { } age ? string.Create(CultureInfo.InvariantCulture, $"最早一条已等 {age} 秒") : "无";

    private static string Job(JobStatus job) =>
        $"{Text(job.Name)}：{Mark(!job.Failing && !job.Overdue, "正常", job.Failing ? "上次出错" : "逾期未运行")}";

    private static string Mark(bool good, string whenGood, string whenBad) =>
        good ? whenGood : $"<span class=\"bad\">{whenBad}</span>";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
