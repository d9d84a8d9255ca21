using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>Where the chains of a module's objects end, for the entries that come next.</summary>
internal static class ChainHeads
{
    // A compiled query belongs to one model, so each module has its own.
    private static readonly ConcurrentDictionary<Type, HeadQuery> Queries = new();

    private delegate Task<ChainHead?> HeadQuery(
        ModuleDbContext context,
        string type,
        string id,
        CancellationToken cancellationToken
    );

    public static async Task<ChainHead> OfAsync(
        ModuleDbContext context,
        ObjectReference target,
        CancellationToken cancellationToken
    )
    {
        var query = Queries.GetOrAdd(context.GetType(), _ => Compile());
        return await query(context, target.Type, target.Id, cancellationToken) ?? ChainHead.Empty;
    }

    /// <summary>The heads of many objects of one kind by their identities, in one statement; an empty chain has none.</summary>
    public static async Task<Dictionary<string, ChainHead>> OfEachAsync<TRoot>(
        ModuleDbContext context,
        IReadOnlyList<TRoot> roots,
        CancellationToken cancellationToken
    )
        where TRoot : AggregateRoot
    {
        var type = ObjectNames.TypeName(typeof(TRoot));
        var ids = roots.Select(root => root.Identity).ToList();
        var last = context
            .AuditEntries.Where(entry => entry.ObjectType == type && ids.Contains(entry.ObjectId))
            .GroupBy(entry => entry.ObjectId)
            .Select(chain => new { ObjectId = chain.Key, Number = chain.Max(entry => entry.Number) });
        return await context
            .AuditEntries.Where(entry => entry.ObjectType == type)
            .Join(
                last,
                entry => new { entry.ObjectId, entry.Number },
                head => new { head.ObjectId, head.Number },
                (entry, _) =>
                    new
                    {
                        entry.ObjectId,
                        entry.Number,
                        entry.Hash,
                    }
            )
            .ToDictionaryAsync(head => head.ObjectId, head => new ChainHead(head.Number, head.Hash), cancellationToken);
    }

    private static HeadQuery Compile() =>
        new(
            EF.CompileAsyncQuery(
                (ModuleDbContext context, string type, string id, CancellationToken cancellationToken) =>
                    context
                        .AuditEntries.Where(entry => entry.ObjectType == type && entry.ObjectId == id)
                        .OrderByDescending(entry => entry.Number)
                        .Select(entry => new ChainHead(entry.Number, entry.Hash))
                        .FirstOrDefault()
            )
        );
}
