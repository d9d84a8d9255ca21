using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Validation;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Infrastructure.Tokens;

namespace SmartCity.Modules.Security.Infrastructure.Keys;

/// <summary>How keys are kept, and how what signs and protects comes to them.</summary>
internal static class KeyServices
{
    public static void AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider =>
            KeyVault.Of(configuration, provider.GetService<IHostEnvironment>()?.IsDemonstration() == true)
        );
        var days = configuration.GetValue(TokenKeys.LifetimeSetting, TokenKeys.DefaultLifetimeDays);
        var times = new TokenKeyTimes(
            TimeSpan.FromDays(days),
            KnownAhead: SecurityServices.AccessTokenLifetime + TokenKeys.LooksEvery,
            // An instance that has not looked yet may still sign with it.
            TrustedAfter: SecurityServices.LongestTokenLifetime + TokenKeys.LooksEvery
        );
        services.AddSingleton(provider => new TokenKeys(
            provider.GetRequiredService<KeyVault>(),
            times,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<TokenKeys>>()
        ));
        services.AddHostedService<TokenKeyWatch>();
        services.AddOptionsChange<OpenIddictServerOptions>();
        services.AddOptionsChange<OpenIddictValidationOptions>();
        // Read when the first token is asked for, not while services are being registered.
        services
            .AddOptions<OpenIddictServerOptions>()
            .Configure<TokenKeys>(
                (options, keys) =>
                {
                    foreach (var key in keys.Ring.Keys)
                    {
                        options.SigningCredentials.Add(key.Signing);
                        options.EncryptionCredentials.Add(key.Encryption);
                    }
                }
            );
        // Else the first cookie after a change would still be judged by the keys of before.
        AppContext.SetSwitch("Microsoft.AspNetCore.DataProtection.KeyManagement.DisableAsyncKeyRingUpdate", true);
        services.AddSingleton<CookieKeyManager>();
        services.AddSingleton<IKeyManager>(provider => provider.GetRequiredService<CookieKeyManager>());
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<KeyVault>(
                (options, vault) =>
                {
                    options.XmlRepository = new SealedCookieKeys(vault);
                    options.XmlEncryptor = new SealedAsAWhole();
                }
            );
    }

    private static void AddOptionsChange<TOptions>(this IServiceCollection services)
        where TOptions : class
    {
        services.AddSingleton<OptionsChange<TOptions>>();
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(provider =>
            provider.GetRequiredService<OptionsChange<TOptions>>()
        );
    }
}
