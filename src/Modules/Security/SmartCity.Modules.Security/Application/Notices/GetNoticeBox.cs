using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>本人通知箱的设置</summary>
internal sealed record GetNoticeBox : IQuery<GetNoticeBox.Answer>
{
    /// <summary>通知箱的设置</summary>
    internal sealed record Answer(
        [property: Description("邮件地址；为空的没有登记")] string? MailAddress,
        [property: Description("每条通知是否同时发邮件")] bool MailsNotices,
        [property: Description("每日摘要送到哪里")] DigestBy Digest,
        [property: Description("最近一次摘要的日期")] DateOnly? LastDigestOn,
        [property: Description("此刻及以前收到的曾全部标为已读")] DateTimeOffset? ReadUpTo,
        [property: Description("本系统是否配置了邮件服务器")] bool MailIsConfigured,
        [property: Description("版本")] long Version
    );
}

internal sealed class GetNoticeBoxHandler(ISecurityDatabase database, RequestContext request, IMailServer server)
    : IRequestHandler<GetNoticeBox, Result<GetNoticeBox.Answer>>
{
    public async Task<Result<GetNoticeBox.Answer>> Handle(GetNoticeBox query, CancellationToken cancellationToken)
    {
        var account = new AccountId(request.Actor.Account);
        var box =
            await database.NoticeBoxes.AsNoTracking().FirstOrDefaultAsync(one => one.Id == account, cancellationToken)
            ?? NoticeBox.Of(account);
        return new GetNoticeBox.Answer(
            box.MailAddress,
            box.MailsNotices,
            box.Digest,
            box.LastDigestOn,
            box.ReadUpTo,
            server.IsConfigured,
            box.Version
        );
    }
}
