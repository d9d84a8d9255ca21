using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Miniature.Counting;

internal readonly record struct ArchiveId(Guid Value) : IStrongId<ArchiveId>
{
    public static ArchiveId From(Guid value) => new(value);
}

/// <summary>What the counting module itself makes of a closed counter.</summary>
[ObjectName("archive", "归档", "archive")]
internal sealed class Archive : AggregateRoot<ArchiveId>
{
    private Archive() { }

    public static Archive Of(Guid counter) => new() { Id = new(counter) };
}

internal sealed class ArchiveTable : IEntityTypeConfiguration<Archive>
{
    public void Configure(EntityTypeBuilder<Archive> builder) =>
        builder.ToTable("archives").HasKey(archive => archive.Id);
}

internal sealed class ArchiveAuthorities : AuthorityTable
{
    public ArchiveAuthorities() =>
        Command<ArchiveCounter>(Stake.Business, "counting.archive", 6, new("系统", "the system"), Actor.ModuleRole);
}

internal sealed record ArchiveCounter(Guid Counter) : ICommand, INoInput;

internal sealed class ArchiveCounterHandler(CountingDb database, Act act)
    : IRequestHandler<ArchiveCounter, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ArchiveCounter command, CancellationToken cancellationToken)
    {
        var archive = Archive.Of(command.Counter);
        _ = act.Authorise(archive, new((_, _) => true, (_, _) => null));
        database.Add(archive);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}

internal sealed class ArchiveClosedCounters(IMediator mediator) : IIntegrationEventHandler<CounterClosed>
{
    public Task<Result<Receipt>> HandleAsync(CounterClosed integrationEvent, CancellationToken cancellationToken) =>
        mediator.Send(new ArchiveCounter(integrationEvent.Counter), cancellationToken);
}
