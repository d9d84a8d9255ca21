using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Domain.Notices;

/// <summary>The database compares them where a list goes on after one.</summary>
internal readonly record struct NoticeId(Guid Value) : IStrongId<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);

    public static bool operator <(NoticeId left, NoticeId right) => left.Value < right.Value;

    public static bool operator >(NoticeId left, NoticeId right) => left.Value > right.Value;
}

/// <summary>A statutory clock of whatever module.</summary>
internal readonly record struct ClockId(Guid Value) : IStrongId<ClockId>
{
    public static ClockId From(Guid value) => new(value);
}

/// <summary>The audit entry of an act of whatever module.</summary>
internal readonly record struct AuditEntryId(Guid Value) : IStrongId<AuditEntryId>
{
    public static AuditEntryId From(Guid value) => new(value);
}

/// <summary>通知的状态</summary>
internal enum NoticeState
{
    [Description("未读")]
    Unread,

    [Description("已读")]
    Read,

    [Description("已办")]
    Acted,
}

/// <summary>What is told, of which object, and until when; it never changes.</summary>
/// <param name="Kind">What it is about: <c>acceptance.trial-due</c>.</param>
/// <param name="Article">The article that it serves.</param>
/// <param name="Object">The object that it is about.</param>
/// <param name="Clock">The clock whose rung it is; null for a notice of an act.</param>
/// <param name="CausedBy">The act that raised it.</param>
/// <param name="DueOn">The last day in time; null where nothing falls due.</param>
/// <param name="RaisedOn">The legal date on which it was raised.</param>
internal sealed record NoticeContent(
    string Kind,
    LocalizedText Title,
    LocalizedText Text,
    int Article,
    NoticeObject Object,
    ClockId? Clock,
    AuditEntryId? CausedBy,
    DateOnly? DueOn,
    DateOnly RaisedOn
);

/// <summary>An object of whatever module.</summary>
/// <param name="Type">As audit entries name it: <c>declaration</c>.</param>
/// <param name="Identity">As audit entries name it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Address">Where the API tells it; null where no address does.</param>
internal sealed record NoticeObject(string Type, string Identity, string? Title, string? Address);

/// <summary>
/// One notice in one inbox: a person's, or that of a unit, which all its staff share: who reads it there has read it for
/// all. <c>unread → read → acted</c>; what was acted on may never have been marked as read.
/// </summary>
[ObjectName("notice", "通知", "notice")]
internal sealed class Notice : AggregateRoot<NoticeId>
{
    private Notice() { }

    public UnitId Unit { get; private init; }

    /// <summary>Whose inbox it is in; null for the unit's.</summary>
    public AccountId? Account { get; private set; }

    /// <summary>The account that it was for, where that is closed or holds no post any more.</summary>
    public AccountId? LeftBy { get; private set; }

    public string Kind { get; private init; } = "";

    public string TitleChinese { get; private init; } = "";

    public string TitleEnglish { get; private init; } = "";

    public string TextChinese { get; private init; } = "";

    public string TextEnglish { get; private init; } = "";

    public int Article { get; private init; }

    public string ObjectType { get; private init; } = "";

    public string ObjectIdentity { get; private init; } = "";

    public string? ObjectTitle { get; private init; }

    public string? ObjectAddress { get; private init; }

    public ClockId? Clock { get; private init; }

    public AuditEntryId? CausedBy { get; private init; }

    public DateOnly? DueOn { get; private init; }

    public DateOnly RaisedOn { get; private init; }

    /// <summary>When it came into the inbox, by the system clock: the order of lists.</summary>
    public DateTimeOffset ReceivedAt { get; private init; }

    public NoticeState State { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public AccountId? ReadBy { get; private set; }

    /// <summary>The legal date on which it was acted on.</summary>
    public DateOnly? ActedOn { get; private set; }

    public AccountId? ActedBy { get; private set; }

    /// <summary>What was done about it, in the words of who did it.</summary>
    public string? Done { get; private set; }

    /// <summary>Puts it into the account's inbox; into the unit's where it is for no account, or for one that nobody looks into.</summary>
    /// <param name="account">The account that it is for.</param>
    /// <param name="isLookedInto">False where that account is closed or holds no post any more.</param>
    public static Notice Raise(
        NoticeId id,
        UnitId unit,
        AccountId? account,
        bool isLookedInto,
        NoticeContent content,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = id,
            Unit = unit,
            Account = isLookedInto ? account : null,
            LeftBy = isLookedInto ? null : account,
            Kind = content.Kind,
            TitleChinese = content.Title.Chinese,
            TitleEnglish = content.Title.English,
            TextChinese = content.Text.Chinese,
            TextEnglish = content.Text.English,
            Article = content.Article,
            ObjectType = content.Object.Type,
            ObjectIdentity = content.Object.Identity,
            ObjectTitle = content.Object.Title,
            ObjectAddress = content.Object.Address,
            Clock = content.Clock,
            CausedBy = content.CausedBy,
            DueOn = content.DueOn,
            RaisedOn = content.RaisedOn,
            ReceivedAt = at,
        };

    /// <summary>未读 → 已读</summary>
    public Result MarkRead(AccountId by, DateTimeOffset at)
    {
        if (State != NoticeState.Unread)
        {
            return Error.IllegalTransition(new("该通知已经读过。", "The notice was read already."));
        }

        (State, ReadBy, ReadAt) = (NoticeState.Read, by, at);
        return Result.Success;
    }

    /// <summary>未读、已读 → 已办</summary>
    public Result MarkActed(AccountId by, string done, DateOnly on)
    {
        if (State == NoticeState.Acted)
        {
            return Error.IllegalTransition(new("该通知已经办理。", "The notice was acted on already."));
        }

        (State, ActedBy, Done, ActedOn) = (NoticeState.Acted, by, done, on);
        return Result.Success;
    }

    /// <summary>Moves what is still open from the inbox of an account that nobody looks into any more to the unit's.</summary>
    /// <exception cref="InvalidOperationException">It is the unit's already, or settled: a bug.</exception>
    public void MoveToUnit()
    {
        if (Account is null || State == NoticeState.Acted)
        {
            throw new InvalidOperationException("Only an open notice of an account moves to its unit.");
        }

        (LeftBy, Account) = (Account, null);
    }
}
