using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>
/// Marks all that the actor sees and that came in up to an instant as read; what came in later stays unread, although he
/// has pressed the button after it came.
/// </summary>
internal sealed record MarkAllRead(DateTimeOffset Until) : IRecordsReading;

internal sealed class MarkAllReadValidator : AbstractValidator<MarkAllRead>
{
    /// <summary>The oldest first; who has more sends it again.</summary>
    public const int MostAtOnce = 1000;

    public MarkAllReadValidator(TimeProvider time) =>
        RuleFor(command => command.Until)
            .Must(until => until <= time.GetUtcNow())
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("时刻不能在将来。", "The instant must not lie ahead.");
}

internal sealed class MarkAllReadHandler(ISecurityDatabase database, Act act, Inboxes inboxes)
    : IRequestHandler<MarkAllRead, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(MarkAllRead command, CancellationToken cancellationToken)
    {
        var inbox = await inboxes.OfAsync(act.Actor, cancellationToken);
        var until = command.Until.ToUniversalTime();
        var box = await database.NoticeBoxes.FirstOrDefaultAsync(one => one.Id == inbox.Account, cancellationToken);
        if (box is null)
        {
            box = NoticeBox.Of(inbox.Account);
            database.NoticeBoxes.Add(box);
        }

        if (act.Authorise(box, SecurityAuthorities.OnNoticeBox) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        var unread = await database
            .Notices.Where(inbox.Holds)
            .Where(notice => notice.State == NoticeState.Unread && notice.ReceivedAt <= until)
            .OrderBy(notice => notice.ReceivedAt)
            .ThenBy(notice => notice.Id)
            .Take(MarkAllReadValidator.MostAtOnce)
            .ToListAsync(cancellationToken);
        foreach (var notice in unread)
        {
            _ = notice.MarkRead(inbox.Account, act.At);
        }

        box.MarkReadUpTo(until);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
