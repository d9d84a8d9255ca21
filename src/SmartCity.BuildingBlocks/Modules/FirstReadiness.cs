namespace SmartCity.BuildingBlocks.Modules;

/// <summary>
/// The service's first answer that it is ready. What works in the background waits for it: its first look builds the models
/// of all modules, and no proxy should wait for that.
/// </summary>
public sealed class FirstReadiness(TimeProvider time)
{
    // Where nobody asks whether the service is ready, the work begins all the same.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsTold => told.Task.IsCompleted;

    public void Tell() => told.TrySetResult();

    /// <summary>Returns when it was told, or after three seconds.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!IsTold)
        {
            try
            {
                await told.Task.WaitAsync(Longest, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                Tell();
            }
        }
    }
}
