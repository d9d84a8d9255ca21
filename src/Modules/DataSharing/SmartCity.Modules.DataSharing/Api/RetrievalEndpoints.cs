using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.DataSharing.Application.Retrieving;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Api;

internal static class RetrievalEndpoints
{
    private const string Tag = "数据获取 Retrieval";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var resources = routes
            .MapGroup("/resources/{resource:guid}")
            .WithTag(
                Tag,
                new(
                    "凭授权获取数据，每次获取都核对协议、授权、用途和方式，并留一份回执。",
                    "Data by grant: each call is checked against agreement, grant, purpose and channel, and leaves a receipt."
                )
            );
        resources
            .MapGet("/rows", Page)
            .WithName("RetrieveRows")
            .WithSummary("在线查询数据")
            .WithDescription(
                "逐页返回授权的数据项（第十七至十九、二十二、三十三条）。翻页期间数据更新的，仍按开始时的版本读完。单元格一律为文本，与提供单位上传的一致。"
            )
            .Produces<RowsPage.Answer>()
            .WithProblems()
            .TellBeforehand();
        resources
            .MapGet("/rows.csv", Csv)
            .WithName("DownloadRows")
            .WithSummary("批量下载数据")
            .WithDescription(
                "以 CSV（RFC 4180、UTF-8、无 BOM）返回授权的全部数据项。单元格与提供单位上传的逐字一致，以 = + - @ 开头的也不改动，请以文本方式导入表格软件。"
            )
            .Produces<Stream>(StatusCodes.Status200OK, RowsCsv.ContentType)
            .WithProblems()
            .TellBeforehand();
        routes
            .MapList("/retrievals", List)
            .WithTags(Tag)
            .WithName("ListRetrievals")
            .WithSummary("查询获取记录")
            .WithDescription(
                "需求单位看本单位的，提供单位看其数据被谁获取，市大数据管理局、市数据服务中心和监督单位可看全部。"
            );
    }

    private static async Task<IResult> Page(
        Guid resource,
        [Description("授权")] Guid grant,
        [Description("用途，须与授权一致")] Word<Purpose>? purpose,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 1000")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var begin = new BeginRetrieval(
            new(resource),
            new(grant),
            purpose?.Value,
            Channel.OnlineQuery,
            after,
            limit ?? RowPosition.DefaultPage
        );
        var begun = await mediator.Send(begin, cancellationToken);
        return begun.IsFailure ? new Changed(begun.Failure) : new RowsPage(begun.Value, mediator);
    }

    private static async Task<IResult> Csv(
        Guid resource,
        [Description("授权")] Guid grant,
        [Description("用途，须与授权一致")] Word<Purpose>? purpose,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var begin = new BeginRetrieval(
            new(resource),
            new(grant),
            purpose?.Value,
            Channel.BatchDownload,
            After: null,
            Limit: null
        );
        var begun = await mediator.Send(begin, cancellationToken);
        return begun.IsFailure ? new Changed(begun.Failure) : new RowsCsv(begun.Value, mediator);
    }

    private static async Task<Found<Page<ListRetrievals.RetrievalLine>>> List(
        [Description("资源")] Guid? resource,
        [Description("授权")] Guid? grant,
        [Description("获取数据的单位")] Guid? unit,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListRetrievals(
                    resource is { } one ? new ResourceId(one) : null,
                    grant is { } other ? new GrantId(other) : null,
                    unit is { } taker ? new UnitId(taker) : null,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder endpoint) =>
        endpoint
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
