using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Modules.Security.Infrastructure.Keys;
using SmartCity.Modules.Security.Infrastructure.Tokens;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Keys;

/// <summary>Nothing in the keys folder is a key without the secret, and nothing opens but in its own place.</summary>
public sealed class KeyVaultTests
{
    private readonly string home = TestFolder.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(home, "keys");

    [Fact]
    public async Task Keys_WhenTheServiceHasUsedThem_ThenNoFileHoldsOneInPlain()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        await service.RegisterAsync(Given.Unit(), unit => Given.Account(unit));
        await service.SignIn.SignInAsync("unit.officer", Given.Password, Cancellation);

        var files = Directory.GetFiles(service.KeysFolder, "*", SearchOption.AllDirectories);
        var key = service.Services.GetRequiredService<TokenKeys>().Ring.Current;
        var secrets = new[]
        {
            PrivatePart(key),
            ((SymmetricSecurityKey)key.Encryption.Key).Key,
            Encoding.UTF8.GetBytes("masterKey"),
        };

        files
            .Count(file => file.EndsWith(KeyVault.Extension, StringComparison.Ordinal))
            .ShouldBeGreaterThanOrEqualTo(2);
        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(file, Cancellation);
            foreach (var secret in secrets)
            {
                content.AsSpan().IndexOf(secret).ShouldBe(-1, file);
            }
        }
    }

    [Fact]
    public void Open_WhenASealedFileLiesInAnothersPlace_ThenRefused()
    {
        var vault = Vault();
        var (one, two) = (Path.Combine(home, "000001.sealed"), Path.Combine(home, "000002.sealed"));
        vault.TryCreate(KeyVault.TokenKeys, one, "one"u8).ShouldBeTrue();
        vault.TryRead(KeyVault.TokenKeys, one).ShouldBe("one"u8.ToArray());

        File.Copy(one, two);

        ShouldNotOpen(() => vault.TryRead(KeyVault.TokenKeys, two));
        ShouldNotOpen(() => vault.TryRead(KeyVault.CookieKeys, one));
    }

    [Fact]
    public void Open_WhenAnyByteWasChanged_ThenRefused()
    {
        var seal = new KeySeal(RandomNumberGenerator.GetBytes(32));
        var content = seal.Seal("purpose", "name", "key"u8);

        for (var place = 0; place < content.Length; place++)
        {
            var changed = content.ToArray();
            changed[place] ^= 1;
            Should.Throw<CryptographicException>(() => seal.Open("purpose", "name", changed));
        }
    }

    [Fact]
    public void Seal_WhenTheSameIsSealedTwice_ThenNothingOfItIsTheSame()
    {
        var seal = new KeySeal(RandomNumberGenerator.GetBytes(32));

        var (one, two) = (seal.Seal("purpose", "name", "key"u8), seal.Seal("purpose", "name", "key"u8));

        one.AsSpan(^19..).SequenceEqual(two.AsSpan(^19..)).ShouldBeFalse();
        seal.Open("purpose", "name", two).ShouldBe("key"u8.ToArray());
    }

    [Fact]
    public void Open_WhenNoSecretIsNamed_ThenToldWhichSettingIsMissing() =>
        Should
            .Throw<CannotServeException>(() => new KeyVault(Folder, secretFile: null, makesSecret: false).Open())
            .Message.ShouldContain(KeysSecret.FileSetting);

    [Fact]
    public void Open_WhenInTheDemonstration_ThenItMakesItsOwnSecretOnce()
    {
        var file = Path.Combine(home, "own", "keys-secret");

        var first = TokenKeysOf(new(Folder, file, makesSecret: true)).Ring.Current;

        PrivatePart(TokenKeysOf(new(Folder, file, makesSecret: true)).Ring.Current).ShouldBe(PrivatePart(first));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Open_WhenTheSecretIsTooShort_ThenRefused() => ShouldRefuse("short", new string('x', 31), "32");

    [Fact]
    public void Open_WhenTheSecretLiesBesideTheKeys_ThenRefused()
    {
        Directory.CreateDirectory(Folder);

        ShouldRefuse("keys/secret", new string('x', 64), "keys folder");
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Open_WhenOthersMayReadTheSecret_ThenRefused()
    {
        var file = Path.Combine(home, "open");
        TestKeysSecret.Write(file, new string('x', 64));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Should
            .Throw<CannotServeException>(() => new KeyVault(Folder, file, makesSecret: false).Open())
            .Message.ShouldContain("chmod 600");
    }

    [Fact]
    public void Open_WhenTheSecretIsAnother_ThenRefusedAndNothingIsTakenOver()
    {
        Vault().Open();
        var another = Path.Combine(home, "another");
        TestKeysSecret.Write(another, new string('y', 64));

        Should
            .Throw<CannotServeException>(() => new KeyVault(Folder, another, makesSecret: false).Open())
            .Message.ShouldContain("not the secret");

        Vault().Open();
    }

    [Fact]
    public async Task Open_WhenAnOlderReleaseLeftPlainKeys_ThenTakenOverAndNoneIsLeft()
    {
        var (signing, encryption, cookies) = await LeavePlainKeysAsync();

        var ring = TokenKeysOf(Vault()).Ring;

        PrivatePart(ring.Current).ShouldBe(PrivatePart(signing));
        ((SymmetricSecurityKey)ring.Current.Encryption.Key).Key.ShouldBe(encryption);
        new SealedCookieKeys(Vault()).GetAllElements().Single().Value.ShouldBe(cookies);
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var content = await File.ReadAllBytesAsync(file, Cancellation);
            content.AsSpan().IndexOf(PrivatePart(signing)).ShouldBe(-1, file);
            content.AsSpan().IndexOf(encryption).ShouldBe(-1, file);
            content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(cookies)).ShouldBe(-1, file);
        }

        // An older program fails on what is left in the place of its key, and makes none of its own.
        using var older = ECDsa.Create();
        var left = await File.ReadAllBytesAsync(Path.Combine(Folder, "token-signing.pkcs8"), Cancellation);
        Should.Throw<CryptographicException>(() => older.ImportPkcs8PrivateKey(left, out _));
    }

    [Fact]
    public async Task Open_WhenATakeOverWasInterrupted_ThenDoneAgainAndTheKeyIsTheSame()
    {
        var (signing, _, _) = await LeavePlainKeysAsync();
        var plain = Directory
            .GetFiles(Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, File.ReadAllBytes);
        var check = Path.Combine(Folder, "secret-check");
        Vault().Open();
        // As after a crash: sealed keys are there, and so are the plain ones.
        File.Delete(check);
        foreach (var (file, content) in plain)
        {
            await File.WriteAllBytesAsync(file, content, Cancellation);
        }

        var ring = TokenKeysOf(Vault()).Ring;

        PrivatePart(ring.Keys.ShouldHaveSingleItem()).ShouldBe(PrivatePart(signing));
        new SealedCookieKeys(Vault()).GetAllElements().Count.ShouldBe(1);
        File.Exists(Path.Combine(Folder, "token-encryption.key")).ShouldBeFalse();
    }

    [Fact]
    public async Task Open_WhenSomebodyPutsPlainKeysThereLater_ThenNotTrusted()
    {
        var before = TokenKeysOf(Vault()).Ring.Current;

        var (planted, _, _) = await LeavePlainKeysAsync();

        var ring = TokenKeysOf(Vault()).Ring;
        PrivatePart(ring.Keys.ShouldHaveSingleItem()).ShouldBe(PrivatePart(before));
        PrivatePart(before).ShouldNotBe(PrivatePart(planted));
        new SealedCookieKeys(Vault()).GetAllElements().ShouldBeEmpty();
    }

    [Fact]
    public async Task Reseal_WhenItWasInterrupted_ThenDoneAgainAndOnlyTheNewSecretOpens()
    {
        var evidence = Path.Combine(home, "evidence-log.key");
        await LeavePlainKeysAsync();
        var before = TokenKeysOf(Vault()).Ring.Current;
        new EvidenceKey(evidence, Vault()).Make("city.example/log");
        var publicKey = EvidencePublicKey(evidence, Vault());
        var evidenceSm2 = Path.Combine(home, "evidence-log-sm2.key");
        var sm2PublicKey = new Sm2Key(evidenceSm2, Vault()).PublicKeyOf("city.example/log");
        var file = Path.Combine(home, "new-secret");
        TestKeysSecret.Write(file, new string('n', 64));
        var seal = KeysSecret.Read(file, Folder);
        // As after an interruption: one key is done, and the folder is still the old secret's.
        var first = Directory.GetFiles(Path.Combine(Folder, KeyVault.TokenKeys)).Single();
        var name = Path.GetFileName(first);
        KeyFile.Replace(first, seal.Seal(KeyVault.TokenKeys, name, Vault().TryRead(KeyVault.TokenKeys, first)));
        Vault().Open();

        Vault().Reseal(seal, (KeyVault.EvidenceLog, evidence), (KeyVault.EvidenceSm2, evidenceSm2)).ShouldBe(4);

        var renewed = new KeyVault(Folder, file, makesSecret: false);
        PrivatePart(TokenKeysOf(renewed).Ring.Current).ShouldBe(PrivatePart(before));
        new SealedCookieKeys(renewed).GetAllElements().Count.ShouldBe(1);
        EvidencePublicKey(evidence, renewed).ShouldBe(publicKey);
        new Sm2Key(evidenceSm2, renewed).PublicKeyOf("city.example/log").ShouldBe(sm2PublicKey);
        Should.Throw<CannotServeException>(() => Vault().Open()).Message.ShouldContain("not the secret");
    }

    [Fact]
    public async Task EvidenceKey_WhenItWasPlain_ThenSealedWhenFirstReadAndStillTheSame()
    {
        const string Plain = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n";
        var file = Path.Combine(home, "evidence-log.key");
        await File.WriteAllTextAsync(file, Plain, Cancellation);

        EvidencePublicKey(file, Vault()).ShouldBe("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

        (await File.ReadAllTextAsync(file, Cancellation)).ShouldNotContain("AYEKFALVFGyNhPJEMzD1QIDr");
        EvidencePublicKey(file, Vault()).ShouldStartWith("PeterNeumann+c74f20a3+");
    }

    internal static TokenKeys TokenKeysOf(KeyVault vault, TimeProvider? time = null) =>
        new(
            vault,
            new(TimeSpan.FromDays(90), TimeSpan.FromMinutes(30), TimeSpan.FromDays(14)),
            time ?? TimeProvider.System,
            NullLogger<TokenKeys>.Instance
        );

    internal static byte[] PrivatePart(TokenKey key) => PrivatePart(((ECDsaSecurityKey)key.Signing.Key).ECDsa);

    private static byte[] PrivatePart(ECDsa key) => key.ExportParameters(includePrivateParameters: true).D!;

    private static string EvidencePublicKey(string file, KeyVault vault) => new EvidenceKey(file, vault).PublicKey;

    private static void ShouldNotOpen(Action read) =>
        Should.Throw<CannotServeException>(read).Message.ShouldContain("does not open");

    private KeyVault Vault() => new(Folder, TestKeysSecret.In(home), makesSecret: false);

    private void ShouldRefuse(string name, string secret, string words)
    {
        var file = Path.Combine(home, name);
        TestKeysSecret.Write(file, secret);

        var refused = Should.Throw<CannotServeException>(() => new KeyVault(Folder, file, makesSecret: false).Open());

        refused.IsSetting.ShouldBeTrue();
        refused.Message.ShouldContain(words);
        refused.Lines[0].Chinese.ShouldContain(KeysSecret.FileSetting);
    }

    /// <summary>What a release before sealing keeps in its keys folder.</summary>
    private async Task<(ECDsa Signing, byte[] Encryption, string Cookies)> LeavePlainKeysAsync()
    {
        var cookies = Path.Combine(Folder, "data-protection");
        Directory.CreateDirectory(cookies);
        var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var encryption = RandomNumberGenerator.GetBytes(32);
        var cookieKey = RandomNumberGenerator.GetHexString(64);
        await File.WriteAllBytesAsync(
            Path.Combine(Folder, "token-signing.pkcs8"),
            signing.ExportPkcs8PrivateKey(),
            Cancellation
        );
        await File.WriteAllBytesAsync(Path.Combine(Folder, "token-encryption.key"), encryption, Cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(cookies, "key-0b9dbb8e-0f3a-4d0f-8c1c-5a6a6f0e7a11.xml"),
            $"<key id=\"0b9dbb8e-0f3a-4d0f-8c1c-5a6a6f0e7a11\"><masterKey>{cookieKey}</masterKey></key>",
            Cancellation
        );
        return (signing, encryption, cookieKey);
    }
}
