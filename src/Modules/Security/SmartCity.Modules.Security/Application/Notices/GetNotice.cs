using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>一条通知</summary>
internal sealed record GetNotice(NoticeId Notice) : IQuery<GetNotice.Answer>
{
    /// <summary>通知的内容</summary>
    internal sealed record Answer(
        [property: Description("通知编号")] NoticeId Id,
        [property: Description("状态")] NoticeState State,
        [property: Description("事由")] string Kind,
        [property: Description("标题")] string Title,
        [property: Description("内容")] string Text,
        [property: Description("服务的条文")] int Article,
        [property: Description("期限；为空的没有期限")] DateOnly? DueOn,
        [property: Description("发出日期")] DateOnly RaisedOn,
        [property: Description("收到时刻")] DateTimeOffset ReceivedAt,
        [property: Description("收件单位")] UnitId Unit,
        [property: Description("收件账号；为空的是单位的通知")] AccountId? Account,
        [property: Description("代谁办理；为空的不是代办")] AccountId? OnBehalfOf,
        [property: Description("原收件账号，已注销或已不任职")] AccountId? LeftBy,
        [property: Description("事项种类")] string ObjectType,
        [property: Description("事项编号")] string ObjectId,
        [property: Description("事项名称")] string? ObjectTitle,
        [property: Description("事项在本接口的地址")] string? ObjectAddress,
        [property: Description("所属时限的编号；为空的是某次办理引起的通知")] ClockId? Clock,
        [property: Description("引起该通知的审计条目")] AuditEntryId? CausedBy,
        [property: Description("标为已读的时刻")] DateTimeOffset? ReadAt,
        [property: Description("标为已读的账号")] AccountId? ReadBy,
        [property: Description("办理日期")] DateOnly? ActedOn,
        [property: Description("办理的账号")] AccountId? ActedBy,
        [property: Description("办理情况")] string? Done,
        [property: Description("版本")] long Version
    );
}

internal sealed class GetNoticeHandler(ISecurityDatabase database, RequestContext request, Inboxes inboxes)
    : IRequestHandler<GetNotice, Result<GetNotice.Answer>>
{
    public async Task<Result<GetNotice.Answer>> Handle(GetNotice query, CancellationToken cancellationToken)
    {
        var inbox = await inboxes.OfAsync(request.Actor, cancellationToken);
        var notice = await database
            .Notices.AsNoTracking()
            .Where(inbox.Holds)
            .FirstOrDefaultAsync(one => one.Id == query.Notice, cancellationToken);
        if (notice is null)
        {
            return Error.NotFound(new("通知", "notice"));
        }

        var language = request.Language;
        return new GetNotice.Answer(
            notice.Id,
            notice.State,
            notice.Kind,
            new LocalizedText(notice.TitleChinese, notice.TitleEnglish).In(language),
            new LocalizedText(notice.TextChinese, notice.TextEnglish).In(language),
            notice.Article,
            notice.DueOn,
            notice.RaisedOn,
            notice.ReceivedAt,
            notice.Unit,
            notice.Account,
            notice.Account == inbox.Account ? null : notice.Account,
            notice.LeftBy,
            notice.ObjectType,
            notice.ObjectIdentity,
            notice.ObjectTitle,
            notice.ObjectAddress,
            notice.Clock,
            notice.CausedBy,
            notice.ReadAt,
            notice.ReadBy,
            notice.ActedOn,
            notice.ActedBy,
            notice.Done,
            notice.Version
        );
    }
}
