namespace SmartCity.Regulation.Clocks;

/// <summary>Days from the first to the last, both counted.</summary>
public readonly record struct DaySpan(DateOnly From, DateOnly Until)
{
    /// <summary>The days of this span that none of the others covers, in order.</summary>
    /// <param name="covering">Spans that do not overlap each other.</param>
    public IReadOnlyList<DaySpan> Without(IEnumerable<DaySpan> covering)
    {
        var gaps = new List<DaySpan>();
        var next = From;
        foreach (var span in covering.OrderBy(one => one.From))
        {
            if (span.From > next && next <= Until)
            {
                var last = span.From.AddDays(-1);
                gaps.Add(new(next, last < Until ? last : Until));
            }

            next = span.Until.AddDays(1);
        }

        if (next <= Until)
        {
            gaps.Add(new(next, Until));
        }

        return gaps;
    }
}
