using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.Api;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Idempotency;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>What one module's tables hold.</summary>
/// <param name="Versions">The highest version of any aggregate with this id.</param>
internal sealed record ModuleRecords(
    IModule Module,
    IReadOnlyList<AuditEntry> Entries,
    IReadOnlyList<AcceptedRequest> Requests,
    IReadOnlyList<OutboxMessage> Outbox,
    IReadOnlyList<InboxMessage> Inbox,
    IReadOnlyList<JobHeartbeat> Jobs,
    IReadOnlyDictionary<Guid, long> Versions
);

/// <summary>An accepted or refused act of a module on an event, counted by the act that caused it.</summary>
internal sealed record Effect(string Schema, Guid CausedBy, bool Accepted);

/// <summary>The database read from beside the service.</summary>
internal sealed class StoredRecords
{
    private readonly IntegrationEventRegistry registry;
    private readonly Dictionary<Guid, AuditContent> contents;

    private StoredRecords(
        IReadOnlyList<ModuleRecords> modules,
        IReadOnlyList<Guid> logged,
        IntegrationEventRegistry registry
    )
    {
        Modules = modules;
        Logged = logged;
        this.registry = registry;
        contents = modules.SelectMany(module => module.Entries).ToDictionary(entry => entry.Id, AuditContent.Of);
    }

    public IReadOnlyList<ModuleRecords> Modules { get; }

    /// <summary>The entries of the evidence log's leaves, in no order.</summary>
    public IReadOnlyList<Guid> Logged { get; }

    /// <summary>The entries of acts that were accepted from persons and partner systems; to read is none.</summary>
    public IEnumerable<Guid> AcceptedFromOutside =>
        contents
            .Where(one =>
                one.Value is { Outcome: AuditOutcome.Accepted, LookedAt: null }
                && one.Value.ActorKind != ActorKind.Module
            )
            .Select(one => one.Key);

    public static async Task<StoredRecords> ReadAsync(DatabaseChoice database, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddModules(ModuleList.All, new ConfigurationBuilder().Build(), database)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var modules = new List<ModuleRecords>();
        foreach (var module in ModuleList.All.Where(module => module.Database is not null))
        {
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Database!.Context);
            modules.Add(
                new(
                    module,
                    await context.AuditEntries.AsNoTracking().ToListAsync(cancellationToken),
                    await context.AcceptedRequests.AsNoTracking().ToListAsync(cancellationToken),
                    await context.OutboxMessages.AsNoTracking().ToListAsync(cancellationToken),
                    await context.InboxMessages.AsNoTracking().ToListAsync(cancellationToken),
                    await context.JobHeartbeats.AsNoTracking().ToListAsync(cancellationToken),
                    await VersionsAsync(context, cancellationToken)
                )
            );
        }

