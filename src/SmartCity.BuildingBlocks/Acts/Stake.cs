namespace SmartCity.BuildingBlocks.Acts;

/// <summary>
/// What is lost where a command was carried out and its entry cannot be relied on. Each command is named with its stake in
/// its module's authority table, and there is no default.
/// </summary>
public enum Stake
{
    /// <summary>Nothing but the record of a reading, or of how somebody signs in to read.</summary>
    Reading,

    /// <summary>Business, and whatever only takes away or holds back: leaving it undone is never the safer way.</summary>
    Business,

    /// <summary>Somebody may do or see afterwards what he could not before.</summary>
    Rights,

    /// <summary>Money is bound, moves, or may move next.</summary>
    Money,
}
