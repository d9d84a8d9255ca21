using System.Diagnostics;

namespace SmartCity.Testing;

/// <summary>The keys that authorities and people have in tests.</summary>
public enum TestKey
{
    Rsa,
    RsaTooShort,
    EcdsaP256,
    EcdsaP384,
    Sm2,
}

/// <summary>The machine's own <c>openssl</c>, each time as a process: what the service reads was made by another hand.</summary>
public static class OpenSsl
{
    /// <summary>What a signer of SM2 without a name of his own is called (GM/T 0009).</summary>
    private const string Sm2Signer = "distid:1234567812345678";

    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(StartOf(arguments))!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var (told, fault) = (await output, await errors);
        return process.ExitCode == 0
            ? told
            : throw new InvalidOperationException($"openssl {string.Join(' ', arguments)}: {fault}");
    }

    public static ProcessStartInfo StartOf(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("openssl")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Makes a private key in a file.</summary>
    public static Task MakeKeyAsync(TestKey key, string file) =>
        key switch
        {
            TestKey.Rsa => RunAsync("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", file),
            TestKey.RsaTooShort => RunAsync(
                "genpkey",
                "-algorithm",
                "RSA",
                "-pkeyopt",
                "rsa_keygen_bits:1024",
                "-out",
                file
            ),
            TestKey.EcdsaP256 => MakeCurveKeyAsync("P-256", file),
            TestKey.EcdsaP384 => MakeCurveKeyAsync("P-384", file),
            TestKey.Sm2 => RunAsync("genpkey", "-algorithm", "SM2", "-out", file),
            _ => throw new ArgumentOutOfRangeException(nameof(key)),
        };

    /// <summary>The digest that a key signs with.</summary>
    public static string DigestOf(TestKey key) =>
        key switch
        {
            TestKey.EcdsaP384 => "sha384",
            TestKey.Sm2 => "sm3",
            _ => "sha256",
        };

    /// <summary>The option that names the signer of SM2, where it is one.</summary>
    public static string[] SignerOption(TestKey key, string option) => key == TestKey.Sm2 ? [option, Sm2Signer] : [];

    /// <summary>Signs a text as the middleware of a key would.</summary>
    /// <param name="digest">Null for the one that the key usually signs with.</param>
    /// <param name="options">Further ones of <c>openssl pkeyutl</c>, each behind a <c>-pkeyopt</c>.</param>
    /// <returns>The signature in base64.</returns>
    public static async Task<string> SignAsync(
        TestKey key,
        string keyFile,
        string text,
        string? digest = null,
        params string[] options
    )
    {
        var folder = TestFolder.New();
        var (signed, signature) = (Path.Combine(folder, "signed"), Path.Combine(folder, "signature"));
        await File.WriteAllTextAsync(signed, text);
        await RunAsync([
            "pkeyutl",
            "-sign",
            "-rawin",
            "-digest",
            digest ?? DigestOf(key),
            .. SignerOption(key, "-pkeyopt"),
            .. options.SelectMany(option => new[] { "-pkeyopt", option }),
            "-inkey",
            keyFile,
            "-in",
            signed,
            "-out",
            signature,
        ]);
        return Convert.ToBase64String(await File.ReadAllBytesAsync(signature));
    }

    private static Task<string> MakeCurveKeyAsync(string curve, string file) =>
        RunAsync("genpkey", "-algorithm", "EC", "-pkeyopt", $"ec_paramgen_curve:{curve}", "-out", file);
}
