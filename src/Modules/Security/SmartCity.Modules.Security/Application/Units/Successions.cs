using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Units;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>Which unit has the business of one that ended (ADR 0034).</summary>
internal sealed class Successions(ISecurityDatabase database)
{
    /// <summary>The units whose business a unit has taken over, those too that had been taken over before.</summary>
    public Task<IReadOnlyList<UnitId>> PredecessorsOfAsync(UnitId unit, CancellationToken cancellationToken) =>
        PredecessorsOfAsync(unit, DateOnly.MaxValue, cancellationToken);

    /// <summary>Those that it had taken over by a day.</summary>
    public async Task<IReadOnlyList<UnitId>> PredecessorsOfAsync(
        UnitId unit,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var found = new List<UnitId>();
        for (List<UnitId?> last = [unit]; last.Count > 0; )
        {
            var next = await database
                .Units.AsNoTracking()
                .Where(one => one.Successor != null && last.Contains(one.Successor) && one.LastDay < day)
                .OrderBy(one => one.CreditCode)
                .Select(one => one.Id)
                .ToListAsync(cancellationToken);
            found.AddRange(next);
            last = next.ConvertAll(one => (UnitId?)one);
        }

        // The same empty list for every unit without any: profiles are compared as a whole.
        if (found.Count == 0)
        {
            return [];
        }

        return found;
    }

    /// <summary>The unit itself while it stands, and else the one that has its business now; null where there is none.</summary>
    public async Task<Unit?> StandingAsync(UnitId unit, CancellationToken cancellationToken)
    {
        for (UnitId? next = unit; ; )
        {
            var found = await database
                .Units.AsNoTracking()
                .FirstOrDefaultAsync(one => one.Id == next, cancellationToken);
            if (found?.Successor is null)
            {
                return found;
            }

            next = found.Successor;
        }
    }
}
