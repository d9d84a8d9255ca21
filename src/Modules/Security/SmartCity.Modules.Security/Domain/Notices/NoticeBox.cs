using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Domain.Notices;

/// <summary>每日摘要送到哪里</summary>
internal enum DigestBy
{
    [Description("不要摘要")]
    None,

    [Description("通知箱")]
    Inbox,

    [Description("邮件")]
    Mail,
}

/// <summary>How the holder of an account wants to be told. Nothing leaves by mail unless he asked for it.</summary>
[ObjectName("notice-box", "通知箱", "notice box")]
internal sealed class NoticeBox : AggregateRoot<AccountId>
{
    private NoticeBox() { }

    public string? MailAddress { get; private set; }

    /// <summary>Each notice goes out by mail as well.</summary>
    public bool MailsNotices { get; private set; }

    public DigestBy Digest { get; private set; }

    /// <summary>The legal date that the last digest was made for.</summary>
    public DateOnly? LastDigestOn { get; private set; }

    /// <summary>All that came in up to here was marked as read at once.</summary>
    public DateTimeOffset? ReadUpTo { get; private set; }

    /// <summary>The box of an account that has chosen nothing yet.</summary>
    public static NoticeBox Of(AccountId account) => new() { Id = account };

    public void Choose(string? mailAddress, bool mailsNotices, DigestBy digest) =>
        (MailAddress, MailsNotices, Digest) = (mailAddress, mailsNotices, digest);

    /// <summary>Takes the digest of a day, once.</summary>
    public Result TakeDigest(DateOnly day)
    {
        if (Digest == DigestBy.None || LastDigestOn >= day)
        {
            return Error.IllegalTransition(
                new("当日的摘要已经送出，或者未选择摘要。", "The digest of the day was sent, or none is wanted.")
            );
        }

        LastDigestOn = day;
        return Result.Success;
    }

    public void MarkReadUpTo(DateTimeOffset instant)
    {
        if (ReadUpTo is not { } before || before < instant)
        {
            ReadUpTo = instant;
        }
    }
}
