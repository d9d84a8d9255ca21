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

/// <summary>Sends each account that wants one its digest of the legal day; a day whose digest was taken is passed over.</summary>
internal sealed class NoticeDigestJob(SecurityDb database, ILegalClock clock, IServiceScopeFactory scopes)
    : IPeriodicJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var waiting = await database
            .NoticeBoxes.AsNoTracking()
            .Where(box => box.Digest != DigestBy.None && (box.LastDigestOn == null || box.LastDigestOn < today))
            .Where(box => database.Accounts.Any(account => account.Id == box.Id && account.IsActive))
            .Select(box => box.Id)
            .ToListAsync(cancellationToken);
        foreach (var account in waiting)
        {
            await SendAsync(account, cancellationToken);
        }
    }

    private async Task SendAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = Actor.Module("Security");
        // Where another instance was faster, its digest is the day's: the answer says so and nothing is to be done.
        _ = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new SendDigest(account), cancellationToken);
    }
}
