using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmartCity.Testing;

/// <summary>Certificates with their keys for both ends of TLS, made in the test's own process.</summary>
public static class TlsCertificates
{
    private const string ForServers = "1.3.6.1.5.5.7.3.1";
    private const string ForClients = "1.3.6.1.5.5.7.3.2";

    private static readonly DateTimeOffset Early = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Late = new(2049, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What Kestrel serves with on a loopback address: the files of the certificate and of its key.</summary>
    public static (string File, string KeyFile) ForLoopback()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = RequestFor("CN=127.0.0.1", key, ForServers);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(Early, Late);
        var folder = TestFolder.New();
        var (file, keyFile) = (Path.Combine(folder, "server.pem"), Path.Combine(folder, "server.key"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (file, keyFile);
    }

    /// <summary>The settings of a service with a listener for people, and one that asks for a certificate.</summary>
    public static IReadOnlyList<(string Key, string Value)> Listeners()
    {
        var (file, keyFile) = ForLoopback();
        return
        [
            ("Kestrel:Certificates:Default:Path", file),
            ("Kestrel:Certificates:Default:KeyPath", keyFile),
            ("Kestrel:Endpoints:Partners:Url", "https://127.0.0.1:0"),
            ("Kestrel:Endpoints:Partners:ClientCertificateMode", "AllowCertificate"),
            ("Kestrel:Endpoints:People:Url", "http://127.0.0.1:0"),
        ];
    }

    /// <summary>Signed by its own key. The same name, serial number and key are the same identity, whatever its days.</summary>
    public static X509Certificate2 OfClient(
        AsymmetricAlgorithm key,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null,
        byte serial = 7
    )
    {
        var request = RequestFor("CN=partner", key, ForClients);
        using var made = request.Create(
            request.SubjectName,
            key is RSA rsa
                ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
                : X509SignatureGenerator.CreateForECDsa((ECDsa)key),
            from ?? Early,
            until ?? Late,
            [serial]
        );
        return WithKey(made, key);
    }

    /// <summary>Issued by an authority that nobody here trusts.</summary>
    public static X509Certificate2 OfClientByAnAuthority(ECDsa key)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=authority", authorityKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = root.CreateSelfSigned(Early, Late);
        using var made = RequestFor("CN=partner", key, ForClients).Create(authority, Early, Late, [9]);
        return WithKey(made, key);
    }

    /// <summary>A client that shows this certificate where it is asked for one, over connections of its own.</summary>
    public static HttpClient ClientWith(Uri address, X509Certificate2? certificate, string? accessToken = null)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            // The server's certificate was made a moment ago; whose it is, is not what is tested.
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        if (certificate is not null)
        {
            handler.ClientCertificateOptions = ClientCertificateOption.Manual;
            handler.ClientCertificates.Add(certificate);
        }

        var client = new HttpClient(handler) { BaseAddress = address };
        if (accessToken is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
        }

        return client;
    }

    private static CertificateRequest RequestFor(string name, AsymmetricAlgorithm key, string purpose)
    {
        var request = key is RSA rsa
            ? new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(name, (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        return request;
    }

    private static X509Certificate2 WithKey(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
        key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);
}
