using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Mails;

namespace SmartCity.Modules.Security.Api;

internal static class MailEndpoints
{
    public static void MapMails(this IEndpointRouteBuilder routes)
    {
        var mails = routes
            .MapGroup("/mail-deliveries")
            .WithTag(
                "邮件 Mail",
                new(
                    "通知和摘要的邮件发送情况，由系统管理员查看和重发。",
                    "What became of the mails of notices and digests; for administrators to see and to send again."
                )
            );
        mails
            .MapList("/", List)
            .WithName("ListMailDeliveries")
            .WithSummary("查询邮件发送情况")
            .WithDescription("后写成的在前，逐页返回；状态为 failed 的即失败清单。");
        mails
            .MapPost("/{mail:guid}/resend", Resend)
            .RequireIfMatch()
            .WithName("ResendMailDelivery")
            .WithSummary("重发邮件")
            .WithDescription(
                "只重发失败的邮件，发往该账号现在登记的地址；不再接收邮件的不重发。If-Match 用列表中的版本。"
            );
    }

    private static async Task<Found<Page<ListMails.MailLine>>> List(
        [Description("状态")] Word<MailState>? state,
        [Description("收件账号")] Guid? account,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListMails(state?.Value, account is { } one ? new AccountId(one) : null, after, limit),
                cancellationToken
            )
        );

    private static async Task<Changed> Resend(
        Guid mail,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ResendMail(new(mail), request.ExpectedVersion), cancellationToken));
}
