using System.Diagnostics;
using System.Globalization;

namespace SmartCity.Testing;

/// <summary>A key and the certificate to it, in files.</summary>
/// <param name="Issuer">The authority that issued it; null for a root.</param>
public sealed record TestCertificate(TestKey Kind, string KeyFile, string File, TestAuthority? Issuer)
{
    public string Pem => System.IO.File.ReadAllText(File);

    /// <summary>With the authorities between it and the root, as a client sends it.</summary>
    public string Chain => Issuer is { Issuer: not null } between ? Pem + between.Certificate.Chain : Pem;

    public Task<string> SignAsync(string text, params string[] options) =>
        OpenSsl.SignAsync(Kind, KeyFile, text, digest: null, options);
}

/// <summary>What a test wants otherwise than in a good certificate of a person.</summary>
public sealed record CertificateWish
{
    public string Name { get; init; } = "Person";

    public TestKey? Key { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Lines of OpenSSL's <c>x509v3_config</c>.</summary>
    public IReadOnlyList<string> Extensions { get; init; } =
    ["basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature", "extendedKeyUsage=clientAuth"];
}

/// <summary>A certificate authority of <c>openssl ca</c>, with a register, a list of what it revoked and a responder.</summary>
public sealed class TestAuthority : IAsyncDisposable
{
    public static readonly string[] OfAuthority =
    [
        "basicConstraints=critical,CA:TRUE",
        "keyUsage=critical,keyCertSign,cRLSign",
        "subjectKeyIdentifier=hash",
    ];

    private static readonly string[] OfResponder =
    [
        "keyUsage=critical,digitalSignature",
        "extendedKeyUsage=OCSPSigning",
    ];
    private static readonly DateTimeOffset Early = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Late = new(2049, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);

    private readonly string folder = TestFolder.New();
    private readonly TestKey kind;
    private Process? responder;
    private ProcessGuard? guard;

    private TestAuthority(TestKey kind, TestAuthority? issuer)
    {
        (this.kind, Issuer) = (kind, issuer);
        Certificate = new(kind, In("ca.key"), In("ca.pem"), issuer);
    }

    public TestAuthority? Issuer { get; }

    public TestCertificate Certificate { get; private set; }

    /// <summary>Where its certificates say that it can be asked; null leaves it out of them.</summary>
    public string? OcspAddress { get; set; }

    /// <inheritdoc cref="OcspAddress"/>
    public string? ListAddress { get; set; }

    public static async Task<TestAuthority> RootAsync(TestKey kind, CertificateWish? wish = null)
    {
        var root = new TestAuthority(kind, issuer: null);
        await root.PrepareAsync(wish ?? new() { Name = "Root" });
        var request = await RequestAsync(root.Certificate.KeyFile, kind, wish?.Name ?? "Root");
        await root.CertifyAsync(
            request,
            root.Certificate.File,
            wish ?? new() { Name = "Root", Extensions = OfAuthority },
            kind,
            isItself: true
        );
        return root;
    }

    /// <summary>An authority below this one.</summary>
    public async Task<TestAuthority> BelowAsync(CertificateWish? wish = null, TestKey? key = null)
    {
        wish ??= new() { Name = "Intermediate", Extensions = OfAuthority };
        var below = new TestAuthority(key ?? kind, this);
        await below.PrepareAsync(wish);
        var request = await RequestAsync(below.Certificate.KeyFile, key ?? kind, wish.Name);
        await CertifyAsync(
            request,
            below.Certificate.File,
            wish with
            {
                Extensions = [.. wish.Extensions, .. WhereToAsk()],
            },
            key ?? kind
        );
        return below;
    }

    public async Task<TestCertificate> IssueAsync(CertificateWish? wish = null)
    {
        wish ??= new();
        var key = wish.Key ?? kind;
        var place = TestFolder.New();
        var certificate = new TestCertificate(
            key,
            Path.Combine(place, "person.key"),
            Path.Combine(place, "person.pem"),
            this
        );
        await OpenSsl.MakeKeyAsync(key, certificate.KeyFile);
        await CertifyAsync(
            await RequestAsync(certificate.KeyFile, key, wish.Name),
            certificate.File,
            wish with
            {
                Extensions = [.. wish.Extensions, .. WhereToAsk()],
            },
            key
        );
        return certificate;
    }

    /// <param name="reason">By OpenSSL's name, which is RFC 5280's.</param>
    public Task RevokeAsync(TestCertificate certificate, string reason = "keyCompromise") =>
        OpenSsl.RunAsync("ca", "-config", In("ca.cnf"), "-revoke", certificate.File, "-crl_reason", reason);

