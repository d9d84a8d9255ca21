using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>
/// The write that a context is in the middle of: the gate in front of SQLite, and a transaction where an act locked its
/// root or where the dispatcher delivers a batch. Inside a batch the acts' own ends do nothing: the batch commits.
/// </summary>
internal sealed class WriteScope(ModuleDbContext context, SqliteWriteGate? gate)
{
    private IDisposable? entered;
    private IDbContextTransaction? transaction;
    private bool inBatch;

    /// <summary>Takes a place at the gate; the save that follows makes its own transaction.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (entered is null && gate is not null && context.Database.IsSqlite())
        {
            entered = await gate.EnterAsync(cancellationToken);
        }
    }

    /// <summary>Begins a transaction, unless one is open; on SQLite it takes the write lock at once.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (transaction is null)
        {
            await EnterAsync(cancellationToken);
            transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        }
    }

    public async Task BeginBatchAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        inBatch = true;
    }

    /// <summary>Commits what an act locked; a save without a lock has committed by itself.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (transaction is not null && !inBatch)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    public async Task CommitBatchAsync(CancellationToken cancellationToken)
    {
        await transaction!.CommitAsync(cancellationToken);
        await EndBatchAsync();
    }

    /// <summary>Ends the write of an act; what was not committed is gone.</summary>
    public async Task EndAsync()
    {
        if (inBatch)
        {
            return;
        }

        if (transaction is not null)
        {
            await transaction.DisposeAsync();
            transaction = null;
        }

        entered?.Dispose();
        entered = null;
    }

    /// <summary>Ends whatever is open, where the scope is disposed of synchronously.</summary>
    public void Drop()
    {
        inBatch = false;
        transaction?.Dispose();
        transaction = null;
        entered?.Dispose();
        entered = null;
    }

    public async Task EndBatchAsync()
    {
        inBatch = false;
        await EndAsync();
    }
}
