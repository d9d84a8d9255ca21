using System.ComponentModel;

namespace SmartCity.Regulation.Calendars;

/// <summary>What a day is in the working calendar.</summary>
public enum DayKind
{
    [Description("工作日")]
    WorkingDay,

    [Description("周末")]
    Weekend,

    [Description("放假日")]
    DayOff,

    [Description("调休上班日")]
    MakeUpDay,
}
