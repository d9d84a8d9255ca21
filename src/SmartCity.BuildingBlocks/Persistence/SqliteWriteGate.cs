namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>
/// One writer at a time within the process. SQLite has one write lock for the whole file and makes the others poll for
/// it; a queue in front of it keeps the slowest write short.
/// </summary>
public sealed class SqliteWriteGate : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await semaphore.WaitAsync(cancellationToken);
        return new Exit(semaphore);
    }

    public void Dispose() => semaphore.Dispose();

    private sealed class Exit(SemaphoreSlim semaphore) : IDisposable
    {
        private SemaphoreSlim? held = semaphore;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
