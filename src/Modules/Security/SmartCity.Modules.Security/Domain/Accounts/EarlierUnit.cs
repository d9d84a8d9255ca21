using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Domain.Accounts;

/// <summary>A unit that an account belonged to until it was merged.</summary>
internal sealed class EarlierUnit
{
    private EarlierUnit() { }

    /// <summary>From 1, within the account.</summary>
    public int Number { get; private init; }

    public UnitId Unit { get; private init; }

    /// <summary>The last day in it.</summary>
    public DateOnly LastDay { get; private init; }

    public static EarlierUnit Of(int number, UnitId unit, DateOnly lastDay) =>
        new()
        {
            Number = number,
            Unit = unit,
            LastDay = lastDay,
        };
}
