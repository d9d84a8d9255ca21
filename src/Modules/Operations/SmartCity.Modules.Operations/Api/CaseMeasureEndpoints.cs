using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Domain.ViolationCases;

namespace SmartCity.Modules.Operations.Api;

internal static class CaseMeasureEndpoints
{
    internal sealed record PenaltyBody(
        [property: Description("处罚决定文号")] string DocumentNumber,
        [property: Description("处罚内容")] string Content,
        [property: Description("是否移送追究单位负责人和有关人员的行政责任")] bool ReferToDiscipline
    );

    internal sealed record RecommendationBody(
        [property: Description("建议文号")] string DocumentNumber,
        [property: Description("授予资质的机关")] string Issuer,
        [property: Description("资质证书")] string Certificate,
        [property: Description("建议的处理")] RecommendedMeasure Measure
    );

    internal sealed record AnswerBody(
        [property: Description("处理决定")] IssuerDecision Decision,
        [property: Description("复函文号")] string DocumentNumber,
        [property: Description("复函内容")] string? Text
    );

    internal sealed record ClaimBody(
        [property: Description("要求赔偿文书号")] string DocumentNumber,
        [property: Description("理由")] string Grounds,
        [property: Description("有关责任单位")] IReadOnlyList<ClaimCompensation.ChosenDebtor> Debtors
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var measures = routes
            .MapGroup("/violation-cases/{violation:guid}")
            .WithTag(ViolationCaseEndpoints.Tag, ViolationCaseEndpoints.About);
        measures
            .MapPost("/penalty", Impose)
            .WithName("ImposePenalty")
            .WithSummary("处罚")
            .WithDescription("对建设单位，情节严重并造成重大损失的，给予处罚（第四十二条）。")
            .WithRequestExample(Examples.Penalty)
            .RequireIfMatch();
        measures
            .MapPost("/recommendations", Recommend)
            .WithName("RecommendToIssuer")
            .WithSummary("建议处理资质")
            .WithDescription("对承揽单位，情节严重的，建议授予资质的机关按程序撤销或者降低其资质（第四十三条）。")
            .WithRequestExample(Examples.Recommendation)
            .RequireIfMatch();
        measures
            .MapPost("/recommendations/{number:int}/answer", Answer)
            .WithName("RecordIssuerAnswer")
            .WithSummary("登记资质机关的答复")
            .WithDescription("登记授予资质的机关的处理决定；结案后收到的也可登记（第四十三条）。")
            .WithRequestExample(Examples.Answer)
            .RequireIfMatch();
        measures
            .MapPost("/compensation-claim", Claim)
            .WithName("ClaimCompensation")
            .WithSummary("要求赔偿")
            .WithDescription("造成损失的，列明有关责任单位，要求依法赔偿（第四十三条）。")
            .WithRequestExample(Examples.Claim)
            .RequireIfMatch();
    }

    private static async Task<Changed> Impose(
        Guid violation,
        PenaltyBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ImposePenalty(
                    new ViolationCaseId(violation),
                    body.DocumentNumber,
                    body.Content,
                    body.ReferToDiscipline,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Recommend(
        Guid violation,
        RecommendationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RecommendToIssuer(
                    new ViolationCaseId(violation),
                    body.DocumentNumber,
                    body.Issuer,
                    body.Certificate,
                    body.Measure,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Answer(
        Guid violation,
        int number,
        AnswerBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RecordIssuerAnswer(
                    new ViolationCaseId(violation),
                    number,
                    body.Decision,
                    body.DocumentNumber,
                    body.Text,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Claim(
        Guid violation,
        ClaimBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ClaimCompensation(
                    new ViolationCaseId(violation),
                    body.DocumentNumber,
                    body.Grounds,
                    body.Debtors,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );
}
