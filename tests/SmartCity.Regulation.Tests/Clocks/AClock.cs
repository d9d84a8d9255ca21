using System.Globalization;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>Clocks that no database holds.</summary>
internal static class AClock
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Start = new(2026, 3, 2);

    /// <param name="length">Of its kind of period; for a fixed day the days until it.</param>
    public static StatutoryClock Of(ClockKind kind, int length, string title = "送信", int number = 0xaa)
    {
        var parties = new ClockParties(ErrandsHost.Village, title);
        var order =
            kind.Period == ClockPeriodKind.FixedDay
                ? kind.Until(Start.AddDays(length), Start, parties, ParameterSnapshot.AtPromulgation)
                : kind.Start(Start, length, parties, ParameterSnapshot.AtPromulgation);
        var id = Guid.Parse(
            string.Create(CultureInfo.InvariantCulture, $"019cabcd-{number:x4}-7000-8000-000000000000")
        );
        return StatutoryClock.Start(
            new(id),
            order,
            new ObjectReference("errand", "1"),
            Start,
            WorkingCalendar.Published
        );
    }

    /// <summary>A voucher that ends on this day.</summary>
    public static StatutoryClock DueOn(DateOnly day, string title, int number) =>
        Of(Errand.Expiry, day.DayNumber - Start.DayNumber, title, number);

    public static Parameter<NoticeDays> Ladder(NoticeDays days) =>
        new("errands.other-days", 21, ParameterAct.Control, days, "提醒");
}
