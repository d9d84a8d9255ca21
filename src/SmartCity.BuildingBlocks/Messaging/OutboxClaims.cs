using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>
/// Claiming and settling one module's messages. A claim is a lease with an id of its own, taken by a conditional update,
/// so that two dispatchers share the work and a dead one's messages come free again.
/// </summary>
internal sealed class OutboxClaims(ModuleDbContext context, TimeProvider time, OutboxOptions options)
{
    private List<long> claimed = [];

    /// <summary>The id of what was taken; known before it is taken, so that it can be given back when the answer is lost.</summary>
    public Guid? Claim { get; private set; }

    /// <summary>The messages that are ours now, in order; none when nothing is due.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await Due(now)
            // In the order of the index: by the sequence alone, the server reads past all that was ever delivered.
            .OrderBy(message => message.NextAttemptAt)
            .ThenBy(message => message.Sequence)
            .Select(message => message.Sequence)
            .Take(options.BatchSize)
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        await context.Writing.EnterAsync(cancellationToken);
        try
        {
            Claim = context.NewId();
            claimed = due;
            await TakeAsync(now, cancellationToken);
            await ReleaseOvertakersAsync(cancellationToken);
        }
        finally
        {
            await context.Writing.EndAsync();
        }

        return await Mine().OrderBy(message => message.Sequence).ToListAsync(cancellationToken);
    }

    /// <summary>Marks what was delivered, and gives each fault its next attempt or gives it up.</summary>
    public async Task SettleAsync(
        IReadOnlyList<OutboxMessage> messages,
        IReadOnlyDictionary<Guid, Exception> faults,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var faulty = messages.Where(message => faults.ContainsKey(message.Id)).ToList();
        var held = messages
            .Except(faulty)
            .Where(message =>
                faulty.Any(fault => fault.Aggregate == message.Aggregate && fault.Sequence < message.Sequence)
            )
            .Select(message => message.Sequence)
            .ToList();
        var delivered = messages.Except(faulty).Select(message => message.Sequence).Except(held).ToList();
        await context.Writing.EnterAsync(cancellationToken);
        try
        {
            await Mine()
                .Where(message => delivered.Contains(message.Sequence))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(message => message.State, MessageState.Delivered)
                            .SetProperty(message => message.SettledAt, now)
                            .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null),
                    cancellationToken
                );
            await ReleaseAsync(held, cancellationToken);
            foreach (var message in faulty)
            {
                await SettleFaultAsync(message, faults[message.Id], now, cancellationToken);
            }
        }
        finally
        {
            await context.Writing.EndAsync();
        }
    }

    /// <summary>Gives up the lease of an earlier claim that was neither settled nor has run out.</summary>
    public async Task ReleaseClaimAsync(Guid earlier, CancellationToken cancellationToken)
    {
        await context.Writing.EnterAsync(cancellationToken);
        try
        {
            await context
                .OutboxMessages.Where(message => message.LeasedBy == earlier && message.State == MessageState.Waiting)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(message => message.LeasedBy, (Guid?)null)
                            .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null),
                    cancellationToken
                );
        }
        finally
        {
            await context.Writing.EndAsync();
        }
    }

    // Behind a message of the same aggregate that comes later in the order of claiming, as one does that waits for another
    // attempt, or that another dispatcher holds, nothing is due.
    private IQueryable<OutboxMessage> Due(DateTimeOffset now) =>
        context
            .OutboxMessages.AsNoTracking()
            .Where(message =>
                message.State == MessageState.Waiting
                && message.NextAttemptAt <= now
                && (message.LeasedUntil == null || message.LeasedUntil < now)
                && !context.OutboxMessages.Any(earlier =>
                    earlier.Aggregate == message.Aggregate
                    && earlier.State == MessageState.Waiting
                    && earlier.Sequence < message.Sequence
                    && (earlier.NextAttemptAt > message.NextAttemptAt || earlier.LeasedUntil >= now)
                )
            );

    private IQueryable<OutboxMessage> Mine() =>
        context
            .OutboxMessages.AsNoTracking()
            .Where(message => claimed.Contains(message.Sequence) && message.LeasedBy == Claim);

    private Task<int> TakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now + options.Lease;
        return context
            .OutboxMessages.Where(message =>
                claimed.Contains(message.Sequence)
                && message.State == MessageState.Waiting
                && (message.LeasedUntil == null || message.LeasedUntil < now)
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(message => message.LeasedBy, Claim)
                        .SetProperty(message => message.LeasedUntil, until),
                cancellationToken
            );
    }

    // Between looking and taking, another dispatcher may have taken an earlier message of the same aggregate.
    private async Task ReleaseOvertakersAsync(CancellationToken cancellationToken)
    {
        var overtakers = await Mine()
            .Where(message =>
                context.OutboxMessages.Any(earlier =>
                    earlier.Aggregate == message.Aggregate
                    && earlier.State == MessageState.Waiting
                    && earlier.Sequence < message.Sequence
                    && earlier.LeasedBy != Claim
                )
            )
            .Select(message => message.Sequence)
            .ToListAsync(cancellationToken);
        await ReleaseAsync(overtakers, cancellationToken);
    }

    private async Task ReleaseAsync(List<long> sequences, CancellationToken cancellationToken)
    {
        if (sequences.Count > 0)
        {
            await Mine()
                .Where(message => sequences.Contains(message.Sequence))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(message => message.LeasedBy, (Guid?)null)
                            .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null),
                    cancellationToken
                );
        }
    }

    private Task<int> SettleFaultAsync(
        OutboxMessage message,
        Exception fault,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var attempts = message.Attempts + 1;
        var state = attempts < options.Attempts ? MessageState.Waiting : MessageState.Dead;
        var next = now + (options.FirstBackOff * Math.Pow(2, attempts - 1));
        var text = $"{fault.GetType().Name}: {fault.Message}";
        return Mine()
            .Where(mine => mine.Sequence == message.Sequence)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(mine => mine.State, state)
                        .SetProperty(mine => mine.Attempts, attempts)
                        .SetProperty(mine => mine.NextAttemptAt, next)
                        .SetProperty(mine => mine.LastFault, text.Length <= 2000 ? text : text[..2000])
                        .SetProperty(mine => mine.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(mine => mine.LeasedBy, (Guid?)null),
                cancellationToken
            );
    }
}
