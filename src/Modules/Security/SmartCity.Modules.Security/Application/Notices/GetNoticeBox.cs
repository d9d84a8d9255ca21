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
    /// <param name="MailAddress">邮件地址；为空的没有登记</param>
    /// <param name="MailsNotices">每条通知是否同时发邮件</param>
    /// <param name="Digest">每日摘要送到哪里</param>
    /// <param name="MailIsConfigured">本系统是否配置了邮件服务器</param>
    internal sealed record Answer(
        string? MailAddress,
        bool MailsNotices,
        DigestBy Digest,
        DateOnly? LastDigestOn,
        DateTimeOffset? ReadUpTo,
        bool MailIsConfigured,
        long Version
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
