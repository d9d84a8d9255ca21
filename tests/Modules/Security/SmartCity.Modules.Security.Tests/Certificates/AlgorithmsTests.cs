using System.Text;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Certificates;

/// <summary>Signatures that OpenSSL has made over a challenge, and keys that are not accepted.</summary>
public sealed class AlgorithmsTests
{
    private const string Challenge = "SmartCity sign-in with a certificate v1; nonce=x";

    [Theory]
    [InlineData(TestKey.Rsa)]
    [InlineData(TestKey.EcdsaP256)]
    [InlineData(TestKey.EcdsaP384)]
    [InlineData(TestKey.Sm2)]
    public async Task IsSignedBy_WhenOpenSslHasSigned_ThenOverThatTextByThatKeyOnly(TestKey key)
    {
        var person = await (await Authorities.OfAsync(key)).IssueAsync();
        var another = await (await Authorities.OfAsync(key)).IssueAsync();

        var signature = await person.SignAsync(Challenge);

        IsSigned(person, Challenge, signature).ShouldBeTrue();
        IsSigned(person, Challenge + "\n", signature).ShouldBeFalse();
        IsSigned(another, Challenge, signature).ShouldBeFalse();
    }

    [Theory]
    [InlineData("sha256", "rsa_padding_mode:pss", true)]
    [InlineData("sha512", "rsa_padding_mode:pss", true)]
    [InlineData("sha384", "rsa_padding_mode:pkcs1", true)]
    [InlineData("sha512", "rsa_padding_mode:pkcs1", true)]
    [InlineData("sha1", "rsa_padding_mode:pkcs1", false)]
    [InlineData("sha1", "rsa_padding_mode:pss", false)]
    public async Task IsSignedBy_WhenRsaPadsAndHashesOtherwise_ThenPssAndSha2AreAccepted(
        string digest,
        string padding,
        bool isAccepted
    )
    {
        var person = await (await Authorities.OfAsync(TestKey.Rsa)).IssueAsync();
        string[] salt = padding.EndsWith("pss", StringComparison.Ordinal) ? ["rsa_pss_saltlen:digest"] : [];

        var signature = await OpenSsl.SignAsync(TestKey.Rsa, person.KeyFile, Challenge, digest, [padding, .. salt]);

        IsSigned(person, Challenge, signature).ShouldBe(isAccepted);
    }

    [Fact]
    public async Task IsSignedBy_WhenSm2NamesAnotherSigner_ThenItIsAnotherSignature()
    {
        var person = await (await Authorities.OfAsync(TestKey.Sm2)).IssueAsync();

        var signature = await person.SignAsync(Challenge, "distid:8765432187654321");

        IsSigned(person, Challenge, signature).ShouldBeFalse();
    }

    [Fact]
    public async Task IsSignedBy_WhenAnSm2KeyHasSignedAsEcdsa_ThenItIsNoSignature()
    {
        var person = await (await Authorities.OfAsync(TestKey.Sm2)).IssueAsync();
        var signer = SignerUtilities.GetSigner("SHA-256withECDSA");
        signer.Init(forSigning: true, Authorities.PrivateKeyOf(person));
        signer.BlockUpdate(Encoding.ASCII.GetBytes(Challenge));

        IsSigned(person, Challenge, Convert.ToBase64String(signer.GenerateSignature())).ShouldBeFalse();
    }

    [Theory]
    [InlineData(TestKey.EcdsaP256)]
    [InlineData(TestKey.Sm2)]
    public async Task IsSignedBy_WhenTheMiddlewareGivesRAndSAsTheyAre_ThenAccepted(TestKey key)
    {
        var person = await (await Authorities.OfAsync(key)).IssueAsync();
        var order = ((Org.BouncyCastle.Crypto.Parameters.ECKeyParameters)Authorities.Read(person).GetPublicKey())
            .Parameters
            .N;
        var encoded = Convert.FromBase64String(await person.SignAsync(Challenge));
        var parts = StandardDsaEncoding.Instance.Decode(order, encoded);

        var plain = PlainDsaEncoding.Instance.Encode(order, parts[0], parts[1]);

        IsSigned(person, Challenge, Convert.ToBase64String(plain)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("ec_paramgen_curve:SM2", "ec_param_enc:explicit")]
    [InlineData("ec_paramgen_curve:P-256", "ec_param_enc:explicit")]
    [InlineData("ec_paramgen_curve:P-224", "ec_param_enc:named_curve")]
    [InlineData("ec_paramgen_curve:secp256k1", "ec_param_enc:named_curve")]
    public async Task FamilyOf_WhenTheCurveIsNotNamedOrIsAnother_ThenNotAccepted(string curve, string encoding)
    {
        var file = Path.Combine(TestFolder.New(), "key.pem");
        await OpenSsl.RunAsync("genpkey", "-algorithm", "EC", "-pkeyopt", curve, "-pkeyopt", encoding, "-out", file);
        var text = await OpenSsl.RunAsync("pkey", "-in", file, "-pubout");
        var der = Convert.FromBase64String(
            string.Concat(text.Split('\n').Where(line => !line.StartsWith('-')).Select(line => line.Trim()))
        );

        Algorithms.FamilyOf(SubjectPublicKeyInfo.GetInstance(der)).ShouldBeNull();
    }

    [Theory]
    [InlineData(TestKey.Rsa, KeyFamily.Rsa)]
    [InlineData(TestKey.RsaTooShort, null)]
    [InlineData(TestKey.EcdsaP256, KeyFamily.EcdsaP256)]
    [InlineData(TestKey.EcdsaP384, KeyFamily.EcdsaP384)]
    [InlineData(TestKey.Sm2, KeyFamily.Sm2)]
    public async Task FamilyOf_WhenOpenSslMadeTheKey_ThenKnown(TestKey key, object? family)
    {
        var person = await (await Authorities.OfAsync(TestKey.EcdsaP256)).IssueAsync(new() { Key = key });

        Algorithms.FamilyOf(Authorities.Read(person).SubjectPublicKeyInfo).ShouldBe((KeyFamily?)family);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("MAYCAQACAQA=")]
    [InlineData("MAYCAQECAQE=")]
    public async Task IsSignedBy_WhenTheSignatureIsNone_ThenFalse(string signature)
    {
        foreach (var key in new[] { TestKey.Rsa, TestKey.EcdsaP256, TestKey.Sm2 })
        {
            IsSigned(await (await Authorities.OfAsync(key)).IssueAsync(), Challenge, signature).ShouldBeFalse();
        }
    }

    private static bool IsSigned(TestCertificate person, string text, string signature)
    {
        var key = Authorities.Read(person).SubjectPublicKeyInfo;
        return Algorithms.IsSignedBy(
            key,
            Algorithms.FamilyOf(key)!.Value,
            Encoding.ASCII.GetBytes(text),
            Convert.FromBase64String(signature)
        );
    }
}
