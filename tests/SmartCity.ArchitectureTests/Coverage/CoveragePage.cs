using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using SmartCity.Api;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Rules;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>
/// The page that shows for each article its rules, the verdicts that truth tables recorded, its endpoints, and what is
/// still to come.
/// </summary>
internal sealed partial class CoveragePage(IEnumerable<Endpoint> endpoints, IEnumerable<AuthorityTable> authorities)
{
    private const string Satisfied = "符合";
    private const string Violated = "不符合";

    private readonly ILookup<int, string> endpointsOf = endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint =>
            endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true
        )
        .SelectMany(endpoint =>
            ArticlesOf(endpoint, authorities).Select(article => (Article: article, Name: NameOf(endpoint)))
        )
        .Distinct()
        .OrderBy(one => one.Name, StringComparer.Ordinal)
        .ToLookup(one => one.Article, one => one.Name);

    private readonly ILookup<int, DeclaredRule> rulesOf = new RuleRegister(ModuleList.All).Rules.ToLookup(one =>
        one.Rule.Article
    );

    public static string File { get; } = Repository.File("docs/regulation/articles.md");

    /// <summary>Articles that neither a rule stands under nor the list of those without one names, or that both name.</summary>
    public IReadOnlyList<int> Unexplained =>
        [
            .. RegulationText
                .Current.Articles.Select(article => article.Number)
                .Where(number =>
                    rulesOf.Contains(number)
                    == DemandedCodes.ArticlesWithoutRules.Any(without => without.Article == number)
                ),
        ];

    public string Write(IReadOnlySet<(string Code, bool Satisfied)> record)
    {
        var page = new StringBuilder(
            """
            # 条文落实情况

            由 `build/coverage.sh` 生成，不要手改；过时的页面通不过测试。“判定”一栏是真值表测试运行时记下的判定，不是标注：每条规则都要有
            符合的和不符合的事实。端点按所办事项的权限表所引的条归列。

            | 条 | 规则 | 端点 | 待建 | 说明 |
            |---|---|---|---|---|

            """
        );
        foreach (var article in RegulationText.Current.Articles)
        {
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| [{article.Number}](#第{ChineseNumerals.Of(article.Number)}条) | {rulesOf[article.Number].Count()} | {endpointsOf[article.Number].Count()} | {ToComeOf(article.Number).Count()} | {WithoutRule(article.Number)} |"
            );
        }

        foreach (var article in RegulationText.Current.Articles)
        {
            WriteArticle(page, article.Number, record);
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The verdicts that a page tells.</summary>
    public static IReadOnlySet<(string Code, bool Satisfied)> RecordIn(string page) =>
        RuleRow()
            .Matches(page)
            .SelectMany(row =>
                row.Groups["verdicts"]
                    .Value.Split('、')
                    .Where(verdict => verdict is Satisfied or Violated)
                    .Select(verdict => (row.Groups["code"].Value, verdict == Satisfied))
            )
            .ToHashSet();

    private void WriteArticle(StringBuilder page, int number, IReadOnlySet<(string Code, bool Satisfied)> record)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"\n## 第{ChineseNumerals.Of(number)}条\n");
        var explained = WithoutRule(number);
        if (explained.Length > 0)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"{explained}。\n");
        }

        if (rulesOf.Contains(number))
        {
            page.AppendLine("| 规则 | 种类 | 依据 | 模块 | 判定 |\n|---|---|---|---|---|");
            foreach (var (rule, module) in rulesOf[number])
            {
                var verdicts = new[] { (Satisfied, true), (Violated, false) }
                    .Where(verdict => record.Contains((rule.Code, verdict.Item2)))
                    .Select(verdict => verdict.Item1);
                page.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| `{rule.Code}` | {Described(rule.Kind)} | {Described(rule.Basis.Kind)}：{rule.Basis.Statement(number).Chinese} | {module} | {string.Join('、', verdicts)} |"
                );
            }

            page.AppendLine();
        }

        if (endpointsOf[number].Any())
        {
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"端点：{string.Join("、", endpointsOf[number].Select(name => $"`{name}`"))}\n"
            );
        }

        foreach (var byReason in ToComeOf(number).GroupBy(one => (one.Module, one.Why)))
        {
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"待建（{byReason.Key.Module}）：{string.Join("、", byReason.Select(one => $"`{one.Code}`"))}。{byReason.Key.Why}。\n"
            );
        }

        page.Length -= 1;
    }

    private static IEnumerable<CodeToCome> ToComeOf(int number) =>
        from demanded in DemandedCodes.All
        where demanded.Article == number
        join toCome in DemandedCodes.ToCome on demanded.Code equals toCome.Code
        select toCome;

    private static string WithoutRule(int number) =>
        DemandedCodes.ArticlesWithoutRules.FirstOrDefault(one => one.Article == number) is not { } without
            ? ""
            : without.Standing switch
            {
                ArticleStanding.Duty => $"由其他机制承担：{without.Why}",
                ArticleStanding.Later => $"待建：{without.Why}",
                _ => $"不涉及软件：{without.Why}",
            };

    private static string Described<TEnum>(TEnum word)
        where TEnum : struct, Enum =>
        typeof(TEnum)
            .GetField(word.ToString())!
            .GetCustomAttribute<System.ComponentModel.DescriptionAttribute>()!
            .Description;

    private static string NameOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;

    // What its handler sends, and where that is not to be seen, what its description cites.
    private static List<int> ArticlesOf(RouteEndpoint endpoint, IEnumerable<AuthorityTable> tables)
    {
        if (endpoint.Metadata.GetMetadata<MethodInfo>() is not { } handler)
        {
            return [];
        }

        var sent = SentRequests.Directly(handler).ToHashSet();
        var articles = tables
            .SelectMany(table => table.Authorities)
            .Where(authority => sent.Contains(authority.Request.FullName!))
            .Select(authority => authority.Article)
            .Distinct()
            .ToList();
        var description = endpoint.Metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description ?? "";
        return articles.Count > 0
            ? articles
            :
            [
                .. Enumerable
                    .Range(1, 44)
                    .Where(number =>
                        description.Contains($"第{ChineseNumerals.Of(number)}条", StringComparison.Ordinal)
                    ),
            ];
    }

    [GeneratedRegex(@"^\| `(?<code>[A-Z0-9_]+)` \|.*\| (?<verdicts>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex RuleRow();
}
