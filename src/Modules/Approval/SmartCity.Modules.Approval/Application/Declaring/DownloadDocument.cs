using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>The content of an attached file, for those who may read the declaration.</summary>
internal sealed record DownloadDocument(DeclarationId Declaration, DocumentId Document)
    : IQuery<DownloadDocument.DocumentContent>
{
    /// <param name="Content">The caller disposes of it.</param>
    internal sealed record DocumentContent(Stream Content, string FileName, string MediaType);
}

internal sealed class DownloadDocumentHandler(IApprovalDatabase database, RequestContext request, IFileStore files)
    : IRequestHandler<DownloadDocument, Result<DownloadDocument.DocumentContent>>
{
    public async Task<Result<DownloadDocument.DocumentContent>> Handle(
        DownloadDocument query,
        CancellationToken cancellationToken
    )
    {
        var document = await database
            .Declarations.Where(DeclarationAccess.ReadableBy(request.Actor))
            .Where(declaration => declaration.Id == query.Declaration)
            .SelectMany(declaration => declaration.Documents)
            .FirstOrDefaultAsync(one => one.Id == query.Document, cancellationToken);
        return document is not null && files.Open(document.Sha256) is { } content
            ? new DownloadDocument.DocumentContent(content, document.FileName, document.MediaType)
            : Error.NotFound(new("附件", "document"));
    }
}
