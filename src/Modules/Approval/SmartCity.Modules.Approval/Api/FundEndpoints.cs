using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Approval.Application.Facts;
using SmartCity.Modules.Approval.Application.Funding;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Api;

internal static class FundEndpoints
{
    internal sealed record ArrangementBody(
        [property: Description("安排资金，按类别和年度")] IReadOnlyList<ArrangeFund.ArrangedLine> Lines,
        [property: Description("资金安排文号")] string DocumentNumber,
        [property: Description("日期")] DateOnly ArrangedOn,
        [property: Description("决定人账号（市财政局）")] AccountId? DecisionMaker
    );

    internal sealed record ReasonBody([property: Description("理由")] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var funds = routes
            .MapGroup("/declarations/{declaration:guid}")
            .WithTag(
                "项目资金 Funds",
                new(
                    "市财政局安排、暂停和恢复项目资金。",
                    "Finance arranges, suspends and resumes the money of a project."
                )
            );
        funds
            .MapPost("/arrangements", Arrange)
            .WithName("ArrangeFund")
            .WithSummary("安排资金")
            .WithDescription("市财政局对已报财政的项目按照程序安排资金（第六条）；可分次安排，合计不超过报送金额。")
            .WithRequestExample(Examples.Arrangement)
            .RequireIfMatch();
        funds
            .MapPost("/fund-suspension", Suspend)
            .WithName("SuspendFund")
            .WithSummary("暂停拨付")
            .WithDescription("市财政局写明理由后暂停该项目的全部拨付（第六条）。")
            .WithRequestExample(Examples.Suspension)
            .RequireIfMatch();
        funds
            .MapPost("/fund-resumption", Resume)
            .WithName("ResumeFund")
            .WithSummary("恢复拨付")
            .WithDescription("市财政局写明理由后恢复该项目的拨付（第六条）。")
            .WithRequestExample(Examples.Resumption)
            .RequireIfMatch();
        funds
            .MapGet("/fund", Summary)
            .WithName("GetFundSummary")
            .WithSummary("查看资金汇总")
            .WithDescription("返回已报、已安排、已申请、已核准、已支付和可申请的金额（第六条）。");
        funds
            .MapGet("/payment-facts", Facts)
            .WithName("GetPaymentFacts")
            .WithSummary("查看拨付依据")
            .WithDescription(
                "列出拨付所依据的合同、验收、使用、资产和后评价事实，各附来源和时间；已撤回的也列出（第三十七条、第三十八条）。"
            );
    }

    private static async Task<Found<GetFundSummary.FundSummary>> Summary(
        Guid declaration,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetFundSummary(new DeclarationId(declaration)), cancellationToken));

    private static async Task<Found<GetPaymentFacts.FactSheet>> Facts(
        Guid declaration,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetPaymentFacts(new DeclarationId(declaration)), cancellationToken));

    private static async Task<Changed> Arrange(
        Guid declaration,
        ArrangementBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ArrangeFund(
                    new DeclarationId(declaration),
                    body.Lines,
                    body.DocumentNumber,
                    body.ArrangedOn,
                    body.DecisionMaker,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Suspend(
        Guid declaration,
        ReasonBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new SuspendFund(new DeclarationId(declaration), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Resume(
        Guid declaration,
        ReasonBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ResumeFund(new DeclarationId(declaration), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );
}
