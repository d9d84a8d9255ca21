using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Tests;

public sealed class NoteTests
{
    // The examples of C2SP signed-note, and of Go's package golang.org/x/mod/sumdb/note.
    private const string SpecificationKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string SpecificationNote =
        "This is an example message.\n\n"
        + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private const string GoKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string GoNote =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
        + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    [Theory]
    [InlineData(SpecificationKey, SpecificationNote)]
    [InlineData(GoKey, GoNote)]
    public void Judge_WhenANoteWasSignedByAnotherImplementation_ThenIsValid(string key, string note) =>
        NoteKey.Read(key).Judge(SignedNote.Read(note)).Verdict.ShouldBe(SignatureVerdict.Valid);

    [Theory]
    [InlineData(SpecificationKey, SpecificationNote)]
    [InlineData(GoKey, GoNote)]
    public void Judge_WhenOneLetterOfTheTextDiffers_ThenIsInvalid(string key, string note) =>
        NoteKey.Read(key).Judge(SignedNote.Read('X' + note[1..])).Verdict.ShouldBe(SignatureVerdict.Invalid);

    [Fact]
    public void Judge_WhenTheNoteBearsOthersSignaturesOnly_ThenIsAbsent() =>
        NoteKey.Read(GoKey).Judge(SignedNote.Read(SpecificationNote)).Verdict.ShouldBe(SignatureVerdict.Absent);

    [Fact]
    public void ToString_WhenAKeyWasRead_ThenWritesItAsItStood() => NoteKey.Read(GoKey).ToString().ShouldBe(GoKey);

    [Theory]
    [InlineData("PeterNeumann")]
    [InlineData("PeterNeumann+c74f20a3")]
    // Another id than the key's.
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    // Another name, to which the id does not belong.
    [InlineData("PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T")]
    // An algorithm that nobody knows.
    [InlineData("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    public void Read_WhenAKeyIsMalformed_ThenSaysSo(string key) =>
        Should.Throw<FormatException>(() => NoteKey.Read(key));

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n- name AAAAAAAAAAA=\n")]
    [InlineData("text\n\n— na+me AAAAAAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAAAAAA=")]
    [InlineData("te\rxt\n\n— name AAAAAAAAAAA=\n")]
    // A second spelling of the same bytes.
    [InlineData("text\n\n— name AAAAAAAAAAB=\n")]
    [InlineData("text\n\n— name AAAAAAAA AAA=\n")]
    public void Read_WhenANoteIsMalformed_ThenSaysSo(string note) =>
        Should.Throw<FormatException>(() => SignedNote.Read(note));

    [Fact]
    public void Read_WhenTheTextHoldsEmptyLines_ThenTheLastOneDivides()
    {
        var note = SignedNote.Read("a\n\nb\n\n— name AAAAAAAAAAA=\n");

        note.Text.ShouldBe("a\n\nb\n");
        note.Signatures.ShouldHaveSingleItem().KeyName.ShouldBe("name");
    }

    [Fact]
    public void Judge_WhenAWitnessCosigned_ThenTellsTheTimeAndHoldsForThatTimeOnly()
    {
        var witness = new Signer("witness.example/w1", NoteKeyType.Cosignature) { Time = 1_679_315_147 };
        var log = new ALog { Leaves = { new byte[] { 1 } } };
        var note = log.Checkpoint(1, witness);

        witness.Public.Judge(SignedNote.Read(note)).ShouldBe((SignatureVerdict.Valid, 1_679_315_147UL));

        var line = SignedNote.Read(note).Signatures[1];
        line.Signature[7] ^= 1;
        witness
            .Public.Judge(
                SignedNote.Read(
                    $"{log.CheckpointText(1)}\n{SignedNote.SignatureLine(witness.Public, line.Signature)}\n"
                )
            )
            .Verdict.ShouldBe(SignatureVerdict.Invalid);
    }

    [Fact]
    public void CosignedMessage_WhenWritten_ThenIsThatOfTheSpecification() =>
        System
            .Text.Encoding.UTF8.GetString(
                NoteKey.CosignedMessage(
                    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                    1679315147
                )
            )
            .ShouldBe(
                "cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
            );

    [Theory]
    [InlineData("origin\n1\n")]
    [InlineData("origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n")]
    [InlineData("origin\n1\nAAAA\n")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    public void Read_WhenANoteIsNoCheckpoint_ThenSaysSo(string text) =>
        Should.Throw<FormatException>(() => Checkpoint.Read(new SignedNote(text, [])));

    [Theory]
    [InlineData("quorum both", true, true, true)]
    [InlineData("quorum both", true, false, false)]
    [InlineData("quorum one", false, true, true)]
    [InlineData("quorum one", false, false, false)]
    [InlineData("quorum B", true, false, false)]
    [InlineData("quorum none", false, false, true)]
    public void IsMetBy_WhenAPolicyAsksForAQuorum_ThenCountsTheWitnessesSeen(string quorum, bool a, bool b, bool met)
    {
        var policy = TrustPolicy.Read(
            $"# who is believed\nlog {new ALog().Key.Public}\n\nwitness A {WitnessKey("a")} https://a.example\n"
                + $"witness\tB {WitnessKey("b")}\ngroup one any A B\ngroup both 2 A B\n{quorum}\n"
        );

        policy.IsMetBy([.. new[] { a ? "A" : "", b ? "B" : "" }]).ShouldBe(met);
    }

    [Theory]
    [InlineData("log {log}\n")]
    [InlineData("log {witness}\nquorum none\n")]
    [InlineData("witness A {log}\nquorum none\n")]
    [InlineData("group G any A\nquorum G\n")]
    [InlineData("witness A {witness}\ngroup G 2 A\nquorum G\n")]
    [InlineData("witness A {witness}\nwitness A {witness}\nquorum A\n")]
    [InlineData("quorum none\nquorum none\n")]
    [InlineData("believe everybody\n")]
    public void Read_WhenAPolicyIsMalformed_ThenSaysSo(string text) =>
        Should.Throw<FormatException>(() =>
            TrustPolicy.Read(text.Replace("{log}", $"{new ALog().Key.Public}").Replace("{witness}", WitnessKey("w")))
        );

    private static string WitnessKey(string name) => new Signer(name, NoteKeyType.Cosignature).Public.ToString();
}
