using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>Marks a notice as read; those who only oversee read theirs as well.</summary>
internal sealed record MarkNoticeRead(NoticeId Notice, long ExpectedVersion)
    : IRecordsReading,
        IChangesObject,
        INoInput;

internal sealed class MarkNoticeReadHandler(ISecurityDatabase database, Act act, Inboxes inboxes)
    : IRequestHandler<MarkNoticeRead, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(MarkNoticeRead command, CancellationToken cancellationToken)
    {
        var inbox = await inboxes.OfAsync(act.Actor, cancellationToken);
        var notice = await database.Notices.FirstOrDefaultAsync(one => one.Id == command.Notice, cancellationToken);
        var outcome = act.Authorise(notice, SecurityAuthorities.OnNoticeOf(inbox), command.ExpectedVersion)
            .Then(() => notice!.MarkRead(inbox.Account, act.At));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
