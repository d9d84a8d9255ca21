using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Idempotency;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>
/// The database of one module, in a schema of its own, with the tables that every module has: outbox, inbox, audit
/// entries, accepted requests, job heartbeats. An accepted act is one save: object, announcements, entry and key.
/// </summary>
public abstract class ModuleDbContext : DbContext, IModuleStore
{
    /// <summary>In each round that an entry loses its number to others, at least one of them got through.</summary>
    private const int MostWritersOfOneObject = 200;

    private readonly StoreServices? services;
    private readonly WriteScope writing;

    protected ModuleDbContext(DbContextOptions options)
        : base(options)
    {
        services = options
            .FindExtension<CoreOptionsExtension>()
            ?.ApplicationServiceProvider?.GetService<StoreServices>();
        writing = new(this, services?.Gate);
    }

    /// <summary>The module's schema.</summary>
    public abstract string Schema { get; }

    /// <summary>A command is only asked about: no lock is taken, and nothing is written.</summary>
    public bool IsDryRun { get; internal set; }

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<InboxMessage> InboxMessages => Set<InboxMessage>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AcceptedRequest> AcceptedRequests => Set<AcceptedRequest>();

    public DbSet<JobHeartbeat> JobHeartbeats => Set<JobHeartbeat>();

    internal WriteScope Writing => writing;

    internal Guid NewId() => Services.Ids.Next();

    // At design time, when only the model is built, there are none.
    private StoreServices Services =>
        services ?? throw new InvalidOperationException($"{GetType().Name} was made without the host's services.");

    public async Task LockAsync<TRoot, TId>(TId id, CancellationToken cancellationToken)
        where TRoot : AggregateRoot<TId>
        where TId : struct, IStrongId<TId>
    {
        if (IsDryRun)
        {
            return;
        }

        await writing.BeginAsync(cancellationToken);
        await RowLock.TakeAsync(this, Model.FindEntityType(typeof(TRoot))!, id.Value, cancellationToken);
    }

