using SmartCity.Api.Composition;

namespace SmartCity.Api.Health;

/// <summary>
/// An instance that is told to stop first says that it is not ready and goes on answering for a while, so that a proxy in
/// front sends the next requests elsewhere; only then it stops to listen.
/// </summary>
internal sealed class Draining(ServiceSettings settings, TimeProvider time) : IHostedLifecycleService
{
    private volatile bool hasBegun;

    public bool HasBegun => hasBegun;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        hasBegun = true;
        if (settings.DrainFor > TimeSpan.Zero)
        {
            await Task.Delay(settings.DrainFor, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
