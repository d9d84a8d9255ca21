using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>Marks a notice as acted on, with what was done about it.</summary>
internal sealed record MarkNoticeActed(NoticeId Notice, string Done, long ExpectedVersion) : ICommand, IChangesObject;

internal sealed class MarkNoticeActedValidator : AbstractValidator<MarkNoticeActed>
{
    public const int LongestDone = 1000;

    public MarkNoticeActedValidator() => RuleFor(command => command.Done).RequiredText(LongestDone);
}

internal sealed class MarkNoticeActedHandler(ISecurityDatabase database, Act act, Inboxes inboxes)
    : IRequestHandler<MarkNoticeActed, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(MarkNoticeActed command, CancellationToken cancellationToken)
    {
        var inbox = await inboxes.OfAsync(act.Actor, cancellationToken);
        var notice = await database.Notices.FirstOrDefaultAsync(one => one.Id == command.Notice, cancellationToken);
        var outcome = act.Authorise(notice, SecurityAuthorities.OnNoticeOf(inbox), command.ExpectedVersion)
            .Then(() => notice!.MarkActed(inbox.Account, command.Done, act.LegalDate));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
