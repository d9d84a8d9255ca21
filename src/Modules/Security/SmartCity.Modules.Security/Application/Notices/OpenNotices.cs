using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>What waits in an account's inbox, when nobody will look into it any more.</summary>
internal sealed class OpenNotices(ISecurityDatabase database)
{
    /// <summary>Moves it to the unit's inbox with the save of the act that takes the account out of office.</summary>
    public async Task MoveToUnitAsync(AccountId account, CancellationToken cancellationToken)
    {
        var open = await database
            .Notices.Where(notice => notice.Account == account && notice.State != NoticeState.Acted)
            .ToListAsync(cancellationToken);
        open.ForEach(notice => notice.MoveToUnit());
    }
}
