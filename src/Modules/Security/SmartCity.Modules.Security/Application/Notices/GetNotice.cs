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
    /// <param name="Kind">事由</param>
    /// <param name="Article">服务的条文</param>
    /// <param name="Account">收件账号；为空的是单位的通知</param>
    /// <param name="OnBehalfOf">代谁办理；为空的不是代办</param>
    /// <param name="LeftBy">原收件账号，已注销或已不任职</param>
    /// <param name="ObjectAddress">事项在本接口的地址</param>
    /// <param name="Clock">所属时限的编号；为空的是某次办理引起的通知</param>
    /// <param name="CausedBy">引起该通知的审计条目</param>
    /// <param name="Done">办理情况</param>
    internal sealed record Answer(
        NoticeId Id,
        NoticeState State,
        string Kind,
        string Title,
        string Text,
        int Article,
        DateOnly? DueOn,
        DateOnly RaisedOn,
        DateTimeOffset ReceivedAt,
        UnitId Unit,
        AccountId? Account,
        AccountId? OnBehalfOf,
        AccountId? LeftBy,
        string ObjectType,
        string ObjectId,
        string? ObjectTitle,
        string? ObjectAddress,
        ClockId? Clock,
        AuditEntryId? CausedBy,
        DateTimeOffset? ReadAt,
        AccountId? ReadBy,
        DateOnly? ActedOn,
        AccountId? ActedBy,
        string? Done,
        long Version
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
