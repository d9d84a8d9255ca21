using Microsoft.EntityFrameworkCore;

namespace SmartCity.Modules.Approval.Application.Importing;

internal static class ImportedRows
{
    // Well below what a statement may carry as parameters on any of the databases.
    private const int RowsAtOnce = 400;

    /// <summary>Marks those of the good rows that were imported before.</summary>
    public static async Task FindImportedAsync(
        this IApprovalDatabase database,
        IEnumerable<JudgedRow> rows,
        CancellationToken cancellationToken
    )
    {
        foreach (var chunk in rows.Where(row => row.Outcome == RowOutcome.Acceptable).Chunk(RowsAtOnce))
        {
            var keys = chunk.Select(row => row.Key).ToList();
            var before = await database
                .ImportedRows.AsNoTracking()
                .Where(row => keys.Contains(row.Key))
                .ToListAsync(cancellationToken);
            var known = before.ToDictionary(row => (row.LeadUnit, row.Key));
            foreach (var row in chunk)
            {
                if (known.TryGetValue((row.LeadUnit!.Value, row.Key), out var imported))
                {
                    row.MarkKnown(imported);
                }
            }
        }
    }
}
