using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.SecondFactors;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Infrastructure.SignIn;

/// <summary>How second factors are set up, who must have one, and whose accounts a second administrator confirms.</summary>
internal static class SecondFactorServices
{
    public const string RequiredForSetting = "Security:SecondFactorRequiredFor";
    public const string ConfirmationSetting = "Security:ConfirmationRequiredFor";

    private const string Nobody = "none";
    private static readonly TimeSpan HalfSessionLifetime = TimeSpan.FromMinutes(10);

    // Who registers accounts, who moves money, and who reads everything.
    private static readonly string[] PowerfulRoles =
    [
        Roles.Administrator,
        Roles.FinanceBureau,
        Roles.AuditOffice,
        Roles.DisciplineInspection,
    ];

    public static void AddSecondFactors(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ISecondFactors, SecondFactors>();
        services.AddScoped<SecondFactorStates>();
        services.AddScoped<SignInDemands>();
        services.AddSingleton(provider => new SecondFactorPolicy(RolesOf(RequiredForSetting, configuration, provider)));
        services.AddSingleton(provider => new ConfirmationPolicy(
            RolesOf(ConfirmationSetting, configuration, provider)
        ));
    }

    public static void ConfigureHalfSession(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "smartcity-half-session";
        cookie.Cookie.Path = "/account";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = HalfSessionLifetime;
        cookie.SlidingExpiration = false;
    }

    // The demonstration's passwords lie in a file for everybody to try: a device for each would protect nothing.
    private static string[] RolesOf(string setting, IConfiguration configuration, IServiceProvider provider) =>
        configuration[setting] is { Length: > 0 } named
            ?
            [
                .. named
                    .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Where(role => role != Nobody),
            ]
        : provider.GetService<IHostEnvironment>()?.IsDemonstration() == true ? []
        : PowerfulRoles;
}
