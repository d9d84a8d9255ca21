using Microsoft.Extensions.Hosting;

namespace SmartCity.BuildingBlocks.Modules;

/// <summary>The environment that migrates by itself, lays down what a demonstration starts from, and can move the legal clock.</summary>
public static class DemonstrationEnvironment
{
    public const string Name = "Demonstration";

    public static bool IsDemonstration(this IHostEnvironment environment) => environment.IsEnvironment(Name);
}
