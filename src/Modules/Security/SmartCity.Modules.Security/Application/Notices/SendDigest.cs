using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Regulation.Rules;
using Unit = SmartCity.Modules.Security.Domain.Units.Unit;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>
/// Sums up for one account what is unread and what falls due, once for a day: the day is kept in the same save, so that no
/// second run and no second instance sums it up again.
/// </summary>
internal sealed record SendDigest(AccountId Account) : ICommand, INoInput;

internal sealed class SendDigestHandler(
    ISecurityDatabase database,
    Act act,
    Inboxes inboxes,
    IMailServer server,
    RulesInForce rules,
    IIdSource ids
) : IRequestHandler<SendDigest, Result<Receipt>>
{
    private const string DigestKind = "security.daily-digest";
    private const int MostTitles = 10;

    public async Task<Result<Receipt>> Handle(SendDigest command, CancellationToken cancellationToken)
    {
        var box = await database.NoticeBoxes.FirstOrDefaultAsync(one => one.Id == command.Account, cancellationToken);
        var taken = act.Authorise(box, SecurityAuthorities.OnSystemsNoticeBox)
            .Then(() => box!.TakeDigest(act.LegalDate));
        if (taken.IsFailure)
        {
            return taken.Failure;
        }

        var holder = await database
            .Accounts.AsNoTracking()
            .Where(account => account.Id == command.Account)
            .Join(database.Units, account => account.Unit, unit => unit.Id, (account, unit) => new { account, unit })
            .FirstAsync(cancellationToken);
        if (await SumUpAsync(holder.account, holder.unit, cancellationToken) is { } summary)
        {
            Send(box!, holder.account, summary);
        }

        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task<Summary?> SumUpAsync(Account account, Unit unit, CancellationToken cancellationToken)
    {
        var inbox = await inboxes.OfAsync(account.Id, unit.Id, account.RoleIn(unit), cancellationToken);
        var soon = act.LegalDate.AddDays(rules.Parameters.Of(Article05.DueSoonDays));
        // Yesterday's digest is no news.
        var notices = database.Notices.AsNoTracking().Where(inbox.Holds).Where(notice => notice.Kind != DigestKind);
        var unread = await notices.CountAsync(notice => notice.State == NoticeState.Unread, cancellationToken);
        var due = notices.Where(NoticeConditions.DueBy(soon));
        var dueCount = await due.CountAsync(cancellationToken);
        if (unread + dueCount == 0)
        {
            return null;
        }

        var first = await due.OrderBy(notice => notice.DueOn)
            .ThenBy(notice => notice.Id)
            .Take(MostTitles)
            .ToListAsync(cancellationToken);
        return new(unread, dueCount, soon, first);
    }

    private void Send(NoticeBox box, Account account, Summary summary)
    {
        var title = new LocalizedText(
            $"每日摘要：{summary.Unread}条未读，{summary.Due}条将到期或已过期",
            $"Daily digest: {summary.Unread} unread, {summary.Due} due or overdue"
        );
        if (box is { Digest: DigestBy.Mail, MailAddress: { } address } && server.IsConfigured)
        {
            var body = $"{summary.Text.Chinese}\n\n{summary.Text.English}";
            database.MailDeliveries.Add(
                MailDelivery.Queue(
                    ids.Next<MailDeliveryId>(),
                    new(account.Id, address, Notice: null, title.Chinese, body),
                    act.At
                )
            );
            return;
        }

        // Without a mail server it lands where all else does.
        database.Notices.Add(
            Notice.Raise(
                ids.Next<NoticeId>(),
                account.Unit,
                account.Id,
                isLookedInto: true,
                new(
                    DigestKind,
                    title,
                    summary.Text,
                    act.Article,
                    new("notice-box", account.Identity, Title: null, Address: null),
                    Clock: null,
                    new AuditEntryId(act.AuditEntry),
                    DueOn: null,
                    act.LegalDate
                ),
                act.At
            )
        );
    }

    private sealed record Summary(int Unread, int Due, DateOnly DueBy, IReadOnlyList<Notice> First)
    {
        public LocalizedText Text =>
            new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"未读{Unread}条；{DueBy:yyyy-MM-dd}前到期或已过期的{Due}条。{Lines(one => one.TitleChinese)}"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Unread} unread; {Due} due by {DueBy:yyyy-MM-dd} or overdue.{Lines(one => one.TitleEnglish)}"
                )
            );

        // The titles of ten notices are longer than a notice's text may be; each gives a part of its own.
        private string Lines(Func<Notice, string> title) =>
            string.Concat(
                First.Select(one =>
                    string.Create(CultureInfo.InvariantCulture, $"\n{one.DueOn:yyyy-MM-dd} {Shortened(title(one))}")
                )
            );

        private static string Shortened(string title) => title.Length <= LongestLine ? title : title[..LongestLine];

        private const int LongestLine = 120;
    }
}
