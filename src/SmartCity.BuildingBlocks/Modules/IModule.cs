using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Modules;

/// <summary>One module as the host, the migrator and the tests see it.</summary>
public interface IModule
{
    /// <summary>Its name, such as <c>Approval</c>.</summary>
    string Name { get; }

    /// <summary>Its schema in the database, such as <c>data_sharing</c>; with hyphens, its path segment under <c>/api/v1</c>.</summary>
    string Schema { get; }

    /// <summary>The assembly of all that other modules may know of it.</summary>
    Assembly Contracts { get; }

    /// <summary>Its database contexts, or null while it stores nothing.</summary>
    ModuleDatabase? Database { get; }

    void Add(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps its endpoints below its own versioned group.</summary>
    void Map(IEndpointRouteBuilder routes);

    /// <summary>
    /// Maps what stands outside the versioned paths because a standard or a browser names its place. Only endpoints on
    /// the list of unversioned paths may be mapped here.
    /// </summary>
    void MapRoot(IEndpointRouteBuilder routes) { }

    /// <summary>What the module adds to the command line beside the host's own commands.</summary>
    IReadOnlyList<ModuleCommand> Commands => [];

    /// <summary>
    /// Lays down what the module cannot serve without, if it is not there yet. Called each time the schemas were migrated,
    /// in every environment.
    /// </summary>
    /// <param name="services">A scope's services.</param>
    Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Takes up in this process what the database keeps and every act asks for. Called before the first request or command,
    /// on a schema that serves.
    /// </summary>
    /// <param name="services">A scope's services.</param>
    Task ResumeAsync(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Lays down what the demonstration starts from, if it is not there yet. Called in the Demonstration environment
    /// only, after the schemas were made.
    /// </summary>
    /// <param name="services">A scope's services.</param>
    /// <param name="folder">Where the demonstration keeps its files.</param>
    /// <param name="output">Where to tell the person who started it.</param>
    Task PrepareDemonstrationAsync(
        IServiceProvider services,
        string folder,
        TextWriter output,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;
}

/// <summary>One command of the command line: <c>smartcity NAME ARGUMENTS</c>.</summary>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="RunAsync">Runs it with a scope's services; returns the exit code.</param>
public sealed record ModuleCommand(
    string Name,
    string Summary,
    Func<IServiceProvider, IReadOnlyList<string>, TextWriter, CancellationToken, Task<int>> RunAsync
);
