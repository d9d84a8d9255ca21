using SmartCity.BuildingBlocks.Jobs;

namespace SmartCity.Canaries.Alpha.Infrastructure.AR11;

public sealed class PublicJob : IPeriodicJob
{
    public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
