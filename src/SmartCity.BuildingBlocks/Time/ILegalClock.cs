namespace SmartCity.BuildingBlocks.Time;

/// <summary>
/// The clock of everything the regulation counts: the date in Asia/Shanghai. Tokens, leases, retries, ids, logs and
/// evidence use <see cref="TimeProvider"/>; only this one can ever be moved, and only in the demonstration.
/// </summary>
public interface ILegalClock
{
    DateOnly Today { get; }
}

/// <summary>Civil time in China: UTC+8 the whole year since 1991.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeOf(instant));

    /// <summary>What a clock in China shows at that instant.</summary>
    public static DateTime TimeOf(DateTimeOffset instant) => instant.ToOffset(Offset).DateTime;
}

/// <summary>The legal clock everywhere but in the demonstration: it cannot be moved.</summary>
public sealed class SystemLegalClock(TimeProvider time) : ILegalClock
{
    public DateOnly Today => ChinaTime.DateOf(time.GetUtcNow());
}
