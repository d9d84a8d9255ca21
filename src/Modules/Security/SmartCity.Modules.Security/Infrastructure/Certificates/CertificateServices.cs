using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Application.Certificates;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>Signing in with a certificate of the city's CA.</summary>
internal static class CertificateServices
{
    /// <exception cref="CannotServeException">A setting or a trust anchor is wrong.</exception>
    public static void AddCertificates(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(CertificateSettings.Read(configuration));
        services.AddSingleton<RevocationWatch>();
        services.AddSingleton<IServiceWarnings>(provider => provider.GetRequiredService<RevocationWatch>());
        services.AddSingleton<RevocationRequests>();
        services.AddSingleton<RevocationLookup>();
        services.AddSingleton<ICertificateJudge, CertificateJudge>();
        services.AddSingleton<ICertificateReader, CertificateText>();
        services.AddScoped<IChallenges, Challenges>();
        services.AddScoped<BoundCertificates>();
        services
            .AddHttpClient(RevocationRequests.ClientName)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
            );
    }
}
