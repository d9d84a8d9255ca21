using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Rules;

public sealed class Article16Tests
{
    private static readonly (SubjectKind, IdentifierKind)[] Fitting =
    [
        (SubjectKind.Person, IdentifierKind.IdentityDocument),
        (SubjectKind.LegalEntity, IdentifierKind.OrganisationCode),
        (SubjectKind.MarketOperator, IdentifierKind.BusinessLicence),
        (SubjectKind.CityComponent, IdentifierKind.Coordinates),
        (SubjectKind.CityComponent, IdentifierKind.UnifiedCode),
    ];

    [Fact]
    public void IdentifierRequired_WhenNoItemIdentifiesTheSubject_ThenViolated()
    {
        Article16.IdentifierRequired.ShouldJudge(new(SubjectKind.Person, []), false);
        Article16.IdentifierRequired.ShouldJudge(new(SubjectKind.Person, ["id_number"]), true);
    }

    [Fact]
    public void IdentifierKindMismatch_WhenEachSubjectMeetsEachIdentifier_ThenOnlyTheLawfulOnesFit()
    {
        foreach (var subject in Enum.GetValues<SubjectKind>())
        {
            foreach (var kind in Enum.GetValues<IdentifierKind>())
            {
                Article16.IdentifierKindMismatch.ShouldJudge(new(subject, [kind]), Fitting.Contains((subject, kind)));
            }
        }
    }

    [Fact]
    public void IdentifierKindMismatch_WhenOneOfTwoDoesNotFit_ThenViolated() =>
        Article16.IdentifierKindMismatch.ShouldJudge(
            new(SubjectKind.CityComponent, [IdentifierKind.Coordinates, IdentifierKind.OrganisationCode]),
            false
        );

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("不涉及国家秘密。", true)]
    public void SecrecyReviewMissing_WhenStatedOrNot_ThenJudgesSo(string? review, bool satisfied) =>
        Article16.SecrecyReviewMissing.ShouldJudge(new(review), satisfied);

    [Fact]
    public void Basis_WhenTheArticleForbidsSecrets_ThenTheReviewIsAControl()
    {
        Article16.IdentifierRequired.ShouldRestOn(BasisKind.Text, 16);
        Article16.IdentifierKindMismatch.ShouldRestOn(BasisKind.Text, 16);
        Article16.SecrecyReviewMissing.ShouldRestOn(BasisKind.Control, 16);
    }
}
