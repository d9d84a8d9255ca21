using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Retrievals;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Application.Retrieving;

/// <summary>The rows of a retrieval that this account has opened and that is not closed yet; only the granted items.</summary>
internal sealed record ReadRetrievedRows(RetrievalId Retrieval) : IQuery<ReadRetrievedRows.RetrievedRows>
{
    /// <param name="Items">The granted items, in the order of the resource.</param>
    /// <param name="Columns">Where the granted items stand among all cells of a row, ascending.</param>
    /// <param name="Rows">Read as they are taken, with all cells that are stored.</param>
    internal sealed record RetrievedRows(
        RetrievalId Retrieval,
        Terms Terms,
        IReadOnlyList<ResourceItem> Items,
        IReadOnlyList<int> Columns,
        int? Limit,
        IAsyncEnumerable<StoredRow> Rows
    );

    /// <summary>What travels with the data (articles 13 and 20): what it may be used for, and how fresh it is.</summary>
    internal sealed record Terms(
        ResourceId Resource,
        string Title,
        GrantId Grant,
        string Scope,
        Purpose Purpose,
        int DataVersion,
        DateOnly DataAsOf,
        DateOnly UpdatedOn,
        DateOnly NextUpdateDue,
        bool IsStale
    );
}

internal sealed class ReadRetrievedRowsHandler(
    IDataSharingDatabase database,
    RequestContext request,
    ILegalClock clock,
    IRowStore rows
) : IRequestHandler<ReadRetrievedRows, Result<ReadRetrievedRows.RetrievedRows>>
{
    public async Task<Result<ReadRetrievedRows.RetrievedRows>> Handle(
        ReadRetrievedRows query,
        CancellationToken cancellationToken
    )
    {
        var account = new AccountId(request.Actor.Account);
        var retrieval = await database
            .Retrievals.AsNoTracking()
            .FirstOrDefaultAsync(
                one => one.Id == query.Retrieval && one.Account == account && one.State == RetrievalState.Open,
                cancellationToken
            );
        if (retrieval is null)
        {
            return Error.NotFound(new("数据获取", "retrieval"));
        }

        var resource = await database
            .Resources.AsNoTracking()
            .FirstAsync(one => one.Id == retrieval.Resource, cancellationToken);
        var grant = await database
            .Grants.AsNoTracking()
            .FirstAsync(one => one.Id == retrieval.Grant, cancellationToken);
        var columns = GrantedColumns(resource, grant);
        return new ReadRetrievedRows.RetrievedRows(
            retrieval.Id,
            TermsOf(retrieval, resource),
            [.. columns.Select(column => resource.Sheet.Items[column])],
            columns,
            retrieval.Limit,
            rows.ReadAsync(
                resource.Id,
                retrieval.DataVersion,
                retrieval.AfterNumber,
                retrieval.Limit,
                cancellationToken
            )
        );
    }

    private static List<int> GrantedColumns(Resource resource, Grant grant) =>
        [
            .. resource
                .Sheet.Items.Select((item, column) => (item, column))
                .Where(one => grant.Standing.Terms.Items.Contains(one.item.Name))
                .Select(one => one.column),
        ];

    private ReadRetrievedRows.Terms TermsOf(Retrieval retrieval, Resource resource)
    {
        var version = resource.DataVersions.Single(one => one.Number == retrieval.DataVersion);
        var freshness = Freshness.Of(resource.Sheet.Cadence, version.UpdatedOn, clock.Today);
        return new(
            resource.Id,
            resource.Title,
            retrieval.Grant,
            resource.Sheet.Scope!,
            retrieval.Purpose,
            version.Number,
            version.DataAsOf,
            version.UpdatedOn,
            freshness.NextUpdateDue,
            freshness.IsStale
        );
    }
}
