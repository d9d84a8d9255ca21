using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>通知箱里各类通知的数目</summary>
internal sealed record CountNotices : IQuery<CountNotices.Answer>
{
    /// <summary>通知的数目</summary>
    /// <param name="Unread">未读</param>
    /// <param name="Open">未办</param>
    /// <param name="Overdue">未办且已过期限</param>
    /// <param name="DueSoon">未办且期限在 dueSoonBy 当日或以前、尚未过期</param>
    /// <param name="DueSoonBy">即将到期的截止日</param>
    /// <param name="UnreadOwn">本人的未读</param>
    /// <param name="UnreadOfUnit">本单位的未读</param>
    /// <param name="UnreadOnBehalf">代他人办理的未读</param>
    internal sealed record Answer(
        int Unread,
        int Open,
        int Overdue,
        int DueSoon,
        DateOnly DueSoonBy,
        int UnreadOwn,
        int UnreadOfUnit,
        int UnreadOnBehalf
    );
}

internal sealed class CountNoticesHandler(
    ISecurityDatabase database,
    RequestContext request,
    Inboxes inboxes,
    ILegalClock clock,
    RulesInForce rules
) : IRequestHandler<CountNotices, Result<CountNotices.Answer>>
{
    public async Task<Result<CountNotices.Answer>> Handle(CountNotices query, CancellationToken cancellationToken)
    {
        var inbox = await inboxes.OfAsync(request.Actor, cancellationToken);
        var today = clock.Today;
        var soon = today.AddDays(rules.Parameters.Of(Article05.DueSoonDays));
        var notices = database.Notices.AsNoTracking().Where(inbox.Holds);
        var unread = notices.Where(notice => notice.State == NoticeState.Unread);
        var overdue = await notices.Where(NoticeConditions.DueBy(today.AddDays(-1))).CountAsync(cancellationToken);
        return new CountNotices.Answer(
            await unread.CountAsync(cancellationToken),
            await notices.CountAsync(notice => notice.State != NoticeState.Acted, cancellationToken),
            overdue,
            await notices.Where(NoticeConditions.DueBy(soon)).CountAsync(cancellationToken) - overdue,
            soon,
            await unread.Where(NoticeConditions.In(NoticePlace.Own, inbox)).CountAsync(cancellationToken),
            await unread.Where(NoticeConditions.In(NoticePlace.Unit, inbox)).CountAsync(cancellationToken),
            await unread.Where(NoticeConditions.In(NoticePlace.OnBehalf, inbox)).CountAsync(cancellationToken)
        );
    }
}
