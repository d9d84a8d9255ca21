using System.Text;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>What signs by SM2 is checked by OpenSSL here, and never by our own code on both sides.</summary>
public sealed class Sm2LineTests
{
    private const string Origin = "city.example/evidence";
    private const string SignatureType = "smartcity.evidence/sm2-sm3/v1";

    // SubjectPublicKeyInfo of id-ecPublicKey on sm2p256v1; the point follows (GM/T 0010).
    private static readonly byte[] SubjectPublicKeyInfo = Convert.FromHexString(
        "3059301306072A8648CE3D020106082A811CCF5501822D034200"
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sign_WhenAnSm2LineIsConfigured_ThenOpenSslVerifiesItAndNothingElse()
    {
        var file = Path.Combine(TestFolder.New(), "evidence-log.key");
        var key = WithSm2(file);
        key.Make(Origin);
        const string Text = "city.example/evidence\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

        var note = key.Sign(Text);

        note.ShouldStartWith($"{Text}\n— {Origin} ");
        key.HasSigned(note).ShouldBeTrue();
        (await VerifiesAsync(key, note, Text)).ShouldBeTrue();
        (await VerifiesAsync(key, note, Text.Replace("\n1\n", "\n2\n", StringComparison.Ordinal))).ShouldBeFalse();
    }

    [Fact]
    public void PublicKey_WhenWritten_ThenItsIdIsThatOfSignedNoteForATypeOfOnesOwn()
    {
        var file = Path.Combine(TestFolder.New(), "evidence-log.key");
        var key = WithSm2(file);
        key.Make(Origin);

        var (name, id, bytes) = Parts(key);

        name.ShouldBe(Origin);
        bytes[0].ShouldBe((byte)0xFF);
        Encoding.ASCII.GetString(bytes[1..^65]).ShouldBe(SignatureType);
        bytes[^65].ShouldBe((byte)0x04);
        var hash = System.Security.Cryptography.SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Origin}\n"), .. bytes]);
        id.ShouldBe(Convert.ToHexStringLower(hash)[..8]);
        LineOf(key, key.Sign("a\n"))[..4].ShouldBe(hash[..4]);
    }

    [Fact]
    public void Key_WhenReadByAnotherInstance_ThenItIsTheSameAndLiesSealed()
    {
        var file = Path.Combine(TestFolder.New(), "evidence-log.key");
        var key = WithSm2(file);
        key.Make(Origin);

        WithSm2(file).Sm2PublicKey.ShouldBe(key.Sm2PublicKey);

        File.ReadAllBytes(Sm2FileOf(file)).AsSpan().StartsWith("smartcity-sealed-1\n"u8).ShouldBeTrue();
    }

    [Fact]
    public void Sign_WhenNoneIsConfigured_ThenThereIsOneLineOnly()
    {
        var key = EvidenceLogTests.KeyIn(Path.Combine(TestFolder.New(), "evidence-log.key"));
        key.Make(Origin);

        key.Sm2PublicKey.ShouldBeNull();
        key.Sign("a\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    // The log goes on where the line is switched on or off between: its identity is the other key.
    [Theory]
    [EveryDatabase]
    public async Task Sequence_WhenTheLineIsSwitchedOn_ThenTheLogGoesOnAndTheCheckpointFits(DatabaseKind kind)
    {
        var file = Path.Combine(TestFolder.New(), "evidence-log.key");
        await using var host = await EvidenceLogTests.OpenAsync(kind, file: file);
        await EvidenceLogTests.ActAsync(host, from: 1, count: 1);
        await EvidenceLogTests.SequenceAsync(host);
        var signed = WithSm2(file);
        await host.InDatabaseAsync(
            (SecurityDb database) =>
                new EvidenceLog(database, signed, TimeProvider.System).AppendAsync(
                    [new("security", Guid.Parse("01980000-0000-7000-8000-00000000aaaa"), "unit", "x", 1, "{}")],
                    Cancellation
                )
        );
        await EvidenceLogTests.ActAsync(host, from: 2, count: 1);
        await EvidenceLogTests.SequenceAsync(host);

        var notes = await host.InDatabaseAsync(
            (SecurityDb database) =>
                database.LogCheckpoints.OrderBy(one => one.Size).Select(one => one.Note).ToListAsync(Cancellation)
        );
        notes.Count.ShouldBe(3);
        notes.ShouldAllBe(note => signed.HasSigned(note));
        (
            await VerifiesAsync(signed, notes[1], notes[1][..(notes[1].IndexOf("\n\n", StringComparison.Ordinal) + 1)])
        ).ShouldBeTrue();
    }

    private static string Sm2FileOf(string file) => $"{file}.sm2";

    private static EvidenceKey WithSm2(string file)
    {
        var vault = EvidenceLogTests.VaultOf(file);
        return new(file, vault, new Sm2Key(Sm2FileOf(file), vault));
    }

    private static (string Name, string Id, byte[] Key) Parts(EvidenceKey key)
    {
        var parts = key.Sm2PublicKey!.Split('+', 3);
        return (parts[0], parts[1], Convert.FromBase64String(parts[2]));
    }

    /// <returns>The bytes of the second signature line.</returns>
    private static byte[] LineOf(EvidenceKey key, string note)
    {
        var line = note.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        return Convert.FromBase64String(line[$"— {key.Origin} ".Length..]);
    }

    private static async Task<bool> VerifiesAsync(EvidenceKey key, string note, string text)
    {
        var folder = TestFolder.New();
        var (publicKey, signature, message) = (
            Path.Combine(folder, "key.der"),
            Path.Combine(folder, "signature"),
            Path.Combine(folder, "text")
        );
        await File.WriteAllBytesAsync(publicKey, [.. SubjectPublicKeyInfo, .. Parts(key).Key[^65..]], Cancellation);
        await File.WriteAllBytesAsync(signature, LineOf(key, note)[4..], Cancellation);
        await File.WriteAllTextAsync(message, text, Cancellation);
        try
        {
            await OpenSsl.RunAsync(
                "pkeyutl",
                "-verify",
                "-pubin",
                "-keyform",
                "DER",
                "-inkey",
                publicKey,
                "-rawin",
                "-digest",
                "sm3",
                "-pkeyopt",
                "distid:1234567812345678",
                "-in",
                message,
                "-sigfile",
                signature
            );
            return true;
        }
        catch (InvalidOperationException refused) when (refused.Message.Contains("pkeyutl", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
