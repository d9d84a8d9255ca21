using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Domain.Delegations;

/// <summary>
/// Who stands in for whom where deputies are absent themselves: what comes in for an absentee reaches the deputy's deputy
/// too. Acts on somebody's behalf can ask the same.
/// </summary>
internal static class StandIns
{
    /// <summary>To whom the business of a deputy goes on, on any day of the period.</summary>
    /// <param name="known">Delegations that were not ended; among themselves they make no circle.</param>
    public static IReadOnlyList<AccountId> After(AccountId deputy, Days days, IReadOnlyList<Delegation> known)
    {
        var found = new List<AccountId>();
        foreach (var next in known.Where(one => one.Absentee == deputy && one.Days.Meet(days)))
        {
            found.Add(next.Deputy);
            found.AddRange(After(next.Deputy, next.Days.Common(days), known));
        }

        return [.. found.Distinct()];
    }

    /// <summary>Everybody in whose stead an account looks into the inbox.</summary>
    /// <param name="inForce">The delegations in force on the day.</param>
    public static IReadOnlyList<AccountId> RepresentedBy(AccountId deputy, IReadOnlyList<Delegation> inForce)
    {
        var found = new List<AccountId>();
        foreach (var one in inForce.Where(one => one.Deputy == deputy))
        {
            found.Add(one.Absentee);
            found.AddRange(RepresentedBy(one.Absentee, inForce));
        }

        return [.. found.Distinct()];
    }
}
