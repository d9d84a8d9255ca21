using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Acceptance.Application.Evaluating;
using SmartCity.Modules.Acceptance.Application.Using;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;

namespace SmartCity.Modules.Acceptance.Api;

internal static class UseEndpoints
{
    internal sealed record UseBody([property: Description("投入使用日期")] DateOnly InUseOn);

    internal sealed record PostEvaluationBody([property: Description("后评价结论")] PostEvaluationText Evaluation);

    internal sealed record AnnulmentBody([property: Description("撤销理由")] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var acceptance = routes
            .MapGroup("/acceptances/{acceptance:guid}")
            .WithTag(
                "投入使用和后评价 Use and post-evaluation",
                new(
                    "投入使用、可否运行和运行一年后的评价（第三十五条、第三十七条）。",
                    "Use, the question whether a system may run, and the evaluation a year later (articles 35 and 37)."
                )
            );
        acceptance
            .MapPost("/use", Use)
            .WithName("PutProjectIntoUse")
            .WithSummary("投入使用")
            .WithDescription(
                "验收和安全评测均合格后，牵头单位投入使用；未经验收或任一不合格的不得投入使用（第三十五条）。"
            )
            .WithRequestExample(Examples.Use)
            .RequireIfMatch();
        acceptance
            .MapGet("/may-run", May)
            .WithName("MayRun")
            .WithSummary("可否运行")
            .WithDescription("供统一平台开通资源前查询：已投入使用，或在试运行许可期内的，可以运行（第三十五条）。");
        acceptance
            .MapPost("/post-evaluation", Evaluate)
            .WithName("ConcludePostEvaluation")
            .WithSummary("作出后评价结论")
            .WithDescription(
                "竣工验收并运行满一年后，市政府信息办组织专家和相关部门评价，对比计划与实际（第三十七条）。"
            )
            .WithRequestExample(Examples.PostEvaluation)
            .RequireIfMatch();
        acceptance
            .MapPost("/post-evaluation-annulment", Annul)
            .WithName("AnnulPostEvaluation")
            .WithSummary("撤销后评价结论")
            .WithDescription("市政府信息办写明理由撤销后评价结论，项目视为未评价（第三十七条）。")
            .WithRequestExample(Examples.Annulment)
            .RequireIfMatch();
    }

    private static async Task<Changed> Use(
        Guid acceptance,
        UseBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new PutProjectIntoUse(new AcceptanceId(acceptance), body.InUseOn, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Found<MayRun.Answer>> May(
        Guid acceptance,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new MayRun(new AcceptanceId(acceptance)), cancellationToken));

    private static async Task<Changed> Evaluate(
        Guid acceptance,
        PostEvaluationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ConcludePostEvaluation(new AcceptanceId(acceptance), body.Evaluation, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Annul(
        Guid acceptance,
        AnnulmentBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new AnnulPostEvaluation(new AcceptanceId(acceptance), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );
}
