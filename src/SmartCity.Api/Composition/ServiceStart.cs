using Microsoft.AspNetCore.Connections;
using SmartCity.Api.CommandLine;
using SmartCity.Api.Database;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.Api.Composition;

/// <summary>What happens between the built service and its first request.</summary>
public static class ServiceStart
{
    /// <summary>
    /// In the demonstration makes the schema and what it starts from; elsewhere only looks whether the schema is current.
    /// </summary>
    /// <exception cref="StartException">The service must not start on this database.</exception>
    public static async Task PrepareAsync(
        WebApplication service,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (!service.Environment.IsEnvironment(ServiceHost.Demonstration))
        {
            await SchemaCheck.DemandCurrentAsync(service.Services, cancellationToken);
            return;
        }

        await Migrator.MigrateAsync(service.Services, output, cancellationToken);
        var folder = Path.GetFullPath(service.Configuration["Demonstration:Folder"] ?? "data");
        Directory.CreateDirectory(folder);
        foreach (var module in service.Services.GetServices<IModule>())
        {
            await using var scope = service.Services.CreateAsyncScope();
            await module.PrepareDemonstrationAsync(scope.ServiceProvider, folder, output, cancellationToken);
        }
    }

    /// <summary>Serves until told to stop, then lets running requests end.</summary>
    public static async Task RunAsync(WebApplication service, CancellationToken cancellationToken)
    {
        try
        {
            await service.StartAsync(cancellationToken);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            var urls = service.Services.GetRequiredService<ServiceSettings>().Urls;
            throw new StartException(
                ExitCode.Failure,
                [
                    new(
                        $"监听地址已被占用：{string.Join("；", urls)}。请停止占用它的程序，或用 --urls 换一个。",
                        $"The address is taken: {string.Join("; ", urls)}. Stop what uses it, or choose another by --urls."
                    ),
                ],
                fault
            );
        }

        await service.WaitForShutdownAsync(cancellationToken);
    }
}
