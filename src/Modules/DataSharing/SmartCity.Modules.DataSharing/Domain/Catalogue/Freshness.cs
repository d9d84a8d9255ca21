using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.DataSharing.Domain.Catalogue;

/// <summary>When the next update is due and whether it is late (article 13); told with every retrieval.</summary>
/// <param name="NextUpdateDue">The last day on which the data last sent is fresh.</param>
internal sealed record Freshness(DateOnly NextUpdateDue, bool IsStale)
{
    private const int Week = 7;

    /// <summary>Counted from the day of the last update. The legal clock knows days, so real time means the same day.</summary>
    public static Freshness Of(Cadence cadence, DateOnly updatedOn, DateOnly today)
    {
        var due = cadence switch
        {
            Cadence.RealTime => updatedOn,
            Cadence.Daily => MinimumDuration.EndOfDays(updatedOn, 1),
            Cadence.Weekly => MinimumDuration.EndOfDays(updatedOn, Week),
            Cadence.Monthly => MinimumDuration.End(updatedOn, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "Article 13 knows no such cadence."),
        };
        return new(due, today > due);
    }
}
