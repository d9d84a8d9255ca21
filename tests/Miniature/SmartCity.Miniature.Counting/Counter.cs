using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Miniature.Counting;

internal readonly record struct CounterId(Guid Value) : IStrongId<CounterId>
{
    public static CounterId From(Guid value) => new(value);
}

internal readonly record struct TicketId(Guid Value) : IStrongId<TicketId>
{
    public static TicketId From(Guid value) => new(value);
}

/// <summary>A child whose siblings compete for the places that are left.</summary>
internal sealed class Ticket
{
    public required TicketId Id { get; init; }

    public required int Place { get; init; }
}

[ObjectName("counter", "计数器", "counter")]
internal sealed class Counter : AggregateRoot<CounterId>
{
    private readonly List<Ticket> tickets = [];

    private Counter() { }

    public string Name { get; private init; } = "";

    public Guid Unit { get; private init; }

    public Guid Owner { get; private init; }

    public int Places { get; private init; }

    public long Count { get; private set; }

    public bool IsClosed { get; private set; }

    public IReadOnlyList<Ticket> Tickets => tickets;

    public static Counter Open(CounterId id, string name, int places, Actor opener) =>
        new()
        {
            Id = id,
            Name = name,
            Places = places,
            Unit = opener.Unit,
            Owner = opener.Account,
        };

    public Result Raise()
    {
        if (IsClosed)
        {
            return Error.IllegalTransition(new("计数器已关闭。", "The counter is closed."));
        }

        Count++;
        Announce(new CounterRaised(Id.Value, Count));
        return Result.Success;
    }

    public Result Close()
    {
        IsClosed = true;
        Announce(new CounterClosed(Id.Value));
        return Result.Success;
    }

    public Result Take(TicketId id)
    {
        if (tickets.Count >= Places)
        {
            return Refusals.Of("NO_PLACE_LEFT");
        }

        tickets.Add(new() { Id = id, Place = tickets.Count + 1 });
        return Result.Success;
    }
}
