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
using SmartCity.Modules.Operations.Application.Violations;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Api;

internal static class ViolationCaseEndpoints
{
    public const string Tag = "违规事项 Violation cases";

    public static LocalizedText About =>
        new("责令改正、当事单位答复和各项措施。", "Corrections, replies of the unit concerned, and measures.");

    internal sealed record OrderBody(
        [property: Description("责令改正文书号")] string DocumentNumber,
        [property: Description("改正要求")] string Requirement,
        [property: Description("改正期限")] DateOnly? DueOn
    );

    internal sealed record ReplyBody([property: Description("陈述意见")] string Statement);

    internal sealed record ReportBody([property: Description("改正情况")] string Report);

    internal sealed record ClosingBody([property: Description("结案说明")] string Remark);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/violation-cases").WithTag(Tag, About);
        MapCorrection(cases);
        cases
            .MapPost("/", Open)
            .WithName("OpenCase")
            .WithSummary("登记违规事项")
            .WithDescription("市政府信息办对建设单位（第四十二条）或承揽单位（第四十三条）违反本办法的行为立案。")
            .WithRequestExample(Examples.Case)
            .RequireIdempotencyKey();
        cases
            .MapPost("/{violation:guid}/replies", Reply)
            .WithName("ReplyToCase")
            .WithSummary("陈述意见")
            .WithDescription("当事单位在结案前可以随时陈述意见，全部留存。")
            .WithRequestExample(Examples.Reply)
            .RequireIfMatch();
        cases
            .MapPost("/{violation:guid}/closure", Close)
            .WithName("CloseCase")
            .WithSummary("结案")
            .WithDescription("已改正或者逾期未改正的，市政府信息办写明处理结果后结案。")
            .WithRequestExample(Examples.Closing)
            .RequireIfMatch();
        cases
            .MapList("/", List)
            .WithName("ListViolationCases")
            .WithSummary("查询违规事项")
            .WithDescription("只列出您有权查看的违规事项，新的在前，可按状态、依据、当事单位和文字筛选，逐页返回。");
        cases
            .MapGet("/{violation:guid}", Get)
            .WithName("GetViolationCase")
            .WithSummary("查看违规事项")
            .WithDescription("返回事实、责令改正、答复和各项措施，ETag 为其版本。");
    }

    private static void MapCorrection(RouteGroupBuilder cases)
    {
        cases
            .MapPost("/{violation:guid}/correction-order", Order)
            .WithName("OrderCorrection")
            .WithSummary("责令改正")
            .WithDescription(
                "市政府信息办责令改正并写明期限；不以情节严重或者造成损失为条件（第四十二条、第四十三条）。"
            )
            .WithRequestExample(Examples.Order)
            .RequireIfMatch();
        cases
            .MapPost("/{violation:guid}/correction-report", Report)
            .WithName("ReportCorrection")
            .WithSummary("报告改正情况")
            .WithDescription("当事单位报告改正情况，逾期的也可报告（第四十二条、第四十三条）。")
            .WithRequestExample(Examples.CorrectionReport)
            .RequireIfMatch();
        cases
            .MapPost("/{violation:guid}/correction-confirmation", Confirm)
            .WithName("ConfirmCorrection")
            .WithSummary("确认已改正")
            .WithDescription("市政府信息办核实后确认已改正（第四十二条、第四十三条）。")
            .RequireIfMatch();
        cases
            .MapPost("/{violation:guid}/overdue", Overdue)
            .WithName("MarkOverdue")
            .WithSummary("认定逾期未改正")
            .WithDescription("改正期限届满的次日起可以认定（第四十二条、第四十三条）。")
            .RequireIfMatch();
    }

    private static async Task<Created> Open(OpenCase body, IMediator mediator, CancellationToken cancellationToken) =>
        new(await mediator.Send(body, cancellationToken), id => $"/api/v1/operations/violation-cases/{id}");

    private static async Task<Changed> Order(
        Guid violation,
        OrderBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new OrderCorrection(
                    new ViolationCaseId(violation),
                    body.DocumentNumber,
                    body.Requirement,
                    body.DueOn,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Reply(
        Guid violation,
        ReplyBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReplyToCase(new ViolationCaseId(violation), body.Statement, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Report(
        Guid violation,
        ReportBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReportCorrection(new ViolationCaseId(violation), body.Report, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Confirm(
        Guid violation,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ConfirmCorrection(new ViolationCaseId(violation), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Overdue(
        Guid violation,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new MarkOverdue(new ViolationCaseId(violation), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Close(
        Guid violation,
        ClosingBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new CloseCase(new ViolationCaseId(violation), body.Remark, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Found<Page<ListViolationCases.ViolationCaseLine>>> List(
        [Description("状态")] Word<ViolationCaseState>? state,
        [Description("依据：article42 或 article43")] Word<CaseArticle>? article,
        [Description("当事单位")] Guid? subject,
        [Description("事由、当事单位名称或编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListViolationCases(
                    state?.Value,
                    article?.Value,
                    subject is { } unit ? new UnitId(unit) : null,
                    text,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetViolationCase.ViolationCaseDetail>> Get(
        Guid violation,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetViolationCase(new ViolationCaseId(violation)), cancellationToken),
            detail => detail.Version
        );
}
