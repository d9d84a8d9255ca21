using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Approval.Application.Reviewing;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Api;

internal static class ReviewEndpoints
{
    internal sealed record PanelBody(
        [property: Description("评审方式")] ReviewMethod Method,
        [property: Description("评审日期")] DateOnly HeldOn,
        [property: Description("评审地点")] string Place,
        [property: Description("评审专家")] IReadOnlyList<FormPanel.ChosenExpert> Experts,
        [property: Description("会同评审的有关部门")] IReadOnlyList<FormPanel.ChosenDepartment> Departments,
        [property: Description("专家组组长的账号")] AccountId Chair
    );

    internal sealed record OpinionBody(
        [property: Description("所评审的轮次")] int Round,
        [property: Description("评审意见")] OpinionText Opinion
    );

    internal sealed record ConclusionBody(
        [property: Description("是否通过；不通过即须修订")] bool Passed,
        [property: Description("核定预算（元）；须修订的填 0.00")] Money ReviewedBudget,
        [property: Description("综合意见")] string Summary,
        [property: Description("须修改事项")] string? RequiredChanges,
        [property: Description("结论文号")] string DocumentNumber,
        [property: Description("决定日期")] DateOnly DecidedOn,
        [property: Description("决定人的账号")] AccountId? DecisionMaker,
        [property: Description("会同部门意见")] IReadOnlyList<ConcludeReview.DepartmentView> DepartmentViews
    );

    internal sealed record ResponsesBody(
        [property: Description("逐条答复")] IReadOnlyList<AnswerComments.NumberedResponse> Responses
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var review = routes
            .MapGroup("/declarations/{declaration:guid}")
            .WithTag(
                "专家评审 Review",
                new(
                    "专家评审的组织、意见、结论和修订。",
                    "The experts' review: panel, opinions, conclusion and revision."
                )
            );
        MapOffice(review);
        MapRevision(review);
        review
            .MapPost("/opinions", Give)
            .WithName("GiveOpinion")
            .WithSummary("签署评审意见")
            .WithDescription("本轮专家用本人账号签署意见，每人一份，签署后不得更改（第六条）。")
            .WithRequestExample(Examples.Opinion)
            .RequireIdempotencyKey();
        review
            .MapGet("/rounds", List)
            .WithName("ListReviewRounds")
            .WithSummary("查询评审轮次")
            .WithDescription("列出该申报事项的全部评审轮次。");
        review
            .MapGet("/rounds/{round:int}", Get)
            .WithName("GetReviewRound")
            .WithSummary("查看评审轮次")
            .WithDescription("返回专家组、结论和您有权查看的意见；作出结论之前，申报单位看不到专家意见。");
    }

    private static void MapOffice(RouteGroupBuilder review)
    {
        review
            .MapPost("/panel", Form)
            .WithName("FormPanel")
            .WithSummary("组织专家评审")
            .WithDescription(
                "市政府信息办根据项目性质组织专家会同有关部门，开启一轮评审（第六条、第七条）。本轮有专家离任而未签署意见的，可另行组成专家组，另开一轮。"
            )
            .WithRequestExample(Examples.Panel)
            .RequireIfMatch();
        review
            .MapPost("/conclusion", Conclude)
            .WithName("ConcludeReview")
            .WithSummary("作出评审结论")
            .WithDescription("由具名的决定人作出通过或须修订的结论，通过的核定预算（第五条、第六条、第七条）。")
            .WithRequestExample(Examples.Conclusion)
            .RequireIfMatch();
    }

    private static void MapRevision(RouteGroupBuilder review)
    {
        review
            .MapPost("/comment-responses", Answer)
            .WithName("AnswerComments")
            .WithSummary("答复专家意见")
            .WithDescription("牵头单位按编号逐条答复专家意见；重新提交前可以改写（第七条）。")
            .WithRequestExample(Examples.Responses)
            .RequireIfMatch();
        review
            .MapPost("/resubmission", Resubmit)
            .WithName("ResubmitDeclaration")
            .WithSummary("重新提交")
            .WithDescription("修订并逐条答复后提交新版本，由市政府信息办重新组织评审（第七条）。")
            .RequireIfMatch();
    }

    private static async Task<Changed> Form(
        Guid declaration,
        PanelBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new FormPanel(
                    new DeclarationId(declaration),
                    body.Method,
                    body.HeldOn,
                    body.Place,
                    body.Experts,
                    body.Departments,
                    body.Chair,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Created> Give(
        Guid declaration,
        OpinionBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new GiveOpinion(new DeclarationId(declaration), body.Round, body.Opinion),
                cancellationToken
            ),
            id => $"/api/v1/approval/declarations/{id}/rounds/{body.Round}"
        );

    private static async Task<Changed> Conclude(
        Guid declaration,
        ConclusionBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ConcludeReview(
                    new DeclarationId(declaration),
                    body.Passed,
                    body.ReviewedBudget,
                    body.Summary,
                    body.RequiredChanges,
                    body.DocumentNumber,
                    body.DecidedOn,
                    body.DecisionMaker,
                    body.DepartmentViews,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Answer(
        Guid declaration,
        ResponsesBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new AnswerComments(new DeclarationId(declaration), body.Responses, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Resubmit(
        Guid declaration,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ResubmitDeclaration(new DeclarationId(declaration), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Found<IReadOnlyList<ListReviewRounds.ReviewRoundLine>>> List(
        Guid declaration,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListReviewRounds(new DeclarationId(declaration)), cancellationToken));

    private static async Task<Found<GetReviewRound.ReviewRoundDetail>> Get(
        Guid declaration,
        int round,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetReviewRound(new DeclarationId(declaration), round), cancellationToken));
}
