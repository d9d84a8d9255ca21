using SmartCity.Modules.Approval.Domain.Declarations;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>The words in cells that stand for one of the sheet's own.</summary>
internal static class ListWords
{
    public const string Kinds =
        "信息网络建设、信息应用系统建设、信息资源开发、新型智慧城市建设、网络安全和信息安全建设、咨询评估、信息化项目维护、信息化服务外包";
    public const string Natures = "新建、扩建、改建";
    public const string Funds = "信息化专项经费、政府融资出资、自筹资金、财政拨款、上级拨款";

    private static readonly string[] RunningStages =
    [
        "已安排",
        "已签",
        "建设中",
        "在建",
        "已开工",
        "建成",
        "试运行",
        "验收",
    ];
    private static readonly string[] Beforehand = ["未", "拟", "待建"];

    private static readonly Dictionary<string, ProjectKind> KindOf = Read<ProjectKind>(
        (ProjectKind.NetworkConstruction, "信息网络建设 信息网络 网络建设 信息网络建设类"),
        (ProjectKind.ApplicationSystem, "信息应用系统建设 信息应用系统 应用系统 应用系统建设 信息系统建设"),
        (ProjectKind.InformationResource, "信息资源开发 信息资源 数据资源 数据资源开发 信息资源开发类"),
        (ProjectKind.SmartCity, "新型智慧城市建设 新型智慧城市 智慧城市 智慧城市建设"),
        (ProjectKind.Security, "网络安全和信息安全建设 网络安全建设 信息安全建设 网络安全 信息安全 网络安全和信息安全"),
        (ProjectKind.ConsultingAndAssessment, "咨询评估 咨询 咨询服务 评估"),
        (ProjectKind.Maintenance, "信息化项目维护 项目维护 运行维护 运维 维护 运维服务"),
        (ProjectKind.Outsourcing, "信息化服务外包 服务外包 外包")
    );

    private static readonly Dictionary<string, ProjectNature> NatureOf = Read<ProjectNature>(
        (ProjectNature.New, "新建"),
        (ProjectNature.Extension, "扩建"),
        (ProjectNature.Alteration, "改建")
    );

    private static readonly Dictionary<string, FundingKind> FundOf = Read<FundingKind>(
        (FundingKind.SpecialFund, "信息化专项经费 专项经费 专项资金 信息化专项资金 市级专项资金 市信息化专项资金"),
        (FundingKind.GovernmentFinancing, "政府融资出资 政府融资 融资"),
        (FundingKind.SelfRaised, "自筹资金 自筹 单位自筹"),
        (FundingKind.FiscalAppropriation, "财政拨款 财政资金 市级财政 市财政 市级财政资金 财政预算"),
        (FundingKind.SuperiorAppropriation, "上级拨款 上级资金 上级补助 中央资金 省级资金 中央和省级资金")
    );

    public static ProjectKind? Kind(string text) => Of(KindOf, text);

    public static ProjectNature? Nature(string text) => Of(NatureOf, text);

    public static FundingKind? Fund(string text) => Of(FundOf, text);

    /// <summary>Is it a stage that only a project which was approved before has reached?</summary>
    public static bool IsRunning(string text)
    {
        var stage = ListText.Condensed(text);
        return Array.Exists(RunningStages, word => stage.Contains(word, StringComparison.Ordinal))
            && !Array.Exists(Beforehand, word => stage.Contains(word, StringComparison.Ordinal));
    }

    private static TWord? Of<TWord>(Dictionary<string, TWord> words, string text)
        where TWord : struct => words.TryGetValue(ListText.Condensed(text), out var word) ? word : null;

    private static Dictionary<string, TWord> Read<TWord>(params (TWord Word, string Spellings)[] words)
        where TWord : struct =>
        words
            .SelectMany(one => one.Spellings.Split(' ').Select(spelling => (spelling, one.Word)))
            .ToDictionary(one => one.spelling, one => one.Word);
}
