using System.Collections.Concurrent;
using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Miniature.Counting;

namespace SmartCity.BuildingBlocks.Tests.Tallying;

/// <summary>The receiving module: it keeps a tally of every counter it hears of.</summary>
public sealed class TallyingModule : IModule
{
    public string Name => "Tallying";

    public string Schema => "tallying";

    public Assembly Contracts => typeof(TallyingModule).Assembly;

    public ModuleDatabase? Database =>
        ModuleDatabase.Of<TallyingDb, SqliteTallyingDb, PostgresTallyingDb, SqlServerTallyingDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<ITallyingDatabase, TallyingDb>(this);
        services.AddHousekeeping<TallyingDb>(this);
        services.AddSingleton<Poison>();
    }

    public void Map(IEndpointRouteBuilder routes) { }
}

/// <summary>Which counters' messages this module cannot stomach just now.</summary>
internal sealed class Poison
{
    /// <summary>Handling throws after the effect was written.</summary>
    public ConcurrentDictionary<Guid, bool> Throws { get; } = new();

    /// <summary>Handling throws after the effect was written, for this one count alone.</summary>
    public ConcurrentDictionary<Guid, long> ThrowsAt { get; } = new();

    /// <summary>The database goes away while the message is handled.</summary>
    public ConcurrentDictionary<Guid, bool> LosesDatabase { get; } = new();

    /// <summary>Handling stops until the test lets it go on.</summary>
    public ConcurrentDictionary<Guid, Stop> Stops { get; } = new();

    /// <summary>The module's own rules refuse the command.</summary>
    public ConcurrentDictionary<Guid, bool> Refuses { get; } = new();

    public ConcurrentDictionary<Guid, bool> Ignores { get; } = new();
}

internal sealed class Stop
{
    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal interface ITallyingDatabase : IModuleStore
{
    DbSet<Tally> Tallies { get; }
}

internal abstract class TallyingDb(DbContextOptions options) : ModuleDbContext(options), ITallyingDatabase
{
    public override string Schema => "tallying";

    public DbSet<Tally> Tallies => Set<Tally>();
}

internal sealed class SqliteTallyingDb(DbContextOptions<SqliteTallyingDb> options) : TallyingDb(options);

internal sealed class PostgresTallyingDb(DbContextOptions<PostgresTallyingDb> options) : TallyingDb(options);

internal sealed class SqlServerTallyingDb(DbContextOptions<SqlServerTallyingDb> options) : TallyingDb(options);

internal readonly record struct TallyId(Guid Value) : IStrongId<TallyId>
{
    public static TallyId From(Guid value) => new(value);
}

/// <summary>What was heard of one counter, in the order of hearing.</summary>
[ObjectName("tally", "统计", "tally")]
internal sealed class Tally : AggregateRoot<TallyId>
{
    private Tally() { }

    /// <summary>The counts as they came, such as <c>1 2 3</c>.</summary>
    public string Heard { get; private set; } = "";

    public static Tally Of(TallyId id) => new() { Id = id };

    public void Hear(long count) => Heard = $"{Heard} {count}".Trim();
}

internal sealed class TallyTable : IEntityTypeConfiguration<Tally>
{
    public void Configure(EntityTypeBuilder<Tally> builder)
    {
        builder.ToTable("tallies").HasKey(tally => tally.Id);
        builder.Property(tally => tally.Heard).HasMaxLength(4000);
    }
}

internal sealed class TallyingAuthorities : AuthorityTable
{
    public TallyingAuthorities() =>
        Command<RecordCount>(Stake.Business, "tallying.record", 7, new("系统", "the system"), Actor.ModuleRole);
}

internal sealed record RecordCount(TallyId Tally, long Count) : ICommand, INoInput;

internal sealed class RecordCountHandler(ITallyingDatabase database, Act act, Poison poison)
    : IRequestHandler<RecordCount, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordCount command, CancellationToken cancellationToken)
    {
        var tally = await database.Tallies.FindAsync([command.Tally], cancellationToken);
        if (tally is null)
        {
            database.Tallies.Add(tally = Tally.Of(command.Tally));
        }

        var allowed = act.Authorise(tally, new((_, _) => true, (_, _) => null));
        tally.Hear(command.Count);
        if (poison.Refuses.ContainsKey(command.Tally.Value))
        {
            return Refusals.Of("TALLY_CLOSED", "TALLY_FULL");
        }

        return allowed.IsFailure ? allowed.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}

internal sealed class TallyRaisedCounters(IMediator mediator, Poison poison) : IIntegrationEventHandler<CounterRaised>
{
    public Task<bool> ConcernsAsync(CounterRaised integrationEvent, CancellationToken cancellationToken) =>
        Task.FromResult(!poison.Ignores.ContainsKey(integrationEvent.Counter));

    public async Task<Result<Receipt>> HandleAsync(CounterRaised integrationEvent, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new RecordCount(new(integrationEvent.Counter), integrationEvent.To),
            cancellationToken
        );
        if (poison.Stops.TryGetValue(integrationEvent.Counter, out var stop))
        {
            stop.Reached.TrySetResult();
            await stop.GoOn.Task.WaitAsync(cancellationToken);
        }

        poison.ThrowFor(integrationEvent.Counter, integrationEvent.To);
        return outcome;
    }
}

internal sealed class TallyClosedCounters(IMediator mediator, Poison poison) : IIntegrationEventHandler<CounterClosed>
{
    public Task<Result<Receipt>> HandleAsync(CounterClosed integrationEvent, CancellationToken cancellationToken)
    {
        poison.ThrowFor(integrationEvent.Counter);
        return mediator.Send(new RecordCount(new(integrationEvent.Counter), 0), cancellationToken);
    }
}

internal static class PoisonExtensions
{
    public static void ThrowFor(this Poison poison, Guid counter, long count = 0)
    {
        if (
            poison.Throws.ContainsKey(counter)
            || (poison.ThrowsAt.TryGetValue(counter, out var poisonous) && poisonous == count)
        )
        {
            throw new InvalidOperationException("This message is poison.");
        }

        if (poison.LosesDatabase.ContainsKey(counter))
        {
            throw new DatabaseFileGoneException();
        }
    }
}
