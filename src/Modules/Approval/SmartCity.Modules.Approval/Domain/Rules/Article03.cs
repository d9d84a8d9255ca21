using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>The eight kinds of project, and the nature of works.</summary>
internal static class Article03
{
    private const string Text =
        "本办法所称新型智慧城市和信息化项目主要是指：以计算机、通信技术及其它现代信息技术为主要手段的信息网络建设、信息应用系统建设和信息资源开发等新建、扩建或改建的工程项目，包括全市新型智慧城市建设有关项目，以及网络安全和信息安全建设、咨询评估、信息化项目维护、信息化服务外包项目。";

    internal sealed record KindFacts(ProjectKind? Kind);

    internal static Rule<KindFacts> ProjectKindRequired { get; } =
        new(
            "PROJECT_KIND_REQUIRED",
            RuleKind.Refusal,
            3,
            Basis.Text(Text),
            new("从第三条所列八类中选定项目类别。", "Choose one of the eight kinds of article 3."),
            (facts, _) => facts.Kind is not null
        );

    internal sealed record NatureFacts(ProjectKind? Kind, ProjectNature? Nature);

    internal static Rule<NatureFacts> NatureNotApplicable { get; } =
        new(
            "NATURE_NOT_APPLICABLE",
            RuleKind.Refusal,
            3,
            Basis.Reading("INT-25", "新建、扩建、改建是对工程项目而言；咨询评估、维护、服务外包项目没有建设性质。"),
            new(
                "咨询评估、维护、外包类项目不填建设性质；确属工程建设的，改选相应的项目类别。",
                "Leave the nature empty for consulting, maintenance and outsourcing; if it is works, choose the kind that fits."
            ),
            (facts, _) => facts.Nature is null || facts.Kind is not { } kind || !kind.IsService()
        );

    internal static Rule<NatureFacts> NatureRequired { get; } =
        new(
            "NATURE_REQUIRED",
            RuleKind.Refusal,
            3,
            Basis.Reading("INT-25", "工程建设类项目应当明确是新建、扩建还是改建。"),
            new("填写建设性质：新建、扩建或改建。", "State whether it is new, an extension or an alteration."),
            (facts, _) => facts.Nature is not null || facts.Kind is not { } kind || kind.IsService()
        );
}
