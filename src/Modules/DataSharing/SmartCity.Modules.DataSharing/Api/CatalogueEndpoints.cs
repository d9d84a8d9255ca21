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
using SmartCity.Modules.DataSharing.Application.Catalogue;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Api;

internal static class CatalogueEndpoints
{
    public const string Tag = "政务信息资源目录 Catalogue";

    public static LocalizedText About =>
        new("资源目录的编制、发布和数据更新。", "The catalogue of resources and the versions of their data.");

    internal sealed record SheetBody([property: Description("资源目录内容")] ResourceSheet Sheet);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var resources = routes.MapGroup("/resources").WithTag(Tag, About);
        MapWriting(resources);
        resources
            .MapList("/", List)
            .WithName("ListResources")
            .WithSummary("查询资源目录")
            .WithDescription("已发布的资源对全市登录账号开放查询，特殊共享的只对特定对象可见，草稿只对提供单位可见。");
        resources
            .MapGet("/{resource:guid}", Get)
            .WithName("GetResource")
            .WithSummary("查看资源")
            .WithDescription("返回资源目录、各版数据和是否逾期未更新（第十三条），ETag 为其版本。");
    }

    private static void MapWriting(RouteGroupBuilder resources)
    {
        resources
            .MapPost("/", Register)
            .WithName("RegisterResource")
            .WithSummary("编制资源目录")
            .WithDescription(
                "本单位作为提供单位登记一项政务信息资源（草稿），发布时再逐条核对（第十三、十六、二十条）。"
            )
            .WithRequestExample(Examples.Sheet)
            .RequireIdempotencyKey();
        resources
            .MapPut("/{resource:guid}/sheet", Revise)
            .WithName("ReviseResource")
            .WithSummary("修改资源目录")
            .WithDescription("发布之前，提供单位整体替换目录内容（第十六条）。")
            .WithRequestExample(Examples.Sheet)
            .RequireIfMatch();
        resources
            .MapPost("/{resource:guid}/publication", Publish)
            .WithName("PublishResource")
            .WithSummary("发布资源")
            .WithDescription(
                "核对更新周期、标识、保密审查、共享范围和用途，一次告知全部不符之处（第十三、十六、二十条）。"
            )
            .RequireIfMatch();
        resources
            .MapPost("/{resource:guid}/data-versions", Upload)
            .WithName("UploadData")
            .WithSummary("更新数据")
            .WithDescription(
                "以 multipart/form-data 上传一份 UTF-8 的 CSV，第一行为表头，依次为数据项名；任何一行有误则整份不收，并指明行和列（第十三条）。"
            )
            .Accepts<IFormFile>("multipart/form-data")
            .AcceptFile()
            .RequireIfMatch();
    }

    private static async Task<Created> Register(
        SheetBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new RegisterResource(body.Sheet), cancellationToken),
            id => $"/api/v1/data-sharing/resources/{id}"
        );

    private static async Task<Changed> Revise(
        Guid resource,
        SheetBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ReviseResource(new ResourceId(resource), body.Sheet, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Publish(
        Guid resource,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new PublishResource(new ResourceId(resource), request.ExpectedVersion),
                cancellationToken
            )
        );

    // The body is read as it arrives, so that a file of any size costs the same memory.
    private static async Task<Changed> Upload(
        Guid resource,
        [Description("数据时点：数据截至哪一天")] DateOnly dataAsOf,
        HttpContext http,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var part = await FilePart.ReadAsync(http.Request, cancellationToken);
        return part.IsFailure
            ? new(part.Failure)
            : new(
                await mediator.Send(
                    new UploadData(
                        new ResourceId(resource),
                        dataAsOf,
                        part.Value.Name,
                        part.Value.Content,
                        request.ExpectedVersion
                    ),
                    cancellationToken
                )
            );
    }

    private static async Task<Found<Page<ListResources.ResourceLine>>> List(
        [Description("状态")] Word<ResourceState>? state,
        [Description("共享类型")] Word<ShareType>? shareType,
        [Description("提供单位")] Guid? provider,
        [Description("名称或编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListResources(
                    state?.Value,
                    shareType?.Value,
                    provider is { } unit ? new UnitId(unit) : null,
                    text,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetResource.ResourceDetail>> Get(
        Guid resource,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetResource(new ResourceId(resource)), cancellationToken),
            detail => detail.Version
        );
}
