using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SmartCity.Regulation.Clocks;

/// <summary>
/// On which days a clock raises its notices, told by their distance to its end: 0 is the last day itself, -1 the day after
/// it. As text: <c>180,90,30</c>.
/// </summary>
[CollectionBuilder(typeof(NoticeDays), nameof(Of))]
public sealed class NoticeDays : IReadOnlyList<int>, IEquatable<NoticeDays>
{
    private const int EarliestBefore = 3660;
    private const int LatestAfter = -366;

    private readonly List<int> days;

    private NoticeDays(IEnumerable<int> days) => this.days = [.. days.Distinct().OrderDescending()];

    public int Count => days.Count;

    public int this[int index] => days[index];

    public static NoticeDays Of(ReadOnlySpan<int> days) => new(days.ToArray());

    /// <returns>False where the text is no list of whole numbers, or one lies years away from any end.</returns>
    public static bool TryParse(string text, out NoticeDays days)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (
                !int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                || number is < LatestAfter or > EarliestBefore
            )
            {
                days = [];
                return false;
            }

            numbers.Add(number);
        }

        days = new(numbers);
        return true;
    }

    public IEnumerator<int> GetEnumerator() => days.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(NoticeDays? other) => other is not null && days.SequenceEqual(other.days);

    public override bool Equals(object? obj) => Equals(obj as NoticeDays);

    public override int GetHashCode() => days.Aggregate(days.Count, HashCode.Combine);

    public override string ToString() => string.Join(',', days);
}
