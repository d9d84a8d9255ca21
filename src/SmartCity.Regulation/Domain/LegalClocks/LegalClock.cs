using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Domain.LegalClocks;

internal readonly record struct LegalClockId(Guid Value) : IStrongId<LegalClockId>
{
    public static LegalClockId From(Guid value) => new(value);

    /// <summary>There is one legal clock, so its id is fixed.</summary>
    public static LegalClockId TheOne { get; } = new(Guid.Parse("01980000-0000-7000-8000-000000000044"));
}

/// <summary>
/// How far the demonstration's legal date runs ahead of the system's, so that a warranty of a year can be shown to pass
/// in a minute. From a movement on it runs as fast as the system's date again.
/// </summary>
[ObjectName("legal-clock", "法定日期", "legal clock")]
internal sealed class LegalClock : AggregateRoot<LegalClockId>
{
    private LegalClock() { }

    public int DaysAhead { get; private set; }

    /// <summary>A clock that was never moved.</summary>
    public static LegalClock Unmoved() => new() { Id = LegalClockId.TheOne };

    /// <summary>Moves the legal date forward to another day.</summary>
    /// <param name="to">The legal date from now on.</param>
    /// <param name="systemDate">The true date.</param>
    /// <param name="rules">The rules as they stand for this act; their date is the legal date until now.</param>
    public Result Move(DateOnly to, DateOnly systemDate, RulesInForce rules)
    {
        // An act that began before another movement ended still has the legal date of before.
        var moved = systemDate.AddDays(DaysAhead);
        var from = moved > rules.Today ? moved : rules.Today;
        var judged = rules.Judge(Article44.LegalDateMovesForward.On(new(from, to, systemDate)));
        if (judged.IsFailure)
        {
            return judged;
        }

        DaysAhead = to.DayNumber - systemDate.DayNumber;
        return Result.Success;
    }
}
