using Microsoft.Data.Sqlite;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>
/// One writer at a time within the process. SQLite has one write lock for the whole file and makes the others poll for
/// it; a queue in front of it keeps the slowest write short.
/// </summary>
public sealed class SqliteWriteGate(DatabaseChoice database) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(DatabaseChoice.PatienceSeconds);

    private readonly SemaphoreSlim semaphore = new(1, 1);

    /// <exception cref="DatabaseBusyException">Those in front took too long.</exception>
    /// <exception cref="DatabaseFileGoneException">The file is not there any more.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (!await semaphore.WaitAsync(Patience, cancellationToken))
        {
            throw new DatabaseBusyException();
        }

        // Open connections would go on writing to the nameless file, and all of it would be lost with them.
        if (database.SqliteFile is { } file && !File.Exists(file))
        {
            semaphore.Release();
            SqliteConnection.ClearAllPools();
            throw new DatabaseFileGoneException();
        }

        return new Exit(semaphore);
    }

    public void Dispose() => semaphore.Dispose();

    private sealed class Exit(SemaphoreSlim semaphore) : IDisposable
    {
        private SemaphoreSlim? held = semaphore;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
