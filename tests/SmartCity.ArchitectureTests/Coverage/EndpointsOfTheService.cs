using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using SmartCity.Api.Composition;
using SmartCity.Testing;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>The service as it is composed for production: what only the demonstration has is no part of the API.</summary>
internal static class EndpointsOfTheService
{
    public static WebApplication Build()
    {
        var folder = TestFolder.New();
        return ServiceHost.Build(
            new HostArguments
            {
                Database = Path.Combine(folder, "endpoints.db"),
                Environment = Environments.Production,
                Settings = new Dictionary<string, string?> { ["Files:Folder"] = folder },
            }
        );
    }
}
