using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Rules;

public sealed class Article32Tests
{
    private static readonly Article32.CertificateFacts Good = new(
        FailedCheck: null,
        "CN=City CA",
        "1000",
        RevokedAt: null,
        RevocationReason: null,
        RevocationSource.Ocsp
    );

    [Fact]
    public void CertificateAccepted_WhenAllChecksWerePassed_ThenSatisfied() =>
        Article32.CertificateAccepted.ShouldJudge(Good, true);

    [Fact]
    public void CertificateAccepted_WhenAnyCheckFailed_ThenViolatedAndToldWhichInBothLanguages()
    {
        var told = new HashSet<LocalizedText>();
        foreach (var check in Enum.GetValues<CertificateCheck>())
        {
            var facts = Good with { FailedCheck = check };
            Article32.CertificateAccepted.ShouldJudge(facts, false);
            told.Add(CertificateTexts.Of(facts));
        }

        told.Count.ShouldBe(Enum.GetValues<CertificateCheck>().Length);
        told.ShouldAllBe(text => text.Chinese.Length > 10 && text.English.Length > 10);
    }

    [Fact]
    public void CertificateAccepted_WhenRevoked_ThenToldWhenAndWhy()
    {
        var facts = Good with
        {
            FailedCheck = CertificateCheck.NotRevoked,
            RevokedAt = new DateTimeOffset(2026, 11, 23, 4, 5, 6, TimeSpan.Zero),
            RevocationReason = "keyCompromise",
        };

        CertificateTexts.Of(facts).Chinese.ShouldContain("2026-11-23 12:05:06");
        CertificateTexts.Of(facts).English.ShouldContain("keyCompromise");
    }

    [Fact]
    public void Basis_WhenTheArticleNamesTheCa_ThenItIsItsOwnText() =>
        Article32.CertificateAccepted.ShouldRestOn(BasisKind.Text, 32);
}
