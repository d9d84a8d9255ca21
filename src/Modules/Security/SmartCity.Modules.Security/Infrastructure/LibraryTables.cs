using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using SmartCity.Modules.Security.Infrastructure.SignIn;

namespace SmartCity.Modules.Security.Infrastructure;

/// <summary>
/// The tables whose shape ASP.NET Core Identity and OpenIddict define: no aggregates, no strong ids, saved by those
/// libraries. This is the one list of them.
/// </summary>
internal static class LibraryTables
{
    public static IReadOnlyDictionary<Type, string> Names { get; } =
        new Dictionary<Type, string>
        {
            [typeof(Credential)] = "credentials",
            [typeof(IdentityUserToken<Guid>)] = "credential_tokens",
            [typeof(OpenIddictEntityFrameworkCoreApplication)] = "openiddict_applications",
            [typeof(OpenIddictEntityFrameworkCoreAuthorization)] = "openiddict_authorizations",
            [typeof(OpenIddictEntityFrameworkCoreScope)] = "openiddict_scopes",
            [typeof(OpenIddictEntityFrameworkCoreToken)] = "openiddict_tokens",
        };

    // OpenIddict gives a length to what it indexes; the rest (payloads, lists and settings as JSON) has none.
    private static readonly HashSet<string> Unbounded =
    [
        nameof(OpenIddictEntityFrameworkCoreApplication.ClientSecret),
        nameof(OpenIddictEntityFrameworkCoreApplication.DisplayName),
        nameof(OpenIddictEntityFrameworkCoreApplication.DisplayNames),
        nameof(OpenIddictEntityFrameworkCoreApplication.JsonWebKeySet),
        nameof(OpenIddictEntityFrameworkCoreApplication.Permissions),
        nameof(OpenIddictEntityFrameworkCoreApplication.PostLogoutRedirectUris),
        nameof(OpenIddictEntityFrameworkCoreApplication.Properties),
        nameof(OpenIddictEntityFrameworkCoreApplication.RedirectUris),
        nameof(OpenIddictEntityFrameworkCoreApplication.Requirements),
        nameof(OpenIddictEntityFrameworkCoreApplication.Settings),
        nameof(OpenIddictEntityFrameworkCoreAuthorization.Scopes),
        nameof(OpenIddictEntityFrameworkCoreScope.Description),
        nameof(OpenIddictEntityFrameworkCoreScope.Descriptions),
        nameof(OpenIddictEntityFrameworkCoreScope.Resources),
        nameof(OpenIddictEntityFrameworkCoreToken.Payload),
    ];

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.UseOpenIddict();
        foreach (var (type, table) in Names)
        {
            var entity = modelBuilder.Entity(type).ToTable(table).Metadata;
            foreach (var property in entity.GetProperties().Where(property => Unbounded.Contains(property.Name)))
            {
                property.SetMaxLength(null);
            }
        }
    }
}