    public async Task<IAsyncDisposable> HoldConnectionAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        return new HeldConnection(Database);
    }

    /// <summary>
    /// Holds those of the roots that no other act holds until the transaction ends, without waiting for the others: for
    /// work on many of them that several instances share.
    /// </summary>
    /// <returns>The ids of those that are held now.</returns>
    public async Task<IReadOnlyList<TId>> LockFreeAsync<TRoot, TId>(
        IReadOnlyList<TId> ids,
        CancellationToken cancellationToken
    )
        where TRoot : AggregateRoot<TId>
        where TId : struct, IStrongId<TId>
    {
        await writing.BeginAsync(cancellationToken);
        var held = await RowLock.TakeFreeAsync(
            this,
            Model.FindEntityType(typeof(TRoot))!,
            [.. ids.Select(id => id.Value)],
            cancellationToken
        );
        return [.. held.Select(TId.From)];
    }

    public async Task<Result<Receipt>> SaveChangesAsync(Act act, CancellationToken cancellationToken)
    {
        if (!act.AuthorityDemanded || act.Root is not { } actedOn)
        {
            throw new InvalidOperationException($"{act.Command} was saved without having demanded authority.");
        }

        if (act.Context.DryRun is { } dryRun)
        {
            return dryRun.StopAtSave();
        }

        await writing.EnterAsync(cancellationToken);
        try
        {
            await BringAboutAsync(act, cancellationToken);
            var changed = AdvanceVersions(actedOn);
            var announces = AddAnnouncements(changed, act);
            var receipt = act.ToReceipt();
            RememberKey(act, receipt);
            await SaveWithEntryAsync(
                act.Target!,
                head => AuditEntryFactory.Accepted(act, Schema, head, receipt),
                cancellationToken
            );
            await writing.CommitAsync(cancellationToken);
            changed.ForEach(root => root.ClearAnnouncements());
            if (announces)
            {
                Services.Signal.Raise();
            }

            return receipt;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Error.VersionConflict();
        }
        catch (DbUpdateException lost) when (UniqueViolation.Table(lost) is { } table)
        {
            return LostRace(table);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
            await writing.EndAsync();
        }
    }

    /// <summary>
    /// Saves what the module does by itself to many objects of one kind. To each it is an act of its own, with an entry
    /// behind the last one of that object's chain; they only share their round trips. Where somebody else was faster at
    /// one of them, nothing is saved.
    /// </summary>
    /// <param name="carryOut">Begins the act on one of them, demands authority, and does it.</param>
    /// <returns>False where somebody else changed one of them meanwhile.</returns>
    /// <exception cref="InvalidOperationException">An act did not demand authority, or entails more than its object: a bug.</exception>
    public async Task<bool> SaveEachAsync<TRoot>(
        Act act,
        IReadOnlyList<TRoot> roots,
        Action<TRoot> carryOut,
        CancellationToken cancellationToken
    )
        where TRoot : AggregateRoot
    {
        if (IsDryRun)
        {
            throw new InvalidOperationException("A dry run saves nothing.");
        }

        await writing.EnterAsync(cancellationToken);
        try
        {
            // Everything that changes is told below, so nothing is compared at each step.
            ChangeTracker.AutoDetectChangesEnabled = false;
            var heads = await ChainHeads.OfEachAsync(this, roots, cancellationToken);
            var announces = false;
            foreach (var root in roots)
            {
                carryOut(root);
                announces |= AddActOn(act, root, heads.GetValueOrDefault(root.Identity, ChainHead.Empty));
            }

            ChangeTracker.DetectChanges();
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
            await writing.CommitAsync(cancellationToken);
            foreach (var root in roots)
            {
                root.ClearAnnouncements();
            }

            if (announces)
            {
                Services.Signal.Raise();
            }

            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException lost) when (UniqueViolation.Table(lost) == "audit_entries")
        {
            return false;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
            await writing.EndAsync();
        }
    }

    /// <summary>Lets go of what a handler locked and changed without saving it.</summary>
    internal async Task AbandonAsync()
    {
        await writing.EndAsync();
        ChangeTracker.Clear();
    }

    /// <summary>Writes the entry of an act that was not accepted, and nothing else of what the handler left behind.</summary>
    internal async Task SaveFailureAsync(Act act, Error error, CancellationToken cancellationToken)
    {
        await AbandonAsync();
        // An attempt on no known object stands in the actor's own chain.
        var target = act.Target ?? new ObjectReference("actor", act.Actor.Account.ToString());
        await writing.EnterAsync(cancellationToken);
        try
        {
            await SaveWithEntryAsync(
                target,
                head => AuditEntryFactory.Failed(act, Schema, target, head, error),
                cancellationToken
            );
        }
        finally
        {
            await writing.EndAsync();
        }
    }

    /// <summary>Writes the entry of a reading into the reader's own chain.</summary>
    internal async Task SaveReadingAsync(Act act, Error? refusal, CancellationToken cancellationToken)
    {
        var reader = new ObjectReference("actor", act.Actor.Account.ToString());
        await writing.EnterAsync(cancellationToken);
        try
        {
            await SaveWithEntryAsync(
                reader,
                head => AuditEntryFactory.Read(act, Schema, reader, head, refusal),
                cancellationToken
            );
        }
        finally
        {
            await writing.EndAsync();
        }
    }

    /// <summary>
    /// Many acts that the module does by itself, in one transaction: all of them or, where one of them fails, none.
    /// </summary>
    /// <param name="work">Does the acts; false gives them all up.</param>
    public async Task<bool> InOneTransactionAsync(Func<Task<bool>> work, CancellationToken cancellationToken)
    {
        await writing.BeginBatchAsync(cancellationToken);
        try
        {
            var isDone = await work();
            if (isDone)
            {
                await writing.CommitBatchAsync(cancellationToken);
            }

            return isDone;
        }
        finally
        {
            await writing.EndBatchAsync();
            ChangeTracker.Clear();
        }
    }

    /// <summary>For what is no aggregate: the stores of libraries and the mechanisms' own rows.</summary>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (IsDryRun)
        {
            throw new InvalidOperationException("A dry run saves nothing.");
        }

        if (ChangeTracker.Entries<AggregateRoot>().Any(entry => entry.State != EntityState.Unchanged))
        {
            throw new InvalidOperationException("An aggregate is saved with the act that changed it.");
        }

        await writing.EnterAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            await writing.EndAsync();
        }
    }

    /// <summary>Gives back what a handler that threw still held: its place at the gate and its lock.</summary>
    public override async ValueTask DisposeAsync()
    {
        await writing.EndBatchAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public override void Dispose()
    {
        writing.Drop();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(64);
        configurationBuilder.Properties<string>().HaveMaxLength(400);
        foreach (var id in StrongIdTypes())
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(StrongIdConverter<>).MakeGenericType(id));
        }

        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
            configurationBuilder.Conventions.Add(_ => new SchemaAsTablePrefix(Schema));
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (!Database.IsSqlite())
        {
            modelBuilder.HasDefaultSchema(Schema);
        }

        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ModuleDbContext).Assembly);
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        foreach (
            var root in modelBuilder
                .Model.GetEntityTypes()
                .Select(entity => entity.ClrType)
                .Where(type => type.IsAssignableTo(typeof(AggregateRoot)))
                .ToList()
        )
        {
            modelBuilder.Entity(root).Property(nameof(AggregateRoot.Version)).IsConcurrencyToken();
            modelBuilder.Entity(root).Ignore(nameof(AggregateRoot.Identity));
        }
    }

    private static Error LostRace(string table) =>
        table switch
        {
            "accepted_requests" => Error.Conflict(
                "IDEMPOTENCY_KEY_RUNNING",
                new(
                    "相同 Idempotency-Key 的请求正在办理，请稍后用同一键重试以取得结果。",
                    "A request with the same Idempotency-Key is just being carried out; send it again for its answer."
                )
            ),
            _ => Error.Conflict(
                "ALREADY_EXISTS",
                new("同样的记录刚刚已由他人登记。", "The same was registered by somebody else just now.")
            ),
        };

    // The module's own ids, and those it may know from Contracts that it references.
    private IEnumerable<Type> StrongIdTypes() =>
        GetType()
            .Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.EndsWith(".Contracts", StringComparison.Ordinal))
            .Select(Assembly.Load)
            .Append(GetType().Assembly)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsValueType && typeof(IStrongId).IsAssignableFrom(type));

    // An act on the same object that was just refused, or one of another instance, may take the entry's number: then the
    // save is tried with the next one. Whether the object itself was changed meanwhile, its version tells.
    private async Task SaveWithEntryAsync(
        ObjectReference target,
        Func<ChainHead, AuditEntry> entryAfter,
        CancellationToken cancellationToken
    )
    {
        if (!Services.Entries.IsOn)
        {
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            var entry = entryAfter(await ChainHeads.OfAsync(this, target, cancellationToken));
            AuditEntries.Add(entry);
            try
            {
                await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
                return;
            }
            catch (DbUpdateException lost)
                when (CanSaveAgain && attempt < MostWritersOfOneObject && UniqueViolation.Table(lost) == "audit_entries"
                )
            {
                Entry(entry).State = EntityState.Detached;
            }
        }
    }

    // Within a transaction a save that failed leaves nothing to go on from, unless it had a savepoint of its own.
    private bool CanSaveAgain => Database.CurrentTransaction is null || Database.AutoSavepointsEnabled;

    /// <returns>Whether it announces anything.</returns>
    private bool AddActOn(Act act, AggregateRoot root, ChainHead head)
    {
        if (!act.AuthorityDemanded || !ReferenceEquals(act.Root, root))
        {
            throw new InvalidOperationException($"{act.Command} was saved without having demanded authority.");
        }

        if (root.TakeConsequences().Count > 0)
        {
            throw new InvalidOperationException(
                $"{act.Command} entails more than its object, so it is saved by itself."
            );
        }

        root.AdvanceVersion();
        if (Services.Entries.IsOn)
        {
            AuditEntries.Add(AuditEntryFactory.Accepted(act, Schema, head, act.ToReceipt()));
        }

        return AddAnnouncements([root], act);
    }

    private async Task BringAboutAsync(Act act, CancellationToken cancellationToken)
    {
        var entailed = ChangeTracker
            .Entries<AggregateRoot>()
            .SelectMany(entry =>
                entry.Entity.TakeConsequences().Select(consequence => new EntailedBy(entry.Entity, consequence))
            )
            .ToList();
        if (entailed.Count == 0)
        {
            return;
        }

        foreach (var handler in Services.Consequences)
        {
            await handler.TakeEffectAsync(this, entailed, act, cancellationToken);
        }
    }

    private List<AggregateRoot> AdvanceVersions(AggregateRoot actedOn)
    {
        ChangeTracker.DetectChanges();
        // From here to the save everything that changes is told, so nothing has to be compared once more.
        ChangeTracker.AutoDetectChangesEnabled = false;
        var changed = ChangeTracker
            .Entries<AggregateRoot>()
            .Where(entry =>
                entry.State is EntityState.Added or EntityState.Modified || ReferenceEquals(entry.Entity, actedOn)
            )
            .ToList();
        foreach (var root in changed)
        {
            root.Entity.AdvanceVersion();
            root.DetectChanges();
        }

        return changed.ConvertAll(entry => entry.Entity);
    }

    /// <returns>Whether there are any.</returns>
    private bool AddAnnouncements(List<AggregateRoot> changed, Act act)
    {
        var announces = false;
        foreach (var (root, announcement) in changed.SelectMany(root => root.Announcements.Select(one => (root, one))))
        {
            announces = true;
            OutboxMessages.Add(
                new()
                {
                    Id = NewId(),
                    Name = EventNameAttribute.Of(announcement.GetType()),
                    Aggregate = root.Identity,
                    Payload = JsonSerializer.Serialize(announcement, announcement.GetType(), Json.Options),
                    CausedBy = act.AuditEntry,
                    OccurredAt = act.At,
                    NextAttemptAt = act.At,
                }
            );
        }

        return announces;
    }

    private void RememberKey(Act act, Receipt receipt)
    {
        if (act.Context.IdempotencyKey is not { } key)
        {
            return;
        }

        AcceptedRequests.Add(
            new()
            {
                Account = act.Actor.Account,
                Key = key,
                Command = act.Command,
                RequestHash = act.RequestHash,
                ObjectId = receipt.Id,
                ObjectVersion = receipt.Version,
                AuditEntry = receipt.AuditEntry,
                AcceptedAt = act.At,
            }
        );
    }

    private sealed class HeldConnection(DatabaseFacade database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await database.CloseConnectionAsync();
    }
}
