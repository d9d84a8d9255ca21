using System.ComponentModel;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Application.Clocks;

/// <summary>What a list and a detail tell of a statutory clock alike.</summary>
internal sealed record ClockLine(
    [property: Description("系统编号")] Guid Id,
    [property: Description("时限编号")] string Number,
    [property: Description("时限种类")] string Kind,
    [property: Description("事由")] string Name,
    [property: Description("依据条款")] int Article,
    [property: Description("状态")] ClockState State,
    [property: Description("是否逾期")] bool IsOverdue,
    [property: Description("对象类别")] string ObjectType,
    [property: Description("对象系统编号")] string ObjectId,
    [property: Description("对象名称")] string ObjectTitle,
    [property: Description("责任单位编号")] Guid Unit,
    [property: Description("监督单位编号")] Guid? Authority,
    [property: Description("起算日期")] DateOnly StartedOn,
    [property: Description("期限日期")] DateOnly DueOn,
    [property: Description("期限是否待节假日安排公布后确定")] bool IsProvisional,
    [property: Description("逾期起始日期")] DateOnly? OverdueSince,
    [property: Description("办结或者终结日期")] DateOnly? EndedOn
)
{
    internal static ClockLine Of(BoardedClock one, DateOnly today, Language language) =>
        new(
            one.Clock.Id.Value,
            one.Clock.Number,
            one.Clock.Kind,
            one.Kind.Name.In(language),
            one.Clock.Article,
            one.Clock.State,
            one.Clock.IsOverdueOn(today),
            one.Clock.ObjectType,
            one.Clock.ObjectId,
            one.Clock.ObjectTitle,
            one.Clock.Unit.Value,
            one.Clock.Authority?.Value,
            one.Clock.StartedOn,
            one.Clock.DueOn,
            one.Clock.IsProvisional,
            one.Clock.OverdueSince,
            one.Clock.EndedOn
        );
}
