using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Application.SecondFactors;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Infrastructure.SignIn;

/// <summary>How second factors are set up, and who must have one.</summary>
internal static class SecondFactorServices
{
    public const string RequiredForSetting = "Security:SecondFactorRequiredFor";

    private const string Nobody = "none";
    private static readonly TimeSpan HalfSessionLifetime = TimeSpan.FromMinutes(10);

    // Who registers accounts, who moves money, and who reads everything.
    private static readonly string[] RequiredByDefault =
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
        services.AddSingleton(provider => new SecondFactorPolicy(
            RolesOf(configuration, provider.GetService<IHostEnvironment>()?.IsDemonstration() == true)
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
    private static string[] RolesOf(IConfiguration configuration, bool isDemonstration) =>
        configuration[RequiredForSetting] is { Length: > 0 } named
            ?
            [
                .. named
                    .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Where(role => role != Nobody),
            ]
        : isDemonstration ? []
        : RequiredByDefault;
}
