using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Validation.AspNetCore;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Infrastructure.Keys;
using SmartCity.Modules.Security.Infrastructure.SignIn;
using SmartCity.Modules.Security.Infrastructure.Tokens;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SmartCity.Modules.Security.Infrastructure;

/// <summary>How Identity and OpenIddict are set up.</summary>
internal static class SecurityServices
{
    private const int WrongPasswordsAllowed = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    internal static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(30);
    internal static readonly TimeSpan LongestTokenLifetime = TimeSpan.FromDays(14);
    private static readonly TimeSpan SessionLifetime = TimeSpan.FromMinutes(30);

    public static void AddPasswords(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddIdentityCore<Credential>(identity =>
            {
                // Length beats composition; the use case's validator tells people the rules in full.
                identity.Password.RequiredLength = Password.ShortestLength;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = WrongPasswordsAllowed;
                identity.Lockout.DefaultLockoutTimeSpan = LockedFor;
                identity.Lockout.AllowedForNewUsers = true;
            })
            .AddUserStore<CredentialStore>()
            .AddTokenProvider<TimeStepCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<ICredentials, Credentials>();
        services.AddSecondFactors(configuration);
    }

    public static void AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKeys(configuration);
        services.AddMutualTls(configuration);
        services.AddSingleton<TokenStanding>();
        services.AddScoped<ConsoleClient>();
        services.AddDataProtection().SetApplicationName("SmartCity");
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "smartcity-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.FormFieldName = "form";
            // The page sets its own, stricter, protection against framing.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services
            .AddAuthentication(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme)
            .AddCookie(
                CookieAuthenticationDefaults.AuthenticationScheme,
                cookie =>
                {
                    cookie.Cookie.Name = "smartcity-session";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    // Clear HTTP exists on loopback only, see AddServer below.
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.ExpireTimeSpan = SessionLifetime;
                    cookie.SlidingExpiration = false;
                }
            )
            .AddCookie(SignInMethods.HalfSession, SecondFactorServices.ConfigureHalfSession);
        services
            .AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<SecurityDb>())
            .AddServer(server => ConfigureServer(server, configuration))
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                // A token in an address ends in logs, and one in a form would have every form read before its endpoint.
                validation
                    .UseAspNetCore()
                    .DisableAccessTokenExtractionFromBodyForm()
                    .DisableAccessTokenExtractionFromQueryString();
                validation.AddAudiences(ActingAccount.Audience);
                validation.AddEventHandler(RefuseFallenTokens.Descriptor);
            });
    }

    private static void ConfigureServer(OpenIddictServerBuilder server, IConfiguration configuration)
    {
        server
            .SetAuthorizationEndpointUris("connect/authorize")
            .SetTokenEndpointUris("connect/token")
            .SetEndSessionEndpointUris("connect/logout")
            .SetRevocationEndpointUris("connect/revoke")
            .AddEventHandler(DemandFreshAssertion.Descriptor)
            .AllowAuthorizationCodeFlow()
            .AllowRefreshTokenFlow()
            .AllowClientCredentialsFlow()
            .RequireProofKeyForCodeExchange()
            .RegisterScopes(Scopes.OpenId, Scopes.OfflineAccess)
            .RegisterAudiences(ActingAccount.Audience)
            .SetAccessTokenLifetime(AccessTokenLifetime)
            .SetRefreshTokenLifetime(LongestTokenLifetime)
            .DisableAccessTokenEncryption()
            .Configure(options =>
            {
                // A plain challenge would send the verifier itself through the browser's address bar.
                options.CodeChallengeMethods.Clear();
                options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
            });
        server.OfferMutualTls(configuration);
        if (configuration["Security:Issuer"] is { Length: > 0 } issuer)
        {
            server.SetIssuer(new Uri(issuer, UriKind.Absolute));
        }

        server
            .UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            // Whether clear HTTP is acceptable is decided once, where the host opens its listeners: on loopback only.
            // OpenIddict knows no loopback exception of its own, so its check would forbid what the host allows.
            .DisableTransportSecurityRequirement();
    }
}
