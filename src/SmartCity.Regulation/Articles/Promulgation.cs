using System.Globalization;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Regulation.Articles;

/// <summary>
/// The day on which the regulation was promulgated and came into force (article 44). Its text has no date (INT-33), so the
/// city names it by a setting that has no default; the demonstration takes what secondary sources tell.
/// </summary>
public sealed class Promulgation(DateOnly? on, bool isOfTheDemonstration)
{
    /// <summary>The setting's key.</summary>
    public const string Setting = "Regulation:PromulgatedOn";

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>What the demonstration goes by where nothing is set.</summary>
    public static DateOnly OfTheDemonstration { get; } = new(2018, 1, 8);

    public bool IsKnown => on is not null;

    /// <exception cref="InvalidOperationException">It was not set: a service that judges must not have been started.</exception>
    public DateOnly On => on ?? throw new InvalidOperationException($"{Setting} is not set.");

    /// <summary>Where the date comes from.</summary>
    public LocalizedText Source { get; } =
        isOfTheDemonstration
            ? new(
                "条文没有载明发布日期；演示环境采用公开二手资料所载的 2018-01-08。",
                "The text has no date; the demonstration goes by 2018-01-08, as secondary sources tell."
            )
            : new($"条文没有载明发布日期；由配置项 {Setting} 设定。", $"The text has no date; it is set by {Setting}.");

    /// <summary>What began before this day began before the regulation.</summary>
    public bool IsBefore(DateOnly? date) => date < On;

    /// <summary>Reads the setting's value: a date such as <c>2018-01-08</c> between 2000 and 2100.</summary>
    public static bool TryRead(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date >= Earliest
        && date <= Latest;

    internal static Promulgation From(string? setting, bool isDemonstration) =>
        TryRead(setting, out var date)
            ? new(date, isOfTheDemonstration: false)
            : new(isDemonstration ? OfTheDemonstration : null, isDemonstration);
}
