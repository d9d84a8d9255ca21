using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;

namespace SmartCity.Modules.Approval.Api;

internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var documents = routes
            .MapGroup("/declarations/{declaration:guid}/documents")
            .WithTag(DeclarationEndpoints.Tag, DeclarationEndpoints.About);
        documents
            .MapPost("/", Attach)
            .WithName("AttachDocument")
            .WithSummary("上传附件")
            .WithDescription(
                "以 multipart/form-data 上传一份文件，类别由 kind 指明；按内容判断文件类型，按内容哈希保存（第六条）。"
            )
            .Accepts<IFormFile>("multipart/form-data")
            .AcceptFile()
            .RequireIfMatch();
        documents
            .MapGet("/{document:guid}", Download)
            .WithName("DownloadDocument")
            .WithSummary("下载附件")
            .WithDescription("返回附件的原文。")
            .Produces<Stream>(StatusCodes.Status200OK, FileType.Accepted[0], [.. FileType.Accepted.Skip(1)])
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        documents
            .MapDelete("/{document:guid}", Remove)
            .WithName("RemoveDocument")
            .WithSummary("删除附件")
            .WithDescription("牵头单位在草拟或修订阶段删除附件；已提交的版本仍按哈希记载该文件。")
            .RequireIfMatch();
    }

    // The body is read part by part as it arrives, so that a file of any size costs the same memory.
    private static async Task<Changed> Attach(
        Guid declaration,
        [Description("文件类别")] Word<DocumentKind> kind,
        HttpContext http,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var part = await FilePart.ReadAsync(http.Request, cancellationToken);
        if (part.IsFailure)
        {
            return new(part.Failure);
        }

        return new(
            await mediator.Send(
                new AttachDocument(
                    new DeclarationId(declaration),
                    kind.Value,
                    part.Value.Name,
                    part.Value.Content,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );
    }

    private static async Task<Changed> Remove(
        Guid declaration,
        Guid document,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RemoveDocument(new DeclarationId(declaration), new DocumentId(document), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<IResult> Download(
        Guid declaration,
        Guid document,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var found = await mediator.Send(
            new DownloadDocument(new DeclarationId(declaration), new DocumentId(document)),
            cancellationToken
        );
        return found.IsFailure
            ? new Changed(found.Failure)
            : Microsoft.AspNetCore.Http.Results.File(found.Value.Content, found.Value.MediaType, found.Value.FileName);
    }
}
