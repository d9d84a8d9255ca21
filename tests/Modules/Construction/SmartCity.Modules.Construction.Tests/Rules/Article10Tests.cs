using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Rules;

public sealed class Article10Tests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-03", false)]
    public void ContractorNotQualified_WhenTheCertificateBegins_ThenCountsFromThatDay(string from, bool satisfied) =>
        Article10.ContractorNotQualified.ShouldJudge(
            Holding(
                new Article10.HeldCertificate(
                    "XXJC",
                    "1",
                    CertificateStatus.Valid,
                    null,
                    DateOnly.Parse(from, null),
                    new(2030, 1, 1)
                )
            ),
            satisfied
        );

    [Theory]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-03", true)]
    public void ContractorNotQualified_WhenTheCertificateExpires_ThenCountsThroughThatDay(
        string until,
        bool satisfied
    ) =>
        Article10.ContractorNotQualified.ShouldJudge(
            Holding(
                new Article10.HeldCertificate(
                    "XXJC",
                    "1",
                    CertificateStatus.Valid,
                    null,
                    new(2020, 1, 1),
                    DateOnly.Parse(until, null)
                )
            ),
            satisfied
        );

    [Theory]
    [InlineData("Valid", true)]
    [InlineData("Suspended", false)]
    [InlineData("Revoked", false)]
    public void ContractorNotQualified_WhenTheIssuerHasDecided_ThenOnlyAValidOneCounts(string status, bool satisfied) =>
        Article10.ContractorNotQualified.ShouldJudge(
            Holding(
                new Article10.HeldCertificate(
                    "XXJC",
                    "1",
                    Enum.Parse<CertificateStatus>(status),
                    null,
                    new(2020, 1, 1),
                    new(2030, 1, 1)
                )
            ),
            satisfied
        );

    [Theory]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-03", false)]
    public void ContractorNotQualified_WhenItWasMadeValidAgain_ThenCountsFromThatDay(string since, bool satisfied) =>
        Article10.ContractorNotQualified.ShouldJudge(
            Holding(
                new Article10.HeldCertificate(
                    "XXJC",
                    "1",
                    CertificateStatus.Valid,
                    DateOnly.Parse(since, null),
                    new(2020, 1, 1),
                    new(2030, 1, 1)
                )
            ),
            satisfied
        );

    [Fact]
    public void ContractorNotQualified_WhenTheKindIsNotRecognised_ThenViolated() =>
        Article10.ContractorNotQualified.ShouldJudge(
            Holding(
                new Article10.HeldCertificate(
                    "OTHER",
                    "1",
                    CertificateStatus.Valid,
                    null,
                    new(2020, 1, 1),
                    new(2030, 1, 1)
                )
            ),
            false
        );

    [Fact]
    public void ContractorNotQualified_WhenNothingIsHeld_ThenViolated() =>
        Article10.ContractorNotQualified.ShouldJudge(Holding(), false);

    [Fact]
    public void ContractorNotQualified_WhenNoKindIsInForce_ThenDoesNotApplyAndSaysSo()
    {
        var facts = new Article10.QualificationFacts("某软件公司", Day, [], []);

        Article10.ContractorNotQualified.ShouldJudge(facts, true);
        facts.IsApplicable.ShouldBeFalse();
        Article10
            .ContractorNotQualified.On(facts)
            .FactsAsJson()
            .GetProperty("isApplicable")
            .GetBoolean()
            .ShouldBeFalse();
    }

    [Theory]
    [InlineData("某软件公司", true)]
    [InlineData("某软件公司分公司", false)]
    public void BorrowedName_WhenThePayeeIsAnother_ThenViolated(string payee, bool satisfied) =>
        Article10.BorrowedName.ShouldJudge(new("某软件公司", payee), satisfied);

    [Fact]
    public void Basis_WhenThePayeeIsNotInTheArticle_ThenIsAControl()
    {
        Article10.ContractorNotQualified.ShouldRestOn(BasisKind.Text, 10);
        Article10.BorrowedName.ShouldRestOn(BasisKind.Control, 10);
    }

    private static Article10.QualificationFacts Holding(params Article10.HeldCertificate[] held) =>
        new("某软件公司", Day, ["XXJC"], held);
}