        var any = (ModuleDbContext)
            scope.ServiceProvider.GetRequiredService(
                ModuleList.All.First(one => one.Database is not null).Database!.Context
            );
#pragma warning disable EF1002 // a table's name, which nobody sends
        var logged = await any
            .Database.SqlQueryRaw<Guid>(
                $"SELECT entry AS \"Value\" FROM {database.TableName("security", "log_leaves")}"
            )
            .ToListAsync(cancellationToken);
#pragma warning restore EF1002
        return new(modules, logged, services.GetRequiredService<IntegrationEventRegistry>());
    }

    /// <summary>Every acknowledged command that is not there as it was acknowledged.</summary>
    public IReadOnlyList<string> MissingOf(IEnumerable<Acknowledgement> acknowledged)
    {
        var entries = Modules
            .SelectMany(module => module.Entries.Select(entry => (Module: module, Entry: entry)))
            .ToDictionary(one => one.Entry.Id);
        var missing = new List<string>();
        foreach (var command in acknowledged)
        {
            if (!entries.TryGetValue(command.AuditEntry, out var found))
            {
                missing.Add($"{command}: no audit entry");
            }
            else if (
                contents[command.AuditEntry].Outcome != AuditOutcome.Accepted
                || found.Module.Versions.GetValueOrDefault(command.Id) < command.Version
            )
            {
                missing.Add($"{command}: no such object in this version");
            }
            else if (command.Key is { } key && !found.Module.Requests.Any(one => IsAnswerTo(one, key, command)))
            {
                missing.Add($"{command}: no answer kept under its key");
            }
        }

        return missing;
    }

    /// <summary>Every message, and every subscriber of it, that was not dealt with exactly once.</summary>
    public IReadOnlyList<string> UnsettledMessages()
    {
        var dealtWith = Modules
            .SelectMany(module => module.Inbox.Select(mark => (module.Module.Schema, mark.MessageId, mark.Handler)))
            .ToHashSet();
        var unsettled = new List<string>();
        foreach (var message in Modules.SelectMany(module => module.Outbox))
        {
            if (message.State != MessageState.Delivered)
            {
                unsettled.Add($"{message.Name} {message.Id} is {message.State}: {message.LastFault}");
            }

            unsettled.AddRange(
                registry
                    .SubscribersOf(message.Name)
                    .Where(one => !dealtWith.Contains((one.Module.Schema, message.Id, one.Name)))
                    .Select(one => $"{message.Name} {message.Id} was not dealt with by {one.Name}")
            );
        }

        return unsettled;
    }

    /// <summary>The effects that the marks of handled messages promise, beside those that the audit entries show.</summary>
    public (IReadOnlyList<Effect> Promised, IReadOnlyList<Effect> Shown) Effects()
    {
        var causes = Modules.SelectMany(module => module.Outbox).ToDictionary(one => one.Id, one => one.CausedBy);
        var promised = Modules.SelectMany(module =>
            module
                .Inbox.Where(mark => mark.Outcome != InboxOutcome.NotConcerned)
                .Select(mark => new Effect(
                    module.Module.Schema,
                    causes[mark.MessageId],
                    mark.Outcome == InboxOutcome.Accepted
                ))
        );
        var shown = Modules.SelectMany(module =>
            module
                .Entries.Select(entry => contents[entry.Id])
                .Where(content => content is { ActorKind: ActorKind.Module, OnBehalfOf: not null })
                .Select(content => new Effect(
                    module.Module.Schema,
                    content.OnBehalfOf!.Value,
                    content.Outcome == AuditOutcome.Accepted
                ))
        );
        return (InOrder(promised), InOrder(shown));
    }

    private static List<Effect> InOrder(IEnumerable<Effect> effects) =>
        [.. effects.OrderBy(one => one.Schema).ThenBy(one => one.CausedBy).ThenBy(one => one.Accepted)];

    private static bool IsAnswerTo(AcceptedRequest request, string key, Acknowledgement command) =>
        request.Key == key
        && request.ObjectId == command.Id
        && request.ObjectVersion == command.Version
        && request.AuditEntry == command.AuditEntry;

    private static async Task<Dictionary<Guid, long>> VersionsAsync(
        ModuleDbContext context,
        CancellationToken cancellationToken
    )
    {
        var versions = new Dictionary<Guid, long>();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        foreach (var type in context.Model.GetEntityTypes().Where(IsRoot))
        {
            var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            var id = type.FindPrimaryKey()!.Properties.Single().GetColumnName(table);
            var version = type.FindProperty(nameof(AggregateRoot.Version))!.GetColumnName(table);
            var name = type.GetSchema() is { } schema ? $"\"{schema}\".\"{table.Name}\"" : $"\"{table.Name}\"";
#pragma warning disable CA2100 // the names are the model's own
            command.CommandText = $"SELECT \"{id}\", \"{version}\" FROM {name}";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                // Some roots have the id of the one they belong to.
                var root = await rows.GetFieldValueAsync<Guid>(0, cancellationToken);
                versions[root] = Math.Max(versions.GetValueOrDefault(root), rows.GetInt64(1));
            }
        }

        return versions;
    }

    private static bool IsRoot(IEntityType type) =>
        type.ClrType.IsAssignableTo(typeof(AggregateRoot)) && type.BaseType is null && type.GetTableName() is not null;
}
