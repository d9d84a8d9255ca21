using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Delegations;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Delegating;

/// <summary>The delegations that the actor may know of, those that begin last first, page by page.</summary>
/// <param name="On">Those in force on this day.</param>
internal sealed record ListDelegations(
    AccountId? Absentee = null,
    AccountId? Deputy = null,
    DateOnly? On = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListDelegations.DelegationLine>>
{
    internal sealed record DelegationLine(
        [property: Description("代办委托编号")] DelegationId Id,
        [property: Description("单位编号")] UnitId Unit,
        [property: Description("不在岗的账号")] AccountId Absentee,
        [property: Description("代办的账号")] AccountId Deputy,
        [property: Description("首日")] DateOnly From,
        [property: Description("末日")] DateOnly Until,
        [property: Description("事由")] string Reason,
        [property: Description("提前结束日期")] DateOnly? EndedOn,
        [property: Description("版本")] long Version
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(DateOnly From, DelegationId Id);
}

internal sealed class ListDelegationsValidator : AbstractValidator<ListDelegations>
{
    public ListDelegationsValidator()
    {
        RuleFor(query => query.On).PlausibleDate();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListDelegationsHandler(ISecurityDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListDelegations, Result<Page<ListDelegations.DelegationLine>>>
{
    public async Task<Result<Page<ListDelegations.DelegationLine>>> Handle(
        ListDelegations query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListDelegations.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Delegations.AsNoTracking().Where(DelegationAccess.ReadableBy(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(delegation => delegation.From)
            .ThenByDescending(delegation => delegation.Id)
            .Take(limit + 1)
            .ProjectTo<ListDelegations.DelegationLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListDelegations.Position(line.From, line.Id));
    }

    private static IQueryable<Delegation> Filtered(
        IQueryable<Delegation> delegations,
        ListDelegations query,
        ListDelegations.Position? position
    )
    {
        if (query.Absentee is { } absentee)
        {
            delegations = delegations.Where(delegation => delegation.Absentee == absentee);
        }

        if (query.Deputy is { } deputy)
        {
            delegations = delegations.Where(delegation => delegation.Deputy == deputy);
        }

        if (query.On is { } day)
        {
            delegations = delegations.Where(one => one.EndedOn == null && one.From <= day && one.Until >= day);
        }

        if (position is { From: var from, Id: var id })
        {
            delegations = delegations.Where(one => one.From < from || (one.From == from && one.Id < id));
        }

        return delegations;
    }
}
