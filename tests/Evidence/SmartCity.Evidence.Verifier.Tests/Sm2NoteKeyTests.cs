using System.Text;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Tests;

/// <summary>The SM2 line under a note: checked by whoever has its key, passed over by everybody else.</summary>
public sealed class Sm2NoteKeyTests
{
    private const string Name = ALog.Origin;

    [Fact]
    public void Verify_WhenTheSm2LineIsValid_ThenItIsToldAndTheOtherSignaturesCountAsBefore()
    {
        var (dossier, sm2) = Signed();

        var (exitCode, output) = dossier.Verify(sm2Key: sm2.Public.ToString());

        exitCode.ShouldBe(ExitCode.Proved, output);
        output.ShouldContain($"The checkpoint bears the SM2/SM3 signature of the log {Name} as well, and it is valid.");
    }

    [Fact]
    public void Verify_WhenNoSm2KeyIsGiven_ThenTheLineIsPassedOver()
    {
        var (exitCode, output) = Signed().Dossier.Verify();

        exitCode.ShouldBe(ExitCode.Proved, output);
        output.ShouldNotContain("SM2");
    }

    [Fact]
    public void Verify_WhenTheLineIsOfAnotherText_ThenItIsFalse()
    {
        var (dossier, sm2) = Signed();
        dossier.Checkpoint = dossier.Log.Checkpoint(9, dossier.Witness) + sm2.Line("something else\n");

        var (exitCode, output) = dossier.Verify(sm2Key: sm2.Public.ToString());

        exitCode.ShouldBe(ExitCode.Contradicted);
        output.ShouldContain("The checkpoint bears a false SM2 signature");
    }

    [Fact]
    public void Verify_WhenTheKeyIsAnother_ThenTheLineIsMissing()
    {
        var (exitCode, output) = Signed().Dossier.Verify(sm2Key: new Sm2Maker().Public.ToString());

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        output.ShouldContain("The checkpoint bears no signature of the SM2 key you gave");
    }

    [Fact]
    public void Judge_WhenTheSignatureIsNoSignature_ThenInvalid()
    {
        var sm2 = new Sm2Maker();
        var line = sm2.LineOf([1, 2, 3]);

        sm2.Public.Judge(SignedNote.Read($"a\n\n{line}")).ShouldBe(SignatureVerdict.Invalid);
    }

    [Fact]
    public void Read_WhenAKeyWasWritten_ThenItIsTheSame()
    {
        var key = new Sm2Maker().Public;

        Sm2NoteKey.Read(key.ToString()).ToString().ShouldBe(key.ToString());
    }

    [Theory]
    [InlineData(0, "no SM2 key of the form")]
    [InlineData(1, "no SM2 key of the form")]
    [InlineData(40, "not on the curve")]
    public void Read_WhenAByteDiffers_ThenItIsNoKey(int at, string why)
    {
        var parts = new Sm2Maker().Public.ToString().Split('+', 3);
        var bytes = Convert.FromBase64String(parts[2]);
        bytes[at] ^= 0x55;

        Should
            .Throw<FormatException>(() => Sm2NoteKey.Read($"{parts[0]}+{parts[1]}+{Convert.ToBase64String(bytes)}"))
            .Message.ShouldContain(why);
    }

    [Fact]
    public void Read_WhenTheIdIsAnothers_ThenItIsNoKey()
    {
        var parts = new Sm2Maker().Public.ToString().Split('+', 3);

        Should.Throw<FormatException>(() => Sm2NoteKey.Read($"other.example/log+{parts[1]}+{parts[2]}"));
        Should.Throw<FormatException>(() => NoteKey.Read(string.Join('+', parts)));
    }

    private static (ADossier Dossier, Sm2Maker Sm2) Signed()
    {
        var (dossier, sm2) = (ADossier.OfTwoObjects(), new Sm2Maker());
        dossier.Checkpoint += sm2.Line(dossier.Log.CheckpointText(9));
        return (dossier, sm2);
    }

    private sealed class Sm2Maker
    {
        private static readonly ECNamedDomainParameters Curve = new(
            GMObjectIdentifiers.sm2p256v1,
            GMNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1)
        );

        private readonly ECPrivateKeyParameters secret;

        public Sm2Maker()
        {
            var generator = new ECKeyPairGenerator();
            generator.Init(new ECKeyGenerationParameters(Curve, new SecureRandom()));
            var pair = generator.GenerateKeyPair();
            secret = (ECPrivateKeyParameters)pair.Private;
            Public = Sm2NoteKey.Of(Name, ((ECPublicKeyParameters)pair.Public).Q.GetEncoded(compressed: false));
        }

        public Sm2NoteKey Public { get; }

        public string Line(string text)
        {
            var message = Encoding.UTF8.GetBytes(text);
            var signer = new SM2Signer(StandardDsaEncoding.Instance, new SM3Digest());
            signer.Init(forSigning: true, new ParametersWithRandom(secret, new SecureRandom()));
            signer.BlockUpdate(message, 0, message.Length);
            return LineOf(signer.GenerateSignature());
        }

        public string LineOf(byte[] signature)
        {
            var bytes = new byte[4 + signature.Length];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, Public.Id);
            signature.CopyTo(bytes, 4);
            return $"— {Name} {Convert.ToBase64String(bytes)}\n";
        }
    }
}
