using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>The last post of an account has ended: what is open in its inbox moves to its unit's.</summary>
internal sealed record MoveNotices(AccountId Account) : ICommand, INoInput;

internal sealed class MoveNoticesHandler(ISecurityDatabase database, Act act, OpenNotices open)
    : IRequestHandler<MoveNotices, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(MoveNotices command, CancellationToken cancellationToken)
    {
        var box = await database.NoticeBoxes.FirstOrDefaultAsync(one => one.Id == command.Account, cancellationToken);
        if (box is null)
        {
            box = NoticeBox.Of(command.Account);
            database.NoticeBoxes.Add(box);
        }

        if (act.Authorise(box, SecurityAuthorities.OnSystemsNoticeBox) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        await open.MoveToUnitAsync(command.Account, cancellationToken);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
