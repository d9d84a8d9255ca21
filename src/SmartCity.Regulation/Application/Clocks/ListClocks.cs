using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Clocks;

/// <summary>The statutory clocks that the actor may read, those due first before the others, page by page.</summary>
/// <param name="Unit">The unit that is responsible.</param>
/// <param name="Authority">The unit that oversees it.</param>
/// <param name="Kind">The code of a kind, or of a module.</param>
/// <param name="Object">The object that it runs on, by its id.</param>
/// <param name="Overdue">True for the duties that are missed, false for all other clocks.</param>
/// <param name="DueBefore">Due on or before this day.</param>
internal sealed record ListClocks(
    ClockState? State = null,
    Guid? Unit = null,
    Guid? Authority = null,
    string? Kind = null,
    string? Object = null,
    bool? Overdue = null,
    DateOnly? DueBefore = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ClockLine>>;

internal sealed class ListClocksValidator : AbstractValidator<ListClocks>
{
    public ListClocksValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Kind).Text(InputRules.ShortText);
        RuleFor(query => query.Object).Text(InputRules.ShortText);
        RuleFor(query => query.DueBefore).PlausibleDate();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListClocksHandler(ClockBoard board, RequestContext request, ILegalClock legalClock)
    : IRequestHandler<ListClocks, Result<Page<ClockLine>>>
{
    public async Task<Result<Page<ClockLine>>> Handle(ListClocks query, CancellationToken cancellationToken)
    {
        var position = Cursor.Read<BoardPosition>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var today = legalClock.Today;
        var limit = query.Limit ?? Cursor.DefaultLimit;
        var found = await board.ReadAsync(
            request.Actor,
            clocks => Filtered(clocks, query, today),
            position.Value,
            limit + 1,
            cancellationToken
        );
        var page = found.ToPage(
            limit,
            one => new BoardPosition(one.Clock.DueOn, one.Module.Module.Schema, one.Clock.Number)
        );
        return new Page<ClockLine>(
            [.. page.Items.Select(one => ClockLine.Of(one, today, request.Language))],
            page.Next
        );
    }

    private static IQueryable<StatutoryClock> Filtered(
        IQueryable<StatutoryClock> clocks,
        ListClocks query,
        DateOnly today
    )
    {
        if (query.State is { } state)
        {
            clocks = clocks.Where(clock => clock.State == state);
        }

        if (query.Unit is { } unit)
        {
            var responsible = new ClockUnit(unit);
            clocks = clocks.Where(clock => clock.Unit == responsible);
        }

        if (query.Authority is { } authority)
        {
            var overseeing = new ClockUnit(authority);
            clocks = clocks.Where(clock => clock.Authority == overseeing);
        }

        if (query.Kind is { Length: > 0 } kind)
        {
            var ofModule = $"{kind}.";
            clocks = clocks.Where(clock => clock.Kind == kind || clock.Kind.StartsWith(ofModule));
        }

        if (query.Object is { Length: > 0 } target)
        {
            clocks = clocks.Where(clock => clock.ObjectId == target);
        }

        if (query.Overdue is { } overdue)
        {
            clocks = clocks.Where(StatutoryClock.OverdueOn(today, overdue));
        }

        return query.DueBefore is { } day ? clocks.Where(clock => clock.DueOn <= day) : clocks;
    }
}
