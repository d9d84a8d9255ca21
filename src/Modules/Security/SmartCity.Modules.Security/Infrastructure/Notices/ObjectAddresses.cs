using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.Modules.Security.Application.Notices;

namespace SmartCity.Modules.Security.Infrastructure.Notices;

/// <summary>
/// Finds an object's address among the service's endpoints, so that this module need know no other: the one that is named
/// <c>Get…</c> or <c>Read…</c> with the object's type, such as <c>GetMasterPlanItem</c> for <c>master-plan-item</c>.
/// </summary>
internal sealed class ObjectAddresses(IServiceProvider services) : IObjectAddresses
{
    private const string Version = "1";

    public string? Of(string type, string identity)
    {
        // Without a host, as in tests of the module alone, there are no endpoints.
        if (
            services.GetService<LinkGenerator>() is not { } links
            || services.GetService<EndpointDataSource>() is not { } all
        )
        {
            return null;
        }

        var name = string.Concat(type.Split('-').Where(word => word.Length > 0).Select(Capitalised));
        return
            all
                .Endpoints.OfType<RouteEndpoint>()
                .FirstOrDefault(one =>
                    one.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is { } given
                    && (given == $"Get{name}" || given == $"Read{name}")
                )
                is { } endpoint
            && endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is { } told
            ? links.GetPathByName(told.EndpointName, ValuesFor(endpoint.RoutePattern, identity))
            : null;
    }

    private static RouteValueDictionary ValuesFor(RoutePattern pattern, string identity)
    {
        var values = new RouteValueDictionary();
        foreach (var parameter in pattern.Parameters)
        {
            values[parameter.Name] = parameter.Name == "version" ? Version : identity;
        }

        return values;
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
