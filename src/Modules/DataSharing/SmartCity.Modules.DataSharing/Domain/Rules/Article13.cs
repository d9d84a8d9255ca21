using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Rules;

/// <summary>Dynamic update of shared data.</summary>
internal static class Article13
{
    private const string Text =
        "尚不具备实时更新条件的行政机关和公共企事业单位，可根据实际情况，每天、每周或每月进行数据更新，并通报市大数据管理局和相关共享单位。";

    internal static Parameter<NoticeDays> UpdateLadder { get; } =
        new(
            "sharing.update-notice-days",
            13,
            ParameterAct.Control,
            [-1],
            "数据更新逾期后发出提醒的时间（日，负数为逾期后）"
        );

    internal static Rule<ClockFacts> UpdateOverdue { get; } =
        new(
            "UPDATE_OVERDUE",
            RuleKind.Breach,
            13,
            Basis.Text(Text),
            new(
                "尽快上传数据；全年不变的数据按期确认上传即可。",
                "Send the data without delay; data that does not change is sent again at its time."
            ),
            (facts, _) => facts.Today <= facts.DueOn
        );

    internal sealed record CadenceFacts(Cadence Cadence);

    internal static Rule<CadenceFacts> CadenceNotAllowed { get; } =
        new(
            "CADENCE_NOT_ALLOWED",
            RuleKind.Refusal,
            13,
            Basis.Text(Text),
            new(
                "更新周期改为实时、每日、每周或每月；全年不变的数据按期确认上传即可。",
                "Choose real time, daily, weekly or monthly; data that does not change is sent again at its time."
            ),
            (facts, _) => facts.Cadence is Cadence.RealTime or Cadence.Daily or Cadence.Weekly or Cadence.Monthly
        );

    internal sealed record NoticeFacts(Cadence Cadence, string? Notice);

    internal static Rule<NoticeFacts> CadenceNoticeMissing { get; } =
        new(
            "CADENCE_NOTICE_MISSING",
            RuleKind.Refusal,
            13,
            Basis.Text(Text),
            new(
                "将不能实时更新的情况通报市大数据管理局，填写通报文号。",
                "Notify the big data bureau that the data is not updated in real time, and give the notice's number."
            ),
            (facts, _) => facts.Cadence == Cadence.RealTime || !string.IsNullOrWhiteSpace(facts.Notice)
        );

    internal sealed record UpdateFacts(DateOnly DataAsOf, DateOnly? LastDataAsOf, DateOnly Today);

    internal static Rule<UpdateFacts> UpdateTimestampInvalid { get; } =
        new(
            "UPDATE_TIMESTAMP_INVALID",
            RuleKind.Refusal,
            13,
            Basis.Control("数据时点不得晚于今天，也不得早于上一次更新，以“保证共享信息的准确性、时效性”。"),
            new(
                "核对数据时点：不晚于今天，不早于上一版。",
                "Check the day the data is true for: not after today, not before the last version's."
            ),
            (facts, _) =>
                facts.DataAsOf <= facts.Today && (facts.LastDataAsOf is not { } last || facts.DataAsOf >= last)
        );
}
