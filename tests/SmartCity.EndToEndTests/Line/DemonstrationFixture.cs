using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.EndToEndTests.Line;

/// <summary>One demonstration service for tests that leave each other alone: each makes the objects it speaks of.</summary>
public sealed class DemonstrationFixture : IAsyncLifetime
{
    public DemonstrationService Service { get; private set; } = null!;

    /// <summary>The construction unit's officer, signed in.</summary>
    public HttpClient Health { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        Health = await Service.ClientOfAsync("health.officer");
    }

    public async ValueTask DisposeAsync()
    {
        Health.Dispose();
        await Service.DisposeAsync();
    }
}
