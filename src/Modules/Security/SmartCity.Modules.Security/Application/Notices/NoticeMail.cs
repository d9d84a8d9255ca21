using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>Writes the mails of a notice, for those who asked for mail, into the save of the act that files it.</summary>
internal sealed class NoticeMail(ISecurityDatabase database, Inboxes inboxes, IMailServer server, IIdSource ids)
{
    public async Task QueueAsync(Notice notice, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!server.IsConfigured)
        {
            return;
        }

        var readers = await ReadersAsync(notice, cancellationToken);
        var boxes = await database
            .NoticeBoxes.AsNoTracking()
            .Where(box => readers.Contains(box.Id) && box.MailsNotices && box.MailAddress != null)
            .OrderBy(box => box.Id)
            .ToListAsync(cancellationToken);
        foreach (var box in boxes)
        {
            database.MailDeliveries.Add(
                MailDelivery.Queue(
                    ids.Next<MailDeliveryId>(),
                    new(box.Id, box.MailAddress!, notice.Id, notice.TitleChinese, Body(notice, box.Id)),
                    at
                )
            );
        }
    }

    private async Task<List<AccountId>> ReadersAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.Account is { } account)
        {
            return [account, .. await inboxes.DeputiesOfAsync(account, notice.Unit, cancellationToken)];
        }

        return await database
            .Accounts.AsNoTracking()
            .Where(one => one.Unit == notice.Unit && one.IsActive && one.Office == AccountOffice.Staff)
            .Select(one => one.Id)
            .ToListAsync(cancellationToken);
    }

    private static string Body(Notice notice, AccountId reader)
    {
        var lines = new List<string>();
        if (notice.Account is { } account && account != reader)
        {
            lines.Add("您在代办期间收到此通知，原收件人暂不在岗。");
            lines.Add("You receive this as deputy; its addressee is absent.");
            lines.Add("");
        }

        lines.Add(notice.TextChinese);
        lines.Add(notice.TextEnglish);
        lines.Add("");
        if (notice.ObjectTitle is { } title)
        {
            lines.Add($"事项 Concerning: {title}");
        }

        if (notice.DueOn is { } due)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"期限 Due: {due:yyyy-MM-dd}"));
        }

        lines.Add(
            string.Create(CultureInfo.InvariantCulture, $"依据 Under: 第{notice.Article}条 article {notice.Article}")
        );
        if (notice.ObjectAddress is { } address)
        {
            lines.Add(address);
        }

        return string.Join('\n', lines);
    }
}
