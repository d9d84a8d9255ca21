using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>How the dispatcher works; the defaults serve a city.</summary>
public sealed record OutboxOptions
{
    /// <summary>Messages claimed at once from one module.</summary>
    public int BatchSize { get; init; } = 400;

    /// <summary>
    /// How many deliveries of one claim run beside each other, each with a transaction of its own. SQLite has one writer,
    /// so there it is always one.
    /// </summary>
    public int Lanes { get; init; } = 8;

    /// <summary>Deliveries in one transaction; what they lock, and SQLite's place to write, is held that long.</summary>
    public int Together { get; init; } = 100;

    /// <summary>How long a claim keeps others away; longer than any batch takes. A lapsed claim costs nothing but work.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often to look for messages that wait for another attempt, and for those of other instances whose call was not
    /// heard.
    /// </summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>After this many faults a message is given up and stands on the operator's list.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>The wait after the first fault; it doubles with each further one.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// Carries every module's messages to those who subscribe. It takes what is not yet marked, never what is greater than a
/// remembered number, so a late commit is not lost. Within one aggregate order is kept: while a message waits for
/// another attempt, those behind it wait too; other aggregates go on.
/// </summary>
public sealed partial class OutboxDispatcher(
    IEnumerable<IModule> modules,
    IntegrationEventRegistry registry,
    IServiceScopeFactory scopes,
    TimeProvider time,
    OutboxOptions options,
    DatabaseChoice database,
    ILogger<OutboxDispatcher> logger
)
{
    private readonly ConcurrentQueue<(IModule Source, Guid Claim)> unsettled = new();
    private readonly IReadOnlyList<IModule> sources = [.. modules.Where(module => module.Database is not null)];

    private uint Lanes => database.Kind == DatabaseKind.Sqlite ? 1 : (uint)options.Lanes;

    /// <summary>Delivers what is due now in every module, one claim each.</summary>
    /// <returns>The number of messages claimed; 0 when nothing was due.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var claimed = 0;
        foreach (var source in sources)
        {
            claimed += await DispatchFromAsync(source, cancellationToken);
        }

        return claimed;
    }

    private async Task<int> DispatchFromAsync(IModule source, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = new OutboxClaims(Context(scope.ServiceProvider, source), time, options);
        await ReleaseUnsettledAsync(source, outbox, cancellationToken);
        try
        {
            var claimed = await outbox.ClaimAsync(cancellationToken);
            if (claimed.Count > 0)
            {
                var faults = await DeliverAsync(claimed, cancellationToken);
                await outbox.SettleAsync(claimed, faults, cancellationToken);
                LogFaults(claimed, faults);
            }

            return claimed.Count;
        }
        catch
        {
            if (outbox.Claim is { } claim)
            {
                unsettled.Enqueue((source, claim));
            }

            throw;
        }
    }

    // What was ours when the database went away is due again when it is back, and not only when the lease has run out.
    private async Task ReleaseUnsettledAsync(IModule source, OutboxClaims outbox, CancellationToken cancellationToken)
    {
        for (var left = unsettled.Count; left > 0 && unsettled.TryDequeue(out var one); left--)
        {
            if (one.Source != source)
            {
                unsettled.Enqueue(one);
                continue;
            }

            try
            {
                await outbox.ReleaseClaimAsync(one.Claim, cancellationToken);
            }
            catch
            {
                unsettled.Enqueue(one);
                throw;
            }
        }
    }

    // Different aggregates know no order, so they are delivered beside each other.
    private async Task<IReadOnlyDictionary<Guid, Exception>> DeliverAsync(
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var lanes = messages.GroupBy(message => (uint)message.Aggregate.GetHashCode(StringComparison.Ordinal) % Lanes);
        var faults = await Task.WhenAll(lanes.Select(lane => DeliverLaneAsync([.. lane], cancellationToken)));
        return faults.SelectMany(ofLane => ofLane).ToDictionary();
    }

    private async Task<Dictionary<Guid, Exception>> DeliverLaneAsync(
        List<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var faults = new Dictionary<Guid, Exception>();
        var receivers = messages
            .SelectMany(message => registry.SubscribersOf(message.Name))
            .Select(subscription => subscription.Module)
            .Distinct();
        foreach (var receiver in receivers)
        {
            // What is poison to one receiver is none of the others' business: each has faults of its own.
            var ofReceiver = new Dictionary<Guid, Exception>();
            var stuck = new HashSet<string>();
            foreach (var together in messages.Chunk(options.Together))
            {
                await DeliverToAsync(receiver, [.. together], ofReceiver, stuck, cancellationToken);
            }

            foreach (var (id, fault) in ofReceiver)
            {
                faults[id] = fault;
            }
        }

        return faults;
    }

