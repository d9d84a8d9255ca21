using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;

namespace SmartCity.Modules.Approval.Api;

internal static class PaymentEndpoints
{
    internal sealed record ApprovalBody(
        [property: Description("仍予拨付的理由（后评价结果为“差”时必填）")] string? Reason
    );

    internal sealed record InstructionBody([property: Description("支付指令号")] string InstructionNumber);

    internal sealed record ConfirmationBody(
        [property: Description("国库回单号")] string ReceiptNumber,
        [property: Description("回单日期")] DateOnly ConfirmedOn
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var payments = routes
            .MapGroup("/payments")
            .WithTag(
                "资金拨付 Payments",
                new("项目资金从申请拨付到国库回单。", "Payments from the request to the treasury's receipt.")
            );
        payments
            .MapPost("/", Ask)
            .WithName("RequestPayment")
            .WithSummary("申请拨付")
            .WithDescription(
                "牵头单位依据合同申请拨付（第六条、第三十八条、第三十九条）；各笔合计不超过已安排的资金和合同金额。"
            )
            .WithRequestExample(Examples.Payment)
            .RequireIdempotencyKey();
        payments
            .MapList("/", List)
            .WithName("ListPayments")
            .WithSummary("查询拨付")
            .WithDescription("只列出您有权查看的拨付，新的在前，可按申报事项、状态和类别筛选，逐页返回（第六条）。");
        payments
            .MapGet("/{payment:guid}", Get)
            .WithName("GetPayment")
            .WithSummary("查看拨付")
            .WithDescription("返回一笔拨付的全部情况，ETag 为其版本（第六条）。");
        MapActs(payments);
    }

    private static void MapActs(RouteGroupBuilder payments)
    {
        payments
            .MapPost("/{payment:guid}/approval", Approve)
            .WithName("ApprovePayment")
            .WithSummary("核准拨付")
            .WithDescription(
                "市财政局按现有事实重新核对全部条件后核准（第六条、第三十七条）；后评价结果为“差”的须写明理由。"
            )
            .WithRequestExample(Examples.PaymentApproval)
            .RequireIfMatch();
        payments
            .MapPost("/{payment:guid}/decline", Decline)
            .WithName("DeclinePayment")
            .WithSummary("不予拨付")
            .WithDescription(
                "市财政局写明理由后不予拨付（第六条）；已核准而未下达支付指令的，以及已退汇的，也可不予拨付。"
            )
            .WithRequestExample(Examples.PaymentDecline)
            .RequireIfMatch();
        payments
            .MapPost("/{payment:guid}/instruction", Instruct)
            .WithName("InstructPayment")
            .WithSummary("下达支付指令")
            .WithDescription("市财政局向国库下达支付指令；退汇后可再次下达（第六条）。")
            .WithRequestExample(Examples.PaymentInstruction)
            .RequireIfMatch();
        payments
            .MapPost("/{payment:guid}/confirmation", Confirm)
            .WithName("ConfirmPayment")
            .WithSummary("登记国库回单")
            .WithDescription("收到国库回单后登记，此时才算已支付（第六条）。")
            .WithRequestExample(Examples.PaymentConfirmation)
            .RequireIfMatch();
        payments
            .MapPost("/{payment:guid}/return", Return)
            .WithName("ReturnPayment")
            .WithSummary("登记退汇")
            .WithDescription("银行退回款项时登记，之后可再次下达支付指令（第六条）。")
            .WithRequestExample(Examples.PaymentReturn)
            .RequireIfMatch();
    }

    private static async Task<Created> Ask(
        RequestPayment body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/approval/payments/{id}");

    private static async Task<Found<Page<ListPayments.PaymentLine>>> List(
        [Description("申报事项")] Guid? declaration,
        [Description("状态")] Word<PaymentState>? state,
        [Description("类别")] Word<PaymentKind>? kind,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListPayments(
                    declaration is { } id ? new DeclarationId(id) : null,
                    state?.Value,
                    kind?.Value,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetPayment.PaymentDetail>> Get(
        Guid payment,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetPayment(new PaymentId(payment)), cancellationToken), detail => detail.Version);

    private static async Task<Changed> Approve(
        Guid payment,
        ApprovalBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ApprovePayment(new PaymentId(payment), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Decline(
        Guid payment,
        FundEndpoints.ReasonBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new DeclinePayment(new PaymentId(payment), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Instruct(
        Guid payment,
        InstructionBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new InstructPayment(new PaymentId(payment), body.InstructionNumber, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Confirm(
        Guid payment,
        ConfirmationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ConfirmPayment(
                    new PaymentId(payment),
                    body.ReceiptNumber,
                    body.ConfirmedOn,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Return(
        Guid payment,
        FundEndpoints.ReasonBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReturnPayment(new PaymentId(payment), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );
}
