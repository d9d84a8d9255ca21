using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Infrastructure.Mails;

/// <summary>
/// Sends what waits and is due, one mail after the other. Each is claimed by a conditional update before it is sent, and
/// what became of it is kept after: no two instances send the same mail knowingly. One that dies between the server's
/// word and the keeping of it leaves a mail that is sent again when its claim has lapsed.
/// </summary>
internal sealed class MailDeliveryJob(
    SecurityDb database,
    IMailServer server,
    IServiceScopeFactory scopes,
    IIdSource ids,
    TimeProvider time
) : IPeriodicJob
{
    /// <summary>Longer than the longest time limit of one mail.</summary>
    private static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!server.IsConfigured)
        {
            return;
        }

        var serverIsAway = false;
        while (!serverIsAway && await ClaimNextAsync(cancellationToken) is { } mail)
        {
            var answer = await WhyNotAsync(mail, cancellationToken) is { } reason
                ? new(MailOutcome.Refused, reason)
                : await server.SendAsync(
                    new(mail.Id, mail.Address, mail.Subject, mail.Body, mail.QueuedAt),
                    cancellationToken
                );
            // What the server has said is kept although the service is just told to stop.
            await SettleAsync(mail, answer, CancellationToken.None);
            serverIsAway = answer.ServerIsAway;
        }
    }

    // Who has left is told nothing more, and who has asked for no more mail gets none that waited meanwhile.
    private async Task<string?> WhyNotAsync(MailDelivery mail, CancellationToken cancellationToken)
    {
        if (!await database.Accounts.AnyAsync(one => one.Id == mail.Account && one.IsActive, cancellationToken))
        {
            return "the account is closed";
        }

        var isDigest = mail.Notice is null;
        return await database.NoticeBoxes.AnyAsync(
            box =>
                box.Id == mail.Account
                && box.MailAddress == mail.Address
                && (isDigest ? box.Digest == DigestBy.Mail : box.MailsNotices),
            cancellationToken
        )
            ? null
            : "no such mail is wanted at this address any more";
    }

    private async Task<MailDelivery?> ClaimNextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var due = await Free(now)
                .OrderBy(mail => mail.NextAttemptAt)
                .ThenBy(mail => mail.Id)
                .Select(mail => mail.Id)
                .Take(1)
                .ToListAsync(cancellationToken);
            if (due.Count == 0)
            {
                return null;
            }

            MailClaimId? claim = ids.Next<MailClaimId>();
            DateTimeOffset? until = now + ClaimedFor;
            var id = due[0];
            var taken = await Free(now)
                .Where(mail => mail.Id == id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(mail => mail.ClaimedBy, claim).SetProperty(mail => mail.ClaimedUntil, until),
                    cancellationToken
                );
            // Where another instance was faster, there may be a next one.
            if (taken == 1)
            {
                return await database
                    .MailDeliveries.AsNoTracking()
                    .FirstAsync(mail => mail.Id == id, cancellationToken);
            }
        }
    }

    private IQueryable<MailDelivery> Free(DateTimeOffset now) =>
        database
            .MailDeliveries.AsNoTracking()
            .Where(mail =>
                mail.State == MailState.Waiting
                && mail.NextAttemptAt <= now
                && (mail.ClaimedUntil == null || mail.ClaimedUntil < now)
            );

    private async Task SettleAsync(MailDelivery mail, MailAnswer answer, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = Actor.Module("Security");
        _ = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new SettleMail(mail.Id, mail.ClaimedBy!.Value, answer.Outcome, answer.Fault), cancellationToken);
    }
}
