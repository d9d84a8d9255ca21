using Microsoft.Extensions.Configuration;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// The client through which people sign in: public, with PKCE, and first-party, so that nobody is asked for consent.
/// </summary>
internal sealed class ConsoleClient(IOpenIddictApplicationManager applications, IConfiguration configuration)
{
    public const string Id = "smartcity-console";
    public const string RedirectUrisSetting = "Security:ConsoleRedirectUris";

    // Any port: a native client's loopback redirection is compared without it (RFC 8252, section 7.3).
    private const string DefaultRedirectUri = "http://127.0.0.1/callback";

    /// <summary>Registers it, or brings it up to date with the configured addresses.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var descriptor = Descriptor();
        if (await applications.FindByClientIdAsync(Id, cancellationToken) is { } existing)
        {
            await applications.UpdateAsync(existing, descriptor, cancellationToken);
        }
        else
        {
            await applications.CreateAsync(descriptor, cancellationToken);
        }
    }

    private OpenIddictApplicationDescriptor Descriptor()
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ApplicationType = ApplicationTypes.Native,
            ClientId = Id,
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = "新型智慧城市项目管理台",
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.EndSession,
                Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.GrantTypes.RefreshToken,
                Permissions.ResponseTypes.Code,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        var configured = configuration.GetSection(RedirectUrisSetting).Get<string[]>() ?? [];
        foreach (var address in configured.DefaultIfEmpty(DefaultRedirectUri))
        {
            var uri = new Uri(address, UriKind.Absolute);
            descriptor.RedirectUris.Add(uri);
            descriptor.PostLogoutRedirectUris.Add(new Uri(uri, "/"));
        }

        return descriptor;
    }
}
