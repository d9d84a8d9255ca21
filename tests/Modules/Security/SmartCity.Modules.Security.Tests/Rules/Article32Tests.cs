using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Rules;

public sealed class Article32Tests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

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

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void AccountConfirmedByAnother_WhenTheConfirmerRegisteredItOrNot_ThenJudgesSo(
        bool registeredIt,
        bool satisfied
    ) => Article32.AccountConfirmedByAnother.ShouldJudge(new(registeredIt), satisfied);

    [Fact]
    public void AccountConfirmedByAnother_WhenTheArticleNamesNoSecondPerson_ThenItIsTheCitysControl() =>
        Article32.AccountConfirmedByAnother.ShouldRestOn(BasisKind.Control, 32);

    [Fact]
    public void CertificateAccepted_WhenTheArticleNamesTheCa_ThenItIsItsOwnText() =>
        Article32.CertificateAccepted.ShouldRestOn(BasisKind.Text, 32);

    [Theory]
    [InlineData(MissingWitnessMode.Warn, Stake.Money, true)]
    [InlineData(MissingWitnessMode.Warn, Stake.Rights, true)]
    [InlineData(MissingWitnessMode.RefuseMoneyAndRights, Stake.Money, false)]
    [InlineData(MissingWitnessMode.RefuseMoneyAndRights, Stake.Rights, false)]
    [InlineData(MissingWitnessMode.RefuseMoneyAndRights, Stake.Business, true)]
    [InlineData(MissingWitnessMode.RefuseMoneyAndRights, Stake.Reading, true)]
    [InlineData(MissingWitnessMode.RefuseAll, Stake.Money, false)]
    [InlineData(MissingWitnessMode.RefuseAll, Stake.Business, false)]
    [InlineData(MissingWitnessMode.RefuseAll, Stake.Reading, true)]
    public void WitnessIsThere_WhenCosignaturesAreMissingForTooLong_ThenTheModeDecides(
        MissingWitnessMode mode,
        Stake stake,
        bool satisfied
    ) => Article32.WitnessIsThere.ShouldJudge(new(mode, stake, 7, Since, 3600, 3600), satisfied);

    [Theory]
    [InlineData(3599, true)]
    [InlineData(3600, false)]
    public void WitnessIsThere_WhenTimePasses_ThenHoldsBackFromTheConfiguredAgeOn(long seconds, bool satisfied) =>
        Article32.WitnessIsThere.ShouldJudge(
            new(MissingWitnessMode.RefuseAll, Stake.Money, 7, Since, seconds, 3600),
            satisfied
        );

    [Fact]
    public void WitnessIsThere_WhenEverythingIsCosigned_ThenHoldsNothingBack() =>
        Article32.WitnessIsThere.ShouldJudge(new(MissingWitnessMode.RefuseAll, Stake.Money, 7, null, 0, 3600), true);

    [Fact]
    public void WitnessIsThere_WhenTheArticleDoesNotSaySo_ThenItIsAControl() =>
        Article32.WitnessIsThere.ShouldRestOn(BasisKind.Control, 32);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void ErasureByAnother_WhenItIsHisOwnAct_ThenViolated(bool isOwnAct, bool satisfied) =>
        Article32.ErasureByAnother.ShouldJudge(new(default, isOwnAct), satisfied);

    [Theory]
    [InlineData("approval.submit-declaration", true)]
    [InlineData("security.erase-content", false)]
    [InlineData("security.register-account", false)]
    [InlineData("security.close-account", false)]
    public void ErasureOfWhatIsNotNeeded_WhenOthersRestOnIt_ThenViolated(string command, bool satisfied) =>
        Article32.ErasureOfWhatIsNotNeeded.ShouldJudge(new(command), satisfied);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void ErasureOfWhatIsInTheLog_WhenItIsNotThere_ThenViolated(bool isInLog, bool satisfied) =>
        Article32.ErasureOfWhatIsInTheLog.ShouldJudge(new(default, isInLog), satisfied);
}
