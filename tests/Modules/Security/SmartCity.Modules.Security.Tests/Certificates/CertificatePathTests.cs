using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.X509;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Certificates;

/// <summary>Certificates that <c>openssl ca</c> has issued, judged at an instant; nobody is asked.</summary>
public sealed class CertificatePathTests
{
    private const int SkewSeconds = 60;
    private static readonly DateTimeOffset At = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(TestKey.Rsa)]
    [InlineData(TestKey.EcdsaP256)]
    [InlineData(TestKey.EcdsaP384)]
    [InlineData(TestKey.Sm2)]
    public async Task Find_WhenTheChainIsGood_ThenItLeadsToTheAnchor(TestKey key)
    {
        var authority = await Authorities.OfAsync(key);
        var certificate = await authority.IssueAsync();

        var found = Find(authority, certificate);

        found.FailedCheck.ShouldBeNull();
        found.Path.Count.ShouldBe(3);
        found.Path[^1].ShouldBe(Authorities.Read(authority.Issuer!.Certificate));
    }

    [Fact]
    public async Task Find_WhenAnRsaPersonHasAnSm2Authority_ThenEachSignatureFitsItsOwnKey()
    {
        var authority = await Authorities.OfAsync(TestKey.Sm2);
        var certificate = await authority.IssueAsync(new() { Key = TestKey.Rsa });

        Find(authority, certificate).FailedCheck.ShouldBeNull();
    }

    [Fact]
    public async Task Find_WhenItIsSelfSigned_ThenNobodyHasIssuedIt()
    {
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        var own = await TestAuthority.RootAsync(TestKey.EcdsaP256, new() { Name = "Person" });

        Find(authority, own.Certificate).FailedCheck.ShouldBe(CertificateCheck.IssuedByAnother);
    }

    [Fact]
    public async Task Find_WhenTheRootIsAnothers_ThenItIsNoAnchor()
    {
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        var another = await TestAuthority.RootAsync(TestKey.EcdsaP256);
        var certificate = await another.IssueAsync();
        IReadOnlyList<X509Certificate> chain = [Authorities.Read(certificate), Authorities.Read(another.Certificate)];

        Paths(authority).Find(chain, At).FailedCheck.ShouldBe(CertificateCheck.Anchor);
    }

    [Fact]
    public async Task Find_WhenAnIssuerIsMissing_ThenTheChainIsBroken()
    {
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        var certificate = await authority.IssueAsync();

        Paths(authority).Find([Authorities.Read(certificate)], At).FailedCheck.ShouldBe(CertificateCheck.Chain);
    }

    [Fact]
    public async Task Find_WhenTheIssuerOnlyHasTheRightName_ThenTheChainIsBroken()
    {
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        var namesake = await authority.Issuer!.BelowAsync();
        var certificate = await authority.IssueAsync();
        IReadOnlyList<X509Certificate> chain = [Authorities.Read(certificate), Authorities.Read(namesake.Certificate)];

        Paths(authority).Find(chain, At).FailedCheck.ShouldBe(CertificateCheck.Chain);
    }

    [Theory]
    [InlineData(-SkewSeconds, null)]
    [InlineData(-SkewSeconds - 1, CertificateCheck.Begun)]
    public async Task Find_WhenItBeginsLater_ThenClocksMayDifferSoMuch(int seconds, object? failed)
    {
        var authority = await Authorities.OfAsync(TestKey.Sm2);
        var certificate = await authority.IssueAsync(new() { NotBefore = At });

        var found = Paths(authority).Find(Authorities.ReadChain(certificate), At.AddSeconds(seconds));

        found.FailedCheck.ShouldBe((CertificateCheck?)failed);
    }

    [Theory]
    [InlineData(SkewSeconds, null)]
    [InlineData(SkewSeconds + 1, CertificateCheck.NotExpired)]
    public async Task Find_WhenItHasRunOut_ThenClocksMayDifferSoMuch(int seconds, object? failed)
    {
        var authority = await Authorities.OfAsync(TestKey.Sm2);
        var certificate = await authority.IssueAsync(new() { NotAfter = At });

        var found = Paths(authority).Find(Authorities.ReadChain(certificate), At.AddSeconds(seconds));

        found.FailedCheck.ShouldBe((CertificateCheck?)failed);
    }

    [Fact]
    public async Task Find_WhenAnIssuerHasRunOut_ThenExpired()
    {
        var root = (await Authorities.OfAsync(TestKey.EcdsaP256)).Issuer!;
        var below = await root.BelowAsync(new() { NotAfter = At.AddDays(-1), Extensions = TestAuthority.OfAuthority });
        var certificate = await below.IssueAsync();

        Find(below, certificate).FailedCheck.ShouldBe(CertificateCheck.NotExpired);
    }

    // The days are Xianyang's: the 23rd ends at 16:00 UTC.
    [Theory]
    [InlineData("2026-11-22T15:59:59Z", CertificateCheck.Anchor)]
    [InlineData("2026-11-22T16:00:00Z", null)]
    [InlineData("2026-11-23T15:59:59Z", null)]
    [InlineData("2026-11-23T16:00:00Z", CertificateCheck.Anchor)]
    public async Task Find_WhenTheAnchorIsInForceForADay_ThenOnThatDayOnly(string at, object? failed)
    {
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        var certificate = await authority.IssueAsync();
        var day = new DateOnly(2026, 11, 23);
        var paths = new CertificatePath(
            [Authorities.AnchorOf(authority) with { From = day, Until = day }],
            TimeSpan.FromSeconds(SkewSeconds)
        );

        var found = paths.Find(
            Authorities.ReadChain(certificate),
            DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)
        );

        found.FailedCheck.ShouldBe((CertificateCheck?)failed);
    }

    [Theory]
    [InlineData("keyUsage=critical,digitalSignature", "", null)]
    [InlineData("keyUsage=critical,digitalSignature", "extendedKeyUsage=critical,clientAuth", null)]
    [InlineData("keyUsage=critical,digitalSignature", "extendedKeyUsage=serverAuth", CertificateCheck.Usage)]
    [InlineData("keyUsage=critical,keyEncipherment,dataEncipherment", "", CertificateCheck.Usage)]
    [InlineData("keyUsage=critical,nonRepudiation", "extendedKeyUsage=clientAuth", CertificateCheck.Usage)]
    [InlineData("", "extendedKeyUsage=clientAuth", CertificateCheck.Usage)]
    public async Task Find_WhenItNamesUsages_ThenItMustBeForSigningIn(string usage, string purpose, object? failed)
    {
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        var certificate = await authority.IssueAsync(
            new() { Extensions = ["basicConstraints=critical,CA:FALSE", usage, purpose] }
        );

        Find(authority, certificate).FailedCheck.ShouldBe((CertificateCheck?)failed);
    }

    [Theory]
    [InlineData("basicConstraints=critical,CA:FALSE", "keyUsage=critical,keyCertSign,cRLSign")]
    [InlineData("basicConstraints=critical,CA:TRUE", "keyUsage=critical,digitalSignature")]
    [InlineData("basicConstraints=critical,CA:TRUE", "nameConstraints=critical,excluded;dirName:names")]
    [InlineData("basicConstraints=critical,CA:TRUE", "1.2.3.4.5=critical,ASN1:NULL")]
    public async Task Find_WhenTheIssuerMayNotIssueIt_ThenThePathIsWrong(string constraints, string further)
    {
        var root = (await Authorities.OfAsync(TestKey.EcdsaP256)).Issuer!;
        var below = await root.BelowAsync(
            new() { Extensions = [constraints, further, "[names]", "commonName=Person"] }
        );
        var certificate = await below.IssueAsync();

        Find(below, certificate).FailedCheck.ShouldBe(CertificateCheck.Path);
    }

    [Fact]
    public async Task Find_WhenAnIssuerMayNotIssueSoDeep_ThenThePathIsWrong()
    {
        var root = (await Authorities.OfAsync(TestKey.EcdsaP256)).Issuer!;
        var shallow = await root.BelowAsync(
            new()
            {
                Name = "Shallow",
                Extensions = ["basicConstraints=critical,CA:TRUE,pathlen:0", "keyUsage=critical,keyCertSign,cRLSign"],
            }
        );
        var deep = await shallow.BelowAsync(new() { Name = "Deep", Extensions = TestAuthority.OfAuthority });

        Find(shallow, await shallow.IssueAsync()).FailedCheck.ShouldBeNull();
        Paths(shallow)
            .Find(Authorities.ReadChain(await deep.IssueAsync()), At)
            .FailedCheck.ShouldBe(CertificateCheck.Path);
    }

    [Fact]
    public async Task Find_WhenTheAnchorMayNotIssueSoDeep_ThenThePathIsWrong()
    {
        var root = await TestAuthority.RootAsync(
            TestKey.EcdsaP256,
            new()
            {
                Name = "Root",
                Extensions = ["basicConstraints=critical,CA:TRUE,pathlen:0", "keyUsage=critical,keyCertSign,cRLSign"],
            }
        );
        var below = await root.BelowAsync();

        Find(root, await root.IssueAsync()).FailedCheck.ShouldBeNull();
        Find(below, await below.IssueAsync()).FailedCheck.ShouldBe(CertificateCheck.Path);
    }

    [Fact]
    public async Task Find_WhenTheRsaKeyIsTooShort_ThenTheAlgorithmIsNotAccepted()
    {
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        var certificate = await authority.IssueAsync(new() { Key = TestKey.RsaTooShort });

        Find(authority, certificate).FailedCheck.ShouldBe(CertificateCheck.Algorithm);
    }

    [Fact]
    public async Task Find_WhenAnSm2KeyHasSignedAsEcdsa_ThenTheAlgorithmIsNotAccepted()
    {
        var authority = await Authorities.OfAsync(TestKey.Sm2);
        var good = Authorities.Read(await authority.IssueAsync());
        // OpenSSL does not sign so. The signature is right, by the curve's own numbers.
        var forged = Signed(good, authority, "SHA256WITHECDSA");
        forged.IsSignatureValid(Authorities.Read(authority.Certificate).GetPublicKey()).ShouldBeTrue();

        var found = Paths(authority).Find([forged, Authorities.Read(authority.Certificate)], At);

        found.FailedCheck.ShouldBe(CertificateCheck.Algorithm);
    }

    [Fact]
    public async Task Find_WhenAnEcdsaKeyHasSignedAsSm2_ThenTheAlgorithmIsNotAccepted()
    {
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        var good = Authorities.Read(await authority.IssueAsync());
        var forged = Signed(good, authority, "SM3WITHSM2");

        var found = Paths(authority).Find([forged, Authorities.Read(authority.Certificate)], At);

        found.FailedCheck.ShouldBe(CertificateCheck.Algorithm);
    }

    [Fact]
    public async Task Find_WhenOneOfManyNamesakesHasSigned_ThenItIsFoundAmongThem()
    {
        var authority = await Authorities.OfAsync(TestKey.EcdsaP256);
        var certificate = await authority.IssueAsync();
        var chain = new List<X509Certificate> { Authorities.Read(certificate) };
        for (var namesake = 1; namesake <= 3; namesake++)
        {
            chain.Add(Authorities.Read((await authority.Issuer!.BelowAsync()).Certificate));
        }

        chain.Add(Authorities.Read(authority.Certificate));

        Paths(authority).Find(chain, At).FailedCheck.ShouldBeNull();
    }

    private static CertificatePath Paths(TestAuthority authority) =>
        new([Authorities.AnchorOf(authority)], TimeSpan.FromSeconds(SkewSeconds));

    private static PathFinding Find(TestAuthority authority, TestCertificate certificate) =>
        Paths(authority).Find(Authorities.ReadChain(certificate), At);

    private static X509Certificate Signed(X509Certificate like, TestAuthority by, string algorithm)
    {
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(BigInteger.ValueOf(77));
        generator.SetIssuerDN(like.IssuerDN);
        generator.SetSubjectDN(like.SubjectDN);
        generator.SetNotBefore(like.NotBefore);
        generator.SetNotAfter(like.NotAfter);
        generator.SetPublicKey(like.GetPublicKey());
        generator.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(KeyUsage.DigitalSignature));
        return generator.Generate(new Asn1SignatureFactory(algorithm, Authorities.PrivateKeyOf(by.Certificate)));
    }
}