    // Together they share one transaction and its round trips. When that fails, each half is tried by itself, down to the
    // one message that is to blame: nothing of a fault is left behind, and the others lose no more than a little time.
    private async Task DeliverToAsync(
        IModule receiver,
        List<OutboxMessage> messages,
        Dictionary<Guid, Exception> faults,
        HashSet<string> stuck,
        CancellationToken cancellationToken
    )
    {
        // Order within an aggregate: nothing overtakes a message that has to be tried again.
        var left = messages.FindAll(message => !stuck.Contains(message.Aggregate));
        if (left.Count == 0)
        {
            return;
        }

        try
        {
            await DeliverTogetherAsync(receiver, left, cancellationToken);
        }
        catch (Exception fault) when (!IsNoMessagesFault(fault, cancellationToken))
        {
            if (left.Count == 1)
            {
                faults[left[0].Id] = fault;
                stuck.Add(left[0].Aggregate);
                return;
            }

            LogBatchFault(logger, receiver.Name, left.Count, fault);
            await DeliverToAsync(receiver, left[..(left.Count / 2)], faults, stuck, cancellationToken);
            await DeliverToAsync(receiver, left[(left.Count / 2)..], faults, stuck, cancellationToken);
        }
    }

    private async Task DeliverTogetherAsync(
        IModule receiver,
        List<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = Context(scope.ServiceProvider, receiver);
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = Actor.Module(receiver.Name);
        await context.Writing.BeginBatchAsync(cancellationToken);
        try
        {
            // With several messages any fault undoes them all, so no save needs a savepoint of its own.
            context.Database.AutoSavepointsEnabled = messages.Count == 1;
            var done = await DoneAsync(context, messages, cancellationToken);
            var rows = new List<InboxMessage>();
            foreach (var message in messages)
            {
                foreach (var subscription in registry.SubscribersOf(message.Name).Where(one => one.Module == receiver))
                {
                    if (!done.Contains((message.Id, subscription.Name)))
                    {
                        rows.Add(
                            await HandleAsync(context, scope.ServiceProvider, message, subscription, cancellationToken)
                        );
                    }
                }
            }

            context.InboxMessages.AddRange(rows);
            await context.SaveChangesAsync(cancellationToken);
            await context.Writing.CommitBatchAsync(cancellationToken);
        }
        finally
        {
            await context.Writing.EndBatchAsync();
        }
    }

    private static async Task<HashSet<(Guid Message, string Handler)>> DoneAsync(
        ModuleDbContext context,
        List<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var ids = messages.ConvertAll(message => message.Id);
        var done = await context
            .InboxMessages.Where(row => ids.Contains(row.MessageId))
            .Select(row => new { row.MessageId, row.Handler })
            .ToListAsync(cancellationToken);
        return [.. done.Select(row => (row.MessageId, row.Handler))];
    }

    private async Task<InboxMessage> HandleAsync(
        ModuleDbContext context,
        IServiceProvider services,
        OutboxMessage message,
        Subscription subscription,
        CancellationToken cancellationToken
    )
    {
        services.GetRequiredService<RequestContext>().OnBehalfOf = message.CausedBy;
        var outcome = await subscription.Handle(services, message.Payload, cancellationToken);
        if (outcome?.Failure is { Kind: ErrorKind.VersionConflict or ErrorKind.Conflict } inTheWay)
        {
            // Somebody else was faster, no rule refused it: the next attempt may well succeed.
            throw new InvalidOperationException($"{subscription.Name} met {inTheWay.Code}.");
        }

        context.ChangeTracker.Clear();
        return new()
        {
            MessageId = message.Id,
            Handler = subscription.Name,
            Name = message.Name,
            Outcome = OutcomeOf(outcome),
            Reasons = outcome?.Failure is { } refusal ? string.Join(',', refusal.Codes) : null,
            HandledAt = time.GetUtcNow(),
        };
    }

    // While the database is away, full or read-only, a message is not to blame: it must not use up its attempts.
    private static bool IsNoMessagesFault(Exception fault, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested || DatabaseFault.Of(fault) is { StopsEverything: true };

    private static InboxOutcome OutcomeOf(Result<Receipt>? outcome) =>
        outcome is not { } answered ? InboxOutcome.NotConcerned
        : answered.IsFailure ? InboxOutcome.Refused
        : InboxOutcome.Accepted;

    private void LogFaults(IReadOnlyList<OutboxMessage> messages, IReadOnlyDictionary<Guid, Exception> faults)
    {
        foreach (var message in messages)
        {
            if (faults.TryGetValue(message.Id, out var fault))
            {
                LogFault(logger, message.Name, message.Id, message.Attempts + 1, fault);
            }
        }
    }

    private static ModuleDbContext Context(IServiceProvider services, IModule module) =>
        (ModuleDbContext)services.GetRequiredService(module.Database!.Context);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Name} {Id} failed at attempt {Attempt}")]
    private static partial void LogFault(ILogger logger, string name, Guid id, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Batch of {Count} to {Receiver} failed; trying each half")]
    private static partial void LogBatchFault(ILogger logger, string receiver, int count, Exception fault);
}
