namespace SmartCity.Regulation.Calendars;

/// <summary>One day that a notice moves: off although it may be a weekday, or worked although it is a weekend.</summary>
/// <param name="Name">The holiday that it belongs to, such as 春节.</param>
internal sealed record MovedDay(string Name, DateOnly Date, bool IsOffDay);

/// <summary>What the State Council's notices for one year move, the last days of the year before included.</summary>
/// <param name="Papers">Where the notices were published.</param>
internal sealed record YearOfNotices(int Year, IReadOnlyList<string> Papers, IReadOnlyList<MovedDay> Days)
{
    /// <summary>How it came to be counted by; null where it came with the program.</summary>
    public LandedAs? Landed { get; init; }
}

/// <summary>How a notice was entered.</summary>
/// <param name="Number">The notice's document number.</param>
/// <param name="CorrectionReason">Why it replaces the year as it was known before; null for a year that was new.</param>
/// <param name="Landing">1 for the first that landed.</param>
internal sealed record LandedAs(
    string Number,
    DateOnly PublishedOn,
    string? CorrectionReason,
    DateOnly LandedOn,
    int Landing
);
