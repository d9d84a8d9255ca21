using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Infrastructure.Notices;

/// <summary>The day after the last post of an account ended, what is open in its inbox moves to its unit's.</summary>
internal sealed class NoticeMovingJob(SecurityDb database, ILegalClock clock, IServiceScopeFactory scopes)
    : IPeriodicJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var left = await database
            .Accounts.AsNoTracking()
            .Where(account =>
                database.Notices.Any(notice => notice.Account == account.Id && notice.State != NoticeState.Acted)
            )
            .Where(account =>
                database.Posts.Any(post => post.Account == account.Id)
                && !database.Posts.Any(post =>
                    post.Account == account.Id && (post.Until == null || post.Until >= today)
                )
            )
            .Select(account => account.Id)
            .ToListAsync(cancellationToken);
        foreach (var account in left)
        {
            await MoveAsync(account, cancellationToken);
        }
    }

    private async Task MoveAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = Actor.Module("Security");
        // What somebody else changed meanwhile is looked at again by the next run.
        _ = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new MoveNotices(account), cancellationToken);
    }
}
