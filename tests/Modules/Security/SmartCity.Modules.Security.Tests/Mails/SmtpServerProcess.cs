using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmartCity.Modules.Security.Infrastructure.Mails;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Mails;

/// <summary>
/// A real mail server in a process of its own (the Debian package <c>python3-aiosmtpd</c>), on a loopback port: it can be
/// stopped and started again, and keeps what it took in files.
/// </summary>
internal sealed class SmtpServerProcess : IAsyncDisposable
{
    // The distribution's own interpreter: its packages are installed for no other.
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);

    private readonly string folder = TestFolder.New();
    private readonly string[] certificate;
    private Process? process;
    private ProcessGuard? guard;

    private SmtpServerProcess(string[] certificate) => this.certificate = certificate;

    public int Port { get; } = ServiceProcess.FreePort();

    public SmtpSettings Settings =>
        new(
            "127.0.0.1",
            Port,
            "smartcity@example.gov.cn",
            UserName: null,
            PasswordFile: null,
            SmtpTls.None,
            TimeSpan.FromSeconds(20)
        );

    public IReadOnlyList<MimeMessage> Mails =>
        [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))];

    /// <summary>Each attempt to sign in, as <c>user:password</c>.</summary>
    public IReadOnlyList<string> SignIns =>
        Path.Combine(folder, "sign-ins") is var file && File.Exists(file) ? File.ReadAllLines(file) : [];

    public static async Task<SmtpServerProcess> StartAsync(bool withTls = false)
    {
        var server = new SmtpServerProcess(withTls ? SelfSigned() : []);
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo(Python)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(Path.GetDirectoryName(Here())!, "smtp_server.py"));
        start.ArgumentList.Add($"{Port}");
        start.ArgumentList.Add(folder);
        foreach (var file in certificate)
        {
            start.ArgumentList.Add(file);
        }

        process = Process.Start(start)!;
        guard = new(process);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(ReadyWithin);
        var said = await process.StandardOutput.ReadLineAsync(deadline.Token);
        if (said != "ready")
        {
            throw new InvalidOperationException(
                $"The mail server did not start. Is the package python3-aiosmtpd installed? {await process.StandardError.ReadToEndAsync(deadline.Token)}"
            );
        }
    }

    /// <summary>Takes it away as a power failure does.</summary>
    public async Task StopAsync()
    {
        if (process is null)
        {
            return;
        }

        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        await guard!.DisposeAsync();
        process.Dispose();
        (process, guard) = (null, null);
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static string[] SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        var folder = TestFolder.New();
        string[] files = [Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem")];
        File.WriteAllText(files[0], certificate.ExportCertificatePem());
        File.WriteAllText(files[1], key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
