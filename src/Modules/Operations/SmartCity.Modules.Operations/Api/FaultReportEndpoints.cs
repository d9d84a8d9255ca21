using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Operations.Application.Faults;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Api;

internal static class FaultReportEndpoints
{
    internal sealed record ResponseBody(
        [property: Description("处置措施")] string Action,
        [property: Description("到场日期")] DateOnly VisitedOn
    );

    internal sealed record RepairBody(
        [property: Description("修复情况")] string Resolution,
        [property: Description("收取费用（元），不收的填 0.00")] Money Charge
    );

    internal sealed record ReopeningBody([property: Description("退回理由")] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var faults = routes
            .MapGroup("/fault-reports")
            .WithTag(
                "故障报修 Fault reports",
                new(
                    "保修期内故障的报修、响应、修复和确认。",
                    "Faults under warranty: report, response, repair and confirmation."
                )
            );
        MapRepair(faults);
        faults
            .MapPost("/", Report)
            .WithName("ReportFault")
            .WithSummary("报修")
            .WithDescription("牵头单位就一项保修报告故障，注明是否属于保修范围（第四十一条）。")
            .WithRequestExample(Examples.Fault)
            .RequireIdempotencyKey();
        faults
            .MapPost("/{report:guid}/confirmation", Confirm)
            .WithName("ConfirmRepair")
            .WithSummary("确认修复")
            .WithDescription("牵头单位确认已经修复（第四十一条）。")
            .RequireIfMatch();
        faults
            .MapPost("/{report:guid}/reopening", Reopen)
            .WithName("ReopenFault")
            .WithSummary("退回再修")
            .WithDescription("牵头单位写明理由，退回再修（第四十一条）。")
            .WithRequestExample(Examples.Reopening)
            .RequireIfMatch();
        faults
            .MapList("/", List)
            .WithName("ListFaultReports")
            .WithSummary("查询故障报修")
            .WithDescription("只列出您有权查看的报修，新的在前，可按状态、保修、严重程度和文字筛选，逐页返回。");
        faults
            .MapGet("/{report:guid}", Get)
            .WithName("GetFaultReport")
            .WithSummary("查看故障报修")
            .WithDescription("返回报修内容和历次响应、修复，ETag 为其版本。");
    }

    private static void MapRepair(RouteGroupBuilder faults)
    {
        faults
            .MapPost("/{report:guid}/response", Respond)
            .WithName("RespondToFault")
            .WithSummary("响应报修")
            .WithDescription("承揽单位写明处置措施和到场日期（第四十一条）。")
            .WithRequestExample(Examples.Response)
            .RequireIfMatch();
        faults
            .MapPost("/{report:guid}/repair", Resolve)
            .WithName("ResolveFault")
            .WithSummary("报告修复")
            .WithDescription("承揽单位报告修复情况和费用；保修期内属于保修范围的故障不得收费（第四十一条）。")
            .WithRequestExample(Examples.Repair)
            .RequireIfMatch();
    }

    private static async Task<Created> Report(
        ReportFault body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/operations/fault-reports/{id}");

    private static async Task<Changed> Respond(
        Guid report,
        ResponseBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RespondToFault(new FaultReportId(report), body.Action, body.VisitedOn, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Resolve(
        Guid report,
        RepairBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ResolveFault(new FaultReportId(report), body.Resolution, body.Charge, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Confirm(
        Guid report,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ConfirmRepair(new FaultReportId(report), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Reopen(
        Guid report,
        ReopeningBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReopenFault(new FaultReportId(report), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Found<Page<ListFaultReports.FaultReportLine>>> List(
        [Description("状态")] Word<FaultReportState>? state,
        [Description("保修")] Guid? warranty,
        [Description("严重程度")] Word<FaultSeverity>? severity,
        [Description("故障名称、项目名称或报修编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListFaultReports(
                    state?.Value,
                    warranty is { } id ? new WarrantyId(id) : null,
                    severity?.Value,
                    text,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetFaultReport.FaultReportDetail>> Get(
        Guid report,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetFaultReport(new FaultReportId(report)), cancellationToken),
            detail => detail.Version
        );
}
