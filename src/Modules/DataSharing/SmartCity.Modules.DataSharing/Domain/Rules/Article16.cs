using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Rules;

/// <summary>Identifiers of subjects; no state secrets.</summary>
internal static class Article16
{
    private const string Identifiers =
        "其中自然人数据应当以法定身份证件作为标识提供，法人及其他机构信息应当以组织机构代码证作为标识提供（没有组织机构代码证的市场经营主体应当以营业执照作为标识提供）。城市部件、物联网感知等信息应当以坐标位置或全市统一编码作为标识。";

    private const string Secrets = "行政机关和公共企事业单位提供的共享数据，不得涉及国家秘密。";

    internal sealed record IdentifierFacts(SubjectKind Subject, IReadOnlyList<string> IdentifierItems);

    internal static Rule<IdentifierFacts> IdentifierRequired { get; } =
        new(
            "IDENTIFIER_REQUIRED",
            RuleKind.Refusal,
            16,
            Basis.Text(Identifiers),
            new("在数据项中标明主体标识项。", "Mark the item that identifies the subject."),
            (facts, _) => facts.IdentifierItems.Count > 0
        );

    internal sealed record KindFacts(SubjectKind Subject, IReadOnlyList<IdentifierKind> Identifiers);

    internal static Rule<KindFacts> IdentifierKindMismatch { get; } =
        new(
            "IDENTIFIER_KIND_MISMATCH",
            RuleKind.Refusal,
            16,
            Basis.Text(Identifiers),
            new("改用该类主体的法定标识。", "Use the identifier that article 16 names for this kind of subject."),
            (facts, _) => facts.Identifiers.All(kind => Fits(facts.Subject, kind))
        );

    /// <param name="Review">The statement of the review.</param>
    internal sealed record SecrecyFacts(string? Review);

    internal static Rule<SecrecyFacts> SecrecyReviewMissing { get; } =
        new(
            "SECRECY_REVIEW_MISSING",
            RuleKind.Refusal,
            16,
            Basis.Control($"共享前应有保密审查结论，以落实“{Secrets}”"),
            new(
                "先作保密审查，写明不涉及国家秘密的结论。",
                "Have the data reviewed for secrecy and state the conclusion."
            ),
            (facts, _) => !string.IsNullOrWhiteSpace(facts.Review)
        );

    private static bool Fits(SubjectKind subject, IdentifierKind identifier) =>
        subject switch
        {
            SubjectKind.Person => identifier == IdentifierKind.IdentityDocument,
            SubjectKind.LegalEntity => identifier == IdentifierKind.OrganisationCode,
            SubjectKind.MarketOperator => identifier == IdentifierKind.BusinessLicence,
            SubjectKind.CityComponent => identifier is IdentifierKind.Coordinates or IdentifierKind.UnifiedCode,
            _ => false,
        };
}
