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
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Regulation.Notices;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>The notices that the actor sees today, the newest first, page by page.</summary>
/// <param name="DueBy">Open ones that are due by this day, overdue ones among them.</param>
internal sealed record ListNotices(
    NoticeState? State = null,
    NoticePlace? Place = null,
    string? Kind = null,
    DateOnly? DueBy = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListNotices.NoticeLine>>
{
    internal sealed record NoticeLine(
        [property: Description("通知编号")] NoticeId Id,
        [property: Description("状态")] NoticeState State,
        [property: Description("事由")] string Kind,
        [property: Description("标题")] string Title,
        [property: Description("服务的条文")] int Article,
        [property: Description("期限")] DateOnly? DueOn,
        [property: Description("发出日期")] DateOnly RaisedOn,
        [property: Description("收到时刻")] DateTimeOffset ReceivedAt,
        [property: Description("收件单位")] UnitId Unit,
        [property: Description("收件账号")] AccountId? Account,
        [property: Description("代谁办理")] AccountId? OnBehalfOf,
        [property: Description("原收件账号")] AccountId? LeftBy,
        [property: Description("事项种类")] string ObjectType,
        [property: Description("事项编号")] string ObjectId,
        [property: Description("事项名称")] string? ObjectTitle,
        [property: Description("事项地址")] string? ObjectAddress,
        [property: Description("时限编号")] ClockId? Clock,
        [property: Description("版本")] long Version
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(DateTimeOffset ReceivedAt, NoticeId Id);
}

internal sealed class ListNoticesValidator : AbstractValidator<ListNotices>
{
    public ListNoticesValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Place).KnownWord();
        RuleFor(query => query.Kind).Text(NoticeRaised.LongestKind);
        RuleFor(query => query.DueBy).PlausibleDate();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListNoticesHandler(
    ISecurityDatabase database,
    RequestContext request,
    Inboxes inboxes,
    IMapper mapper
) : IRequestHandler<ListNotices, Result<Page<ListNotices.NoticeLine>>>
{
    public async Task<Result<Page<ListNotices.NoticeLine>>> Handle(
        ListNotices query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListNotices.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var inbox = await inboxes.OfAsync(request.Actor, cancellationToken);
        var notices = database.Notices.AsNoTracking().Where(inbox.Holds);
        var lines = await Filtered(notices, query, inbox, position.Value)
            .OrderByDescending(notice => notice.ReceivedAt)
            .ThenByDescending(notice => notice.Id)
            .Take(limit + 1)
            .ProjectTo<ListNotices.NoticeLine>(
                mapper.ConfigurationProvider,
                new { reader = inbox.Account, inEnglish = request.Language == Language.English }
            )
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListNotices.Position(line.ReceivedAt, line.Id));
    }

    private static IQueryable<Notice> Filtered(
        IQueryable<Notice> notices,
        ListNotices query,
        Inbox inbox,
        ListNotices.Position? position
    )
    {
        if (query.State is { } state)
        {
            notices = notices.Where(notice => notice.State == state);
        }

        if (query.Place is { } place)
        {
            notices = notices.Where(NoticeConditions.In(place, inbox));
        }

        if (query.Kind is { Length: > 0 } kind)
        {
            notices = notices.Where(notice => notice.Kind == kind);
        }

        if (query.DueBy is { } day)
        {
            notices = notices.Where(NoticeConditions.DueBy(day));
        }

        if (position is { Id: var id })
        {
            var at = position.ReceivedAt.ToUniversalTime();
            notices = notices.Where(notice => notice.ReceivedAt < at || (notice.ReceivedAt == at && notice.Id < id));
        }

        return notices;
    }
}
