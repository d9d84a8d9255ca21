using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Application.Warranties;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Api;

internal static class WarrantyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var tag = "工程保修 Warranties";
        var about = new LocalizedText(
            "自竣工验收合格之日起算的工程保修。",
            "Warranties, which run from the day the acceptance passed."
        );
        var warranties = routes.MapGroup("/warranties").WithTag(tag, about);
        warranties
            .MapList("/", List)
            .WithName("ListWarranties")
            .WithSummary("查询工程保修")
            .WithDescription(
                "只列出您有权查看的保修，新的在前，可按状态、项目、承揽单位和文字筛选，逐页返回（第四十一条）。"
            );
        warranties
            .MapGet("/{warranty:guid}", Get)
            .WithName("GetWarranty")
            .WithSummary("查看工程保修")
            .WithDescription("返回保修起止、是否为暂定的届满日，以及历次起算和失效的记录（第四十一条）。");
        routes
            .MapGroup("/projects")
            .WithTag(tag, about)
            .MapGet("/{declaration:guid}/warranty", OfProject)
            .WithName("GetProjectWarranty")
            .WithSummary("查看项目的保修")
            .WithDescription("返回该项目是否适用保修和各合同的保修；服务类项目写明不适用（第四十一条）。");
    }

    private static async Task<Found<Page<ListWarranties.WarrantyLine>>> List(
        [Description("状态")] Word<WarrantyState>? state,
        [Description("项目的申报事项")] Guid? declaration,
        [Description("承揽单位")] Guid? contractor,
        [Description("项目名称、合同编号或保修编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListWarranties(
                    state?.Value,
                    declaration is { } project ? new DeclarationId(project) : null,
                    contractor is { } unit ? new UnitId(unit) : null,
                    text,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetWarranty.WarrantyDetail>> Get(
        Guid warranty,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetWarranty(new WarrantyId(warranty)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Found<GetProjectWarranty.ProjectWarranty>> OfProject(
        Guid declaration,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetProjectWarranty(new DeclarationId(declaration)), cancellationToken));
}
