using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Infrastructure.Mails;

namespace SmartCity.Modules.Security.Tests;

/// <summary>The mail server of a test, in the place of the configured one.</summary>
internal static class TestMail
{
    public static void Configure(IServiceCollection services, SmtpSettings? smtp) =>
        services.AddScoped<IMailServer>(provider => new SmtpMailServer(
            smtp,
            provider.GetRequiredService<ILogger<SmtpMailServer>>()
        ));
}
