using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmartCity.Regulation.Calendars;

/// <summary>
/// The days that releases have brought. Each release whose days differ from those before is an edition of its own, so that
/// a calendar's version tells which days it holds.
/// </summary>
internal static class ReleasedDays
{
    // The oldest first. None is ever replaced, because clocks were counted by it: other days are one more line.
    private static readonly string[] Editions =
    [
        // 2019 to 2026
        "403eaf348ae5cae5ee699cf86e22f6decb35c79648279be52263dd6d7357bd04",
    ];

    /// <summary>Which edition these days are; a release brings the last one.</summary>
    /// <exception cref="InvalidOperationException">They are not: their line is missing.</exception>
    public static int EditionOf(IEnumerable<YearOfNotices> years)
    {
        var hash = HashOf(years);
        return hash == Editions[^1]
            ? Editions.Length
            : throw new InvalidOperationException(
                $"The days of this release are not its last edition: add {hash} to the end of {nameof(ReleasedDays)}."
            );
    }

    // Of what is counted by alone, so that neither a name nor a source makes another edition.
    private static string HashOf(IEnumerable<YearOfNotices> years)
    {
        var counted = new StringBuilder();
        foreach (var year in years.OrderBy(one => one.Year))
        {
            counted.Append(CultureInfo.InvariantCulture, $"{year.Year}\n");
            foreach (var day in year.Days.OrderBy(one => one.Date))
            {
                counted.Append(CultureInfo.InvariantCulture, $"{day.Date:O} {(day.IsOffDay ? "off" : "worked")}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(counted.ToString())));
    }
}
