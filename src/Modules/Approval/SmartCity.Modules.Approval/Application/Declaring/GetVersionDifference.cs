using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>What differs between two submitted versions, member by member.</summary>
internal sealed record GetVersionDifference(DeclarationId Declaration, int From, int To)
    : IQuery<GetVersionDifference.DifferenceOfVersions>
{
    internal sealed record DifferenceOfVersions(int From, int To, IReadOnlyList<VersionChange> Changes);
}

internal sealed class GetVersionDifferenceHandler(IApprovalDatabase database, RequestContext request)
    : IRequestHandler<GetVersionDifference, Result<GetVersionDifference.DifferenceOfVersions>>
{
    public async Task<Result<GetVersionDifference.DifferenceOfVersions>> Handle(
        GetVersionDifference query,
        CancellationToken cancellationToken
    )
    {
        var snapshots = await database
            .Declarations.Where(DeclarationAccess.ReadableBy(request.Actor))
            .Where(declaration => declaration.Id == query.Declaration)
            .SelectMany(declaration => declaration.Versions)
            .Where(version => version.Number == query.From || version.Number == query.To)
            .ToDictionaryAsync(version => version.Number, version => version.Snapshot, cancellationToken);
        if (!snapshots.TryGetValue(query.From, out var from) || !snapshots.TryGetValue(query.To, out var to))
        {
            return Error.NotFound(new("申报版本", "version of the declaration"));
        }

        return new GetVersionDifference.DifferenceOfVersions(
            query.From,
            query.To,
            VersionDifference.Between(JsonNode.Parse(from), JsonNode.Parse(to))
        );
    }
}
