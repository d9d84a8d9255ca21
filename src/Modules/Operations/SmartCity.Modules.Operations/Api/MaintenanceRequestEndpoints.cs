using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Application.Maintenance;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Api;

internal static class MaintenanceRequestEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var requests = routes
            .MapGroup("/maintenance-requests")
            .WithTag(
                "运维经费申请 Maintenance requests",
                new("已投入使用项目的维护运行经费申请。", "Requests for the maintenance money of projects in use.")
            );
        requests
            .MapPost("/", Make)
            .WithName("RequestMaintenance")
            .WithSummary("申请运维经费")
            .WithDescription("牵头单位为已投入使用的项目申请维护运行经费；拨付由市财政局按第三十七条审核。")
            .WithRequestExample(Examples.Maintenance)
            .RequireIdempotencyKey();
        requests
            .MapList("/", List)
            .WithName("ListMaintenanceRequests")
            .WithSummary("查询运维经费申请")
            .WithDescription("只列出您有权查看的申请，新的在前，可按状态、项目、牵头单位和年度筛选，逐页返回。");
        requests
            .MapGet("/{request:guid}", Get)
            .WithName("GetMaintenanceRequest")
            .WithSummary("查看运维经费申请")
            .WithDescription("返回申请内容和拨付结果，ETag 为其版本。");
    }

    private static async Task<Created> Make(
        RequestMaintenance body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/operations/maintenance-requests/{id}");

    private static async Task<Found<Page<ListMaintenanceRequests.MaintenanceRequestLine>>> List(
        [Description("状态")] Word<MaintenanceRequestState>? state,
        [Description("被维护项目的申报事项")] Guid? project,
        [Description("牵头单位")] Guid? leadUnit,
        [Description("运维年度")] int? year,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListMaintenanceRequests(
                    state?.Value,
                    project is { } declaration ? new DeclarationId(declaration) : null,
                    leadUnit is { } unit ? new UnitId(unit) : null,
                    year,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetMaintenanceRequest.MaintenanceRequestDetail>> Get(
        Guid request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetMaintenanceRequest(new MaintenanceRequestId(request)), cancellationToken),
            detail => detail.Version
        );
}
