using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>A submitted version as it was frozen, with what had changed since the one before.</summary>
internal sealed record GetDeclarationVersion(DeclarationId Declaration, int Number)
    : IQuery<GetDeclarationVersion.VersionDetail>
{
    internal sealed record VersionDetail(
        int Number,
        DateOnly SubmittedOn,
        string ContentHash,
        FrozenDeclaration Content,
        IReadOnlyList<VersionChange> Changes
    );
}

internal sealed class GetDeclarationVersionHandler(IApprovalDatabase database, RequestContext request)
    : IRequestHandler<GetDeclarationVersion, Result<GetDeclarationVersion.VersionDetail>>
{
    public async Task<Result<GetDeclarationVersion.VersionDetail>> Handle(
        GetDeclarationVersion query,
        CancellationToken cancellationToken
    )
    {
        var version = await database
            .Declarations.Where(DeclarationAccess.ReadableBy(request.Actor))
            .Where(declaration => declaration.Id == query.Declaration)
            .SelectMany(declaration => declaration.Versions)
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.Number == query.Number, cancellationToken);
        return version is null
            ? Error.NotFound(new("申报版本", "version of the declaration"))
            : new GetDeclarationVersion.VersionDetail(
                version.Number,
                version.SubmittedOn,
                version.ContentHash,
                JsonSerializer.Deserialize<FrozenDeclaration>(version.Snapshot, Json.Options)!,
                JsonSerializer.Deserialize<IReadOnlyList<VersionChange>>(version.Changes, Json.Options)!
            );
    }
}
