using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Api;

internal static class NoticeEndpoints
{
    private const string Tag = "通知 Notices";

    private static LocalizedText About =>
        new(
            "通知箱：本人的、本单位的和代他人办理的通知，每条对应一项时限或一次办理（第五条）。",
            "The inbox: one's own notices, those of one's unit and those one stands in for; each tells a clock or an act (article 5)."
        );

    /// <summary>办理情况</summary>
    /// <param name="Done">办了什么，不超过 1000 字</param>
    internal sealed record ActedBody(string Done);

    /// <summary>全部已读</summary>
    /// <param name="Until">此刻及以前收到的；填读取列表的时刻，之后收到的仍为未读</param>
    internal sealed record ReadBody(DateTimeOffset Until);

    /// <summary>通知箱的设置</summary>
    /// <param name="MailAddress">邮件地址，只用 ASCII 字符；不发邮件的可以为空</param>
    /// <param name="MailsNotices">每条通知是否同时发邮件</param>
    /// <param name="Digest">每日摘要送到哪里</param>
    internal sealed record BoxBody(string? MailAddress, bool MailsNotices, DigestBy Digest);

    public static void MapNotices(this IEndpointRouteBuilder routes)
    {
        var notices = routes.MapGroup("/notices").WithTag(Tag, About);
        notices
            .MapList("/", List)
            .WithName("ListNotices")
            .WithSummary("查询通知")
            .WithDescription(
                "本人的、本单位的（经办账号可见，任职均已结束的除外）和今日代他人办理的通知，后收到的在前，逐页返回。"
            );
        notices
            .MapGet("/counts", Count)
            .WithName("CountNotices")
            .WithSummary("查看通知数目")
            .WithDescription("未读、未办、已过期限和即将到期的数目；筛选与列表相同。即将到期的日数是参数。");
        notices
            .MapGet("/{notice:guid}", Get)
            .WithName("GetNotice")
            .WithSummary("查看通知")
            .WithDescription("返回通知的全文、所指事项的地址和办理情况；查看不等于已读。ETag 为其版本。");
        notices
            .MapPost("/{notice:guid}/read", MarkRead)
            .RequireIfMatch()
            .WithName("MarkNoticeRead")
            .WithSummary("标为已读")
            .WithDescription("单位的通知由一人标为已读，即全单位已读。");
        notices
            .MapPost("/{notice:guid}/acted", MarkActed)
            .RequireIfMatch()
            .WithName("MarkNoticeActed")
            .WithSummary("标为已办")
            .WithDescription("写明办理情况；未标已读的也可以直接标为已办。代办的写明由代办人办理。")
            .WithRequestExample(new ActedBody("已提交试运行报告"));
        notices
            .MapPost("/read", MarkAllRead)
            .RequireIdempotencyKey()
            .WithName("MarkAllNoticesRead")
            .WithSummary("全部标为已读")
            .WithDescription("把指定时刻及以前收到的未读通知标为已读，每次至多 1000 条，先收到的在前；还有的再办一次。")
            .WithRequestExample(new ReadBody(new(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(8))));
    }

    public static void MapNoticeBox(this IEndpointRouteBuilder routes)
    {
        var box = routes.MapGroup("/notice-box").WithTag(Tag, About);
        box.MapGet("/", GetBox)
            .WithName("GetNoticeBox")
            .WithSummary("查看通知箱设置")
            .WithDescription("本人的邮件地址和摘要设置；未设置过的版本为 0。");
        box.MapPut("/", SetUpBox)
            .RequireIfMatch()
            .WithName("SetUpNoticeBox")
            .WithSummary("设置通知箱")
            .WithDescription(
                "本人登记邮件地址，选择是否以邮件接收通知和每日摘要。不选择就不发邮件。第一次设置时 If-Match 为 \"0\"。"
            )
            .WithRequestExample(new BoxBody("xinxike@example.gov.cn", MailsNotices: true, DigestBy.Inbox));
    }

    private static async Task<Found<Page<ListNotices.NoticeLine>>> List(
        [Description("状态")] Word<NoticeState>? state,
        [Description("在谁的通知箱")] Word<NoticePlace>? place,
        [Description("事由，如 acceptance.trial-due")] string? kind,
        [Description("未办且期限在当日或以前的")] DateOnly? dueBy,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListNotices(state?.Value, place?.Value, kind, dueBy, after, limit),
                cancellationToken
            )
        );

    private static async Task<Found<CountNotices.Answer>> Count(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new CountNotices(), cancellationToken));

    private static async Task<Found<GetNotice.Answer>> Get(
        Guid notice,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetNotice(new(notice)), cancellationToken), answer => answer.Version);

    private static async Task<Changed> MarkRead(
        Guid notice,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new MarkNoticeRead(new(notice), request.ExpectedVersion), cancellationToken));

    private static async Task<Changed> MarkActed(
        Guid notice,
        ActedBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new MarkNoticeActed(new(notice), body.Done, request.ExpectedVersion), cancellationToken)
        );

    private static async Task<Changed> MarkAllRead(
        ReadBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new MarkAllRead(body.Until), cancellationToken));

    private static async Task<Found<GetNoticeBox.Answer>> GetBox(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetNoticeBox(), cancellationToken), answer => answer.Version);

    private static async Task<Changed> SetUpBox(
        BoxBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new SetUpNoticeBox(body.MailAddress, body.MailsNotices, body.Digest, request.ExpectedVersion),
                cancellationToken
            )
        );
}
