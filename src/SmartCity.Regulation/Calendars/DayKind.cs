namespace SmartCity.Regulation.Calendars;

/// <summary>What a day is in the working calendar.</summary>
public enum DayKind
{
    /// <summary>工作日</summary>
    WorkingDay,

    /// <summary>周末</summary>
    Weekend,

    /// <summary>放假日</summary>
    DayOff,

    /// <summary>调休上班日</summary>
    MakeUpDay,
}
