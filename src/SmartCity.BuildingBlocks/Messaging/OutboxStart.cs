using Microsoft.Extensions.Hosting;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>
/// Starts the worker when the service already listens: its first look builds the models of all modules, and no request
/// should wait for that.
/// </summary>
internal sealed class OutboxStart(OutboxWorker worker) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => worker.StartAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => worker.StopAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
