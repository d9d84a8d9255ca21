using SmartCity.BuildingBlocks.Jobs;

namespace SmartCity.Canaries.Alpha.Infrastructure;

internal sealed class ExpiryJob : IPeriodicJob
{
    public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
