using System.ComponentModel;
using System.Linq.Expressions;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>通知在谁的通知箱</summary>
internal enum NoticePlace
{
    [Description("本人")]
    Own,

    [Description("本单位")]
    Unit,

    [Description("代他人办理")]
    OnBehalf,
}

/// <summary>Lists and counts sort notices by the same conditions.</summary>
internal static class NoticeConditions
{
    public static Expression<Func<Notice, bool>> In(NoticePlace place, Inbox inbox) =>
        place switch
        {
            NoticePlace.Own => notice => notice.Account == inbox.Account,
            NoticePlace.Unit => notice => notice.Account == null,
            NoticePlace.OnBehalf => notice => notice.Account != null && notice.Account != inbox.Account,
            _ => throw new ArgumentOutOfRangeException(nameof(place)),
        };

    /// <summary>Open, and due by that day; what is overdue is due as well.</summary>
    public static Expression<Func<Notice, bool>> DueBy(DateOnly day) =>
        notice => notice.State != NoticeState.Acted && notice.DueOn <= day;
}
