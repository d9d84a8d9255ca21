namespace SmartCity.Modules.Security.Domain.Units;

/// <summary>A name that a unit bore before.</summary>
internal sealed class EarlierName
{
    private EarlierName() { }

    /// <summary>From 1, within the unit.</summary>
    public int Number { get; private init; }

    public string Name { get; private init; } = "";

    public string ShortName { get; private init; } = "";

    /// <summary>The last day on which it bore it.</summary>
    public DateOnly LastDay { get; private init; }

    /// <summary>On what the new name rests: the document by name and number.</summary>
    public string Basis { get; private init; } = "";

    public static EarlierName Of(int number, Unit unit, DateOnly lastDay, string basis) =>
        new()
        {
            Number = number,
            Name = unit.Name,
            ShortName = unit.ShortName,
            LastDay = lastDay,
            Basis = basis,
        };
}