    /// <summary>A list of what was revoked so far, for an hour from now or for the given time.</summary>
    public async Task<byte[]> ListAsync(DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var file = Path.Combine(TestFolder.New(), "list.pem");
        await OpenSsl.RunAsync([
            "ca",
            "-config",
            In("ca.cnf"),
            "-gencrl",
            "-out",
            file,
            .. OpenSsl.SignerOption(kind, "-sigopt"),
            .. from is { } first ? ["-crl_lastupdate", Written(first)] : Array.Empty<string>(),
            .. until is { } last ? ["-crl_nextupdate", Written(last)] : Array.Empty<string>(),
        ]);
        return await File.ReadAllBytesAsync(file);
    }

    /// <summary>Starts the responder at its address. It has read the register then, and reads it again when it is started again.</summary>
    /// <param name="by">Who signs its answers; null for one to whom this authority has delegated it.</param>
    public async Task StartResponderAsync(TestCertificate? by = null)
    {
        var signer = by ?? await IssueAsync(new() { Name = "Responder", Extensions = OfResponder });
        responder = Process.Start(
            OpenSsl.StartOf([
                "ocsp",
                "-port",
                new Uri(OcspAddress!).Port.ToString(CultureInfo.InvariantCulture),
                "-index",
                In("index.txt"),
                "-CA",
                Certificate.File,
                "-rsigner",
                signer.File,
                "-rkey",
                signer.KeyFile,
                "-rmd",
                OpenSsl.DigestOf(signer.Kind),
                .. OpenSsl.SignerOption(signer.Kind, "-rsigopt"),
                "-nmin",
                "5",
                "-ignore_err",
            ])
        )!;
        guard = new(responder);
        using var deadline = new CancellationTokenSource(ReadyWithin);
        while (await responder.StandardError.ReadLineAsync(deadline.Token) is { } line)
        {
            if (line.Contains("waiting for OCSP client connections", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("The OCSP responder did not start.");
    }

    public async Task StopResponderAsync()
    {
        if (responder is null)
        {
            return;
        }

        responder.Kill();
        await responder.WaitForExitAsync();
        await guard!.DisposeAsync();
        responder.Dispose();
        (responder, guard) = (null, null);
    }

    public async ValueTask DisposeAsync() => await StopResponderAsync();

    private IEnumerable<string> WhereToAsk()
    {
        if (OcspAddress is not null)
        {
            yield return $"authorityInfoAccess=OCSP;URI:{OcspAddress}";
        }

        if (ListAddress is not null)
        {
            yield return $"crlDistributionPoints=URI:{ListAddress}";
        }
    }

    private async Task PrepareAsync(CertificateWish wish)
    {
        Directory.CreateDirectory(In("issued"));
        await File.WriteAllTextAsync(In("index.txt"), "");
        await File.WriteAllTextAsync(In("serial"), "1000\n");
        await File.WriteAllTextAsync(In("crlnumber"), "01\n");
        await File.WriteAllTextAsync(
            In("ca.cnf"),
            $"""
            [ca]
            default_ca = this
            [this]
            database = {In("index.txt")}
            serial = {In("serial")}
            crlnumber = {In("crlnumber")}
            new_certs_dir = {In("issued")}
            certificate = {In("ca.pem")}
            private_key = {In("ca.key")}
            default_md = {OpenSsl.DigestOf(kind)}
            policy = any
            unique_subject = no
            default_crl_hours = 1
            [any]
            commonName = supplied

            """
        );
        await OpenSsl.MakeKeyAsync(wish.Key ?? kind, Certificate.KeyFile);
    }

    private static async Task<string> RequestAsync(string keyFile, TestKey key, string name)
    {
        var file = Path.Combine(TestFolder.New(), "request.pem");
        await OpenSsl.RunAsync([
            "req",
            "-new",
            "-key",
            keyFile,
            "-subj",
            $"/CN={name}",
            $"-{OpenSsl.DigestOf(key)}",
            .. OpenSsl.SignerOption(key, "-sigopt"),
            "-out",
            file,
        ]);
        return file;
    }

    private async Task CertifyAsync(
        string request,
        string file,
        CertificateWish wish,
        TestKey requestedBy,
        bool isItself = false
    )
    {
        var extensions = Path.Combine(TestFolder.New(), "extensions.cnf");
        await File.WriteAllTextAsync(extensions, $"[wished]\n{string.Join('\n', wish.Extensions)}\n");
        await OpenSsl.RunAsync([
            "ca",
            "-batch",
            "-notext",
            "-config",
            In("ca.cnf"),
            .. isItself ? ["-selfsign"] : Array.Empty<string>(),
            "-in",
            request,
            "-out",
            file,
            "-startdate",
            Written(wish.NotBefore ?? Early),
            "-enddate",
            Written(wish.NotAfter ?? Late),
            "-extfile",
            extensions,
            "-extensions",
            "wished",
            .. OpenSsl.SignerOption(kind, "-sigopt"),
            .. OpenSsl.SignerOption(requestedBy, "-vfyopt"),
        ]);
    }

    private string In(string name) => Path.Combine(folder, name);

    private static string Written(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
}
