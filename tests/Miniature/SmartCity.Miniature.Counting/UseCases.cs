using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Miniature.Counting;

internal sealed class CountingAuthorities : AuthorityTable
{
    public const string Clerk = "clerk";

    private static readonly LocalizedText Clerks = new("经办人员", "a clerk");

    public CountingAuthorities()
    {
        Command<OpenCounter>(Stake.Business, "counting.open", 6, Clerks, Clerk);
        Command<RaiseCounter>(Stake.Business, "counting.raise", 6, Clerks, Clerk);
        Command<CloseCounter>(Stake.Business, "counting.close", 6, Clerks, Clerk);
        Command<TakeTicket>(Stake.Business, "counting.take", 6, Clerks, Clerk);
        Command<RaiseUnasked>(Stake.Business, "counting.raise-unasked", 6, Clerks, Clerk);
        Command<RaiseAndThrow>(Stake.Business, "counting.raise-and-throw", 6, Clerks, Clerk);
        Query<CounterByName>("counting.counter", 6, Clerks, Clerk);
        Query<CountersByName>("counting.counters", 6, Clerks, Clerk);
    }
}

internal static class CounterAuthority
{
    /// <summary>The unit reads its counters; only he who opened one changes it.</summary>
    public static ObjectAuthority<Counter> OfOwner { get; } =
        new(
            (actor, counter) => actor.Unit == counter.Unit,
            (actor, counter) =>
                actor.Account == counter.Owner
                    ? null
                    : Error.Forbidden("NOT_YOURS", new("该计数器由他人负责。", "The counter is in another's care."))
        );
}

internal sealed record OpenCounter(string Name, int Places = 1) : ICommand;

internal sealed class OpenCounterValidator : AbstractValidator<OpenCounter>
{
    public OpenCounterValidator()
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(40);
        RuleFor(command => command.Places).GreaterThan(0);
    }
}

internal sealed class OpenCounterHandler(ICountingDatabase database, Act act, IIdSource ids)
    : IRequestHandler<OpenCounter, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(OpenCounter command, CancellationToken cancellationToken)
    {
        var counter = Counter.Open(ids.Next<CounterId>(), command.Name, command.Places, act.Actor);
        if (act.Authorise(counter, CounterAuthority.OfOwner) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        database.Counters.Add(counter);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}

internal sealed record RaiseCounter(CounterId Counter, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class RaiseCounterHandler(ICountingDatabase database, Act act)
    : IRequestHandler<RaiseCounter, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RaiseCounter command, CancellationToken cancellationToken)
    {
        var counter = await database.Counters.FindAsync([command.Counter], cancellationToken);
        var outcome = act.Authorise(counter, CounterAuthority.OfOwner, command.ExpectedVersion)
            .Then(() => counter!.Raise());
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}

internal sealed record CloseCounter(CounterId Counter, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class CloseCounterHandler(ICountingDatabase database, Act act)
    : IRequestHandler<CloseCounter, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CloseCounter command, CancellationToken cancellationToken)
    {
        var counter = await database.Counters.FindAsync([command.Counter], cancellationToken);
        var outcome = act.Authorise(counter, CounterAuthority.OfOwner, command.ExpectedVersion)
            .Then(() => counter!.Close());
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}

/// <summary>Makes a child that competes with others for the last place.</summary>
internal sealed record TakeTicket(CounterId Counter) : ICommand, INoInput;

internal sealed class TakeTicketHandler(ICountingDatabase database, Act act, IIdSource ids)
    : IRequestHandler<TakeTicket, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(TakeTicket command, CancellationToken cancellationToken)
    {
        await database.LockAsync<Counter, CounterId>(command.Counter, cancellationToken);
        var counter = await database.Counters.FirstOrDefaultAsync(one => one.Id == command.Counter, cancellationToken);
        var outcome = act.Authorise(counter, CounterAuthority.OfOwner).Then(() => counter!.Take(ids.Next<TicketId>()));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}

/// <summary>A handler with a bug: it saves without having asked whether the actor may.</summary>
internal sealed record RaiseUnasked(CounterId Counter) : ICommand, INoInput;

internal sealed class RaiseUnaskedHandler(ICountingDatabase database, Act act)
    : IRequestHandler<RaiseUnasked, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RaiseUnasked command, CancellationToken cancellationToken)
    {
        var counter = await database.Counters.SingleAsync(one => one.Id == command.Counter, cancellationToken);
        _ = counter.Raise();
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}

/// <summary>A handler with a bug: it throws while it holds the root.</summary>
internal sealed record RaiseAndThrow(CounterId Counter) : ICommand, INoInput;

internal sealed class RaiseAndThrowHandler(ICountingDatabase database) : IRequestHandler<RaiseAndThrow, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RaiseAndThrow command, CancellationToken cancellationToken)
    {
        await database.LockAsync<Counter, CounterId>(command.Counter, cancellationToken);
        var counter = await database.Counters.SingleAsync(one => one.Id == command.Counter, cancellationToken);
        _ = counter.Raise();
        throw new InvalidOperationException("A bug.");
    }
}

internal sealed record CounterView(string Name, long Count, long Version);

internal sealed record CounterByName(string Name) : IQuery<CounterView>;

internal sealed class CounterByNameHandler(ICountingDatabase database, RequestContext request)
    : IRequestHandler<CounterByName, Result<CounterView>>
{
    public async Task<Result<CounterView>> Handle(CounterByName query, CancellationToken cancellationToken)
    {
        var found = await database
            .Counters.Where(one => one.Name == query.Name && one.Unit == request.Actor.Unit)
            .Select(one => new CounterView(one.Name, one.Count, one.Version))
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? Error.NotFound(new("计数器", "counter")) : found;
    }
}

internal sealed record CounterKey(string Name);

internal sealed record CountersByName(int Limit, string? After) : IQuery<Page<CounterView>>;

internal sealed class CountersByNameValidator : AbstractValidator<CountersByName>
{
    public CountersByNameValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit);
}

internal sealed class CountersByNameHandler(ICountingDatabase database, RequestContext request)
    : IRequestHandler<CountersByName, Result<Page<CounterView>>>
{
    public async Task<Result<Page<CounterView>>> Handle(CountersByName query, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<CounterKey>(query.After);
        if (after.IsFailure)
        {
            return after.Failure;
        }

        var counters = database.Counters.Where(one => one.Unit == request.Actor.Unit);
        if (after.Value is { } key)
        {
#pragma warning disable CA1309 // becomes SQL, which knows one comparison only
            counters = counters.Where(one => string.Compare(one.Name, key.Name) > 0);
#pragma warning restore CA1309
        }

        var rows = await counters
            .OrderBy(one => one.Name)
            .Take(query.Limit + 1)
            .Select(one => new CounterView(one.Name, one.Count, one.Version))
            .ToListAsync(cancellationToken);
        return rows.ToPage(query.Limit, row => new CounterKey(row.Name));
    }
}
