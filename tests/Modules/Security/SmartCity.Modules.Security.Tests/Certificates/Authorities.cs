using System.Collections.Concurrent;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.X509;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Certificates;

/// <summary>A root and an authority below it for each kind of key, made once: their keys are what takes time.</summary>
internal static class Authorities
{
    private static readonly ConcurrentDictionary<TestKey, Lazy<Task<TestAuthority>>> Made = new();

    /// <summary>The authority that issues to people; its issuer is the root.</summary>
    public static Task<TestAuthority> OfAsync(TestKey key) =>
        Made.GetOrAdd(key, one => new(() => MakeAsync(one))).Value;

    public static X509Certificate Read(TestCertificate certificate) =>
        CertificateText.ChainIn(certificate.Pem).ShouldNotBeNull().ShouldHaveSingleItem();

    public static IReadOnlyList<X509Certificate> ReadChain(TestCertificate certificate) =>
        CertificateText.ChainIn(certificate.Chain).ShouldNotBeNull();

    public static DatedAnchor AnchorOf(TestAuthority authority) =>
        new(Read((authority.Issuer ?? authority).Certificate), From: null, Until: null);

    /// <summary>The private key, for what OpenSSL refuses to do with it.</summary>
    public static AsymmetricKeyParameter PrivateKeyOf(TestCertificate certificate)
    {
        using var reader = new StreamReader(certificate.KeyFile);
        return new PemReader(reader).ReadObject() switch
        {
            AsymmetricCipherKeyPair pair => pair.Private,
            AsymmetricKeyParameter key => key,
            var other => throw new InvalidOperationException($"{other} is no key."),
        };
    }

    private static async Task<TestAuthority> MakeAsync(TestKey key) =>
        await (await TestAuthority.RootAsync(key)).BelowAsync();
}
