using SmartCity.BuildingBlocks.Jobs;

namespace SmartCity.Canaries.Alpha.Infrastructure.AR23;

internal sealed class UnregisteredJob : IPeriodicJob
{
    public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class UntestedJob : IPeriodicJob
{
    public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class NamelessJob : IPeriodicJob
{
    public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
