using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Results;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// Mutual TLS for partners' systems, on the listeners that ask for a certificate. They ask and do not demand, and no other
/// listener asks: a browser that is asked shows people a choice which they cannot make.
/// </summary>
internal static class MutualTls
{
    public const string AddressSetting = "Security:MutualTlsAddress";

    private const string Endpoints = "Kestrel:Endpoints";
    private const string Mode = "ClientCertificateMode";
    private const string ModeForAll = "Kestrel:EndpointDefaults:ClientCertificateMode";

    private static readonly string[] Modes =
    [
        nameof(ClientCertificateMode.NoCertificate),
        nameof(ClientCertificateMode.AllowCertificate),
    ];

    /// <exception cref="CannotServeException">One or more settings are wrong.</exception>
    public static void AddMutualTls(this IServiceCollection services, IConfiguration configuration)
    {
        Check(configuration);
        if (!IsOffered(configuration))
        {
            return;
        }

        // What a certificate is worth is judged where it is used, by what was bound: the machine's store knows no partner.
        services.Configure<KestrelServerOptions>(kestrel =>
            kestrel.ConfigureHttpsDefaults(https => https.AllowAnyClientCertificate())
        );
    }

    public static void OfferMutualTls(this OpenIddictServerBuilder server, IConfiguration configuration)
    {
        if (!IsOffered(configuration))
        {
            return;
        }

        server
            .EnableSelfSignedTlsClientAuthentication()
            .UseClientCertificateBoundAccessTokens()
            .RemoveEventHandler(ValidateClientCertificate.Descriptor)
            .AddEventHandler(DemandBoundCertificate.Descriptor)
            .Configure(options =>
                options.ClientAuthenticationMethods.Add(ClientAuthenticationMethods.SelfSignedTlsClientAuth)
            );
        if (configuration[AddressSetting] is { Length: > 0 } address)
        {
            var under = new Uri(address.TrimEnd('/') + '/', UriKind.Absolute);
            server.SetMtlsTokenEndpointAliasUri(new Uri(under, "connect/token"));
            server.SetMtlsRevocationEndpointAliasUri(new Uri(under, "connect/revoke"));
        }
    }

    private static bool IsOffered(IConfiguration configuration) =>
        configuration.GetSection(Endpoints).GetChildren().Any(Asks);

    private static bool Asks(IConfigurationSection endpoint) =>
        nameof(ClientCertificateMode.AllowCertificate).Equals(endpoint[Mode], StringComparison.OrdinalIgnoreCase);

    private static void Check(IConfiguration configuration)
    {
        var faults = new List<LocalizedText>();
        void Wrong(string setting, string chinese, string english) =>
            faults.Add(new($"配置项 {setting} {chinese}。", $"Setting {setting} {english}."));

        if (configuration[ModeForAll] is not null)
        {
            Wrong(
                ModeForAll,
                "会让浏览器的端口也索要证书，请在具体的监听点设置",
                "would ask browsers for certificates too; set it at one endpoint"
            );
        }

        foreach (var endpoint in configuration.GetSection(Endpoints).GetChildren())
        {
            if (endpoint[Mode] is { } mode && !Modes.Contains(mode, StringComparer.OrdinalIgnoreCase))
            {
                Wrong(
                    $"{endpoint.Path}:{Mode}",
                    $"应为 {string.Join("、", Modes)}",
                    $"is one of {string.Join(", ", Modes)}"
                );
            }
            else if (
                Asks(endpoint)
                && endpoint["Url"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) != true
            )
            {
                Wrong($"{endpoint.Path}:{Mode}", "只用于 https 监听地址", "is for an https address");
            }
        }

        if (configuration[AddressSetting] is { Length: > 0 } address)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            {
                Wrong(AddressSetting, "应为 https 地址", "is an https address");
            }
            else if (!IsOffered(configuration) || string.IsNullOrEmpty(configuration["Security:Issuer"]))
            {
                Wrong(
                    AddressSetting,
                    $"须与 Security:Issuer 和一个 {Mode} 为 AllowCertificate 的监听点同时设置",
                    $"needs Security:Issuer, and an endpoint with {Mode} AllowCertificate"
                );
            }
        }

        if (faults.Count > 0)
        {
            throw new CannotServeException(faults, isSetting: true);
        }
    }
}
