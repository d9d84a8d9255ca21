using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Domain.Mails;

/// <summary>The database compares them where a list goes on after one.</summary>
internal readonly record struct MailDeliveryId(Guid Value) : IStrongId<MailDeliveryId>
{
    public static MailDeliveryId From(Guid value) => new(value);

    public static bool operator <(MailDeliveryId left, MailDeliveryId right) => left.Value < right.Value;

    public static bool operator >(MailDeliveryId left, MailDeliveryId right) => left.Value > right.Value;
}

/// <summary>One instance's hold on a mail while it is being sent; every claim has its own.</summary>
internal readonly record struct MailClaimId(Guid Value) : IStrongId<MailClaimId>
{
    public static MailClaimId From(Guid value) => new(value);
}

/// <summary>邮件的状态</summary>
internal enum MailState
{
    [Description("待发送")]
    Waiting,

    [Description("已发送")]
    Sent,

    [Description("发送失败")]
    Failed,
}

/// <summary>What the mail server answered.</summary>
internal enum MailOutcome
{
    [Description("已接收")]
    Sent,

    /// <summary>A lasting refusal: trying again will not help.</summary>
    [Description("拒收")]
    Refused,

    /// <summary>Not now, or no answer: to be tried again.</summary>
    [Description("暂未接收")]
    Deferred,
}

/// <summary>What is written to whom.</summary>
/// <param name="Notice">The notice that it tells; null for a digest.</param>
internal sealed record MailContent(AccountId Account, string Address, NoticeId? Notice, string Subject, string Body);

/// <summary>
/// One mail to one account: <c>waiting → sent | failed</c>, and from the failure list an operator can send it again. It is
/// tried again ever less often for five days, as mail servers do among themselves (RFC 5321, 4.5.4.1).
/// </summary>
[ObjectName("mail-delivery", "邮件", "mail delivery")]
internal sealed class MailDelivery : AggregateRoot<MailDeliveryId>
{
    private const int MostDoublings = 6;
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(5);

    private MailDelivery() { }

    public AccountId Account { get; private init; }

    public NoticeId? Notice { get; private init; }

    public string Address { get; private set; } = "";

    public string Subject { get; private init; } = "";

    public string Body { get; private init; } = "";

    public MailState State { get; private set; }

    /// <summary>When it was written, and the time its five days count from; anew when it is sent again.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>When the server took it, or it was given up.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>What the server said last, without addresses and passwords.</summary>
    public string? LastFault { get; private set; }

    /// <summary>Who is sending it just now. The sender sets it beside the acts on it, by a conditional update.</summary>
    public MailClaimId? ClaimedBy { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public static MailDelivery Queue(MailDeliveryId id, MailContent content, DateTimeOffset at) =>
        new()
        {
            Id = id,
            Account = content.Account,
            Notice = content.Notice,
            Address = content.Address,
            Subject = content.Subject,
            Body = content.Body,
            QueuedAt = at,
            NextAttemptAt = at,
        };

    /// <summary>待发送 → 已发送、发送失败, or still waiting for another attempt.</summary>
    /// <param name="claim">Whose attempt it was: one whose claim has lapsed has no say any more.</param>
    public Result Settle(MailClaimId claim, MailOutcome outcome, string? fault, DateTimeOffset at)
    {
        if (State != MailState.Waiting || ClaimedBy != claim)
        {
            return Error.IllegalTransition(
                new("该邮件已由另一实例处理。", "Another instance has dealt with the mail meanwhile.")
            );
        }

        Attempts++;
        (ClaimedBy, ClaimedUntil, LastFault) = (null, null, fault);
        if (outcome == MailOutcome.Deferred && at - QueuedAt < GivenUpAfter)
        {
            NextAttemptAt = at + BackOffAfter(Attempts);
            return Result.Success;
        }

        (State, SettledAt) = (outcome == MailOutcome.Sent ? MailState.Sent : MailState.Failed, at);
        return Result.Success;
    }

    /// <summary>How long it waits after so many attempts.</summary>
    public static TimeSpan BackOffAfter(int attempts) => FirstBackOff * (1 << Math.Min(attempts - 1, MostDoublings));

    /// <summary>发送失败 → 待发送</summary>
    /// <param name="address">The address that its account has given today; null where it has none or wants no mail.</param>
    public Result SendAgain(string? address, DateTimeOffset at)
    {
        if (State != MailState.Failed)
        {
            return Error.IllegalTransition(new("只有发送失败的邮件可以重发。", "Only a failed mail is sent again."));
        }

        if (address is null)
        {
            return Error.Unprocessable(
                "MAIL_NOT_WANTED",
                new(
                    "该账号已不接收邮件，或者没有邮件地址，不能重发。",
                    "The account wants no mail any more, or has no address."
                )
            );
        }

        (State, Address, Attempts) = (MailState.Waiting, address, 0);
        (QueuedAt, NextAttemptAt, SettledAt) = (at, at, null);
        return Result.Success;
    }
}
