using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Domain.Rules;

/// <summary>Warranty of works.</summary>
internal static class Article41
{
    internal static Parameter<NoticeDays> WarrantyLadder { get; } =
        new("warranty.notice-days", 41, ParameterAct.Control, [180, 90, 30], "保修期届满前发出提醒的时间（日）");

    internal sealed record ChargeFacts(
        bool UnitClaimsCover,
        bool OccurredWithinWarranty,
        DateOnly OccurredOn,
        DateOnly WarrantyFrom,
        DateOnly WarrantyUntil,
        Money Charge
    );

    internal static Rule<ChargeFacts> InWarrantyNoCharge { get; } =
        new(
            "IN_WARRANTY_NO_CHARGE",
            RuleKind.Refusal,
            41,
            // The article speaks of the duty to repair; that it costs the unit nothing is the city's safeguard of it.
            Basis.Control("保修期内属于保修范围的故障由承揽单位负责修复，不向建设单位收费。"),
            new(
                "保修期内属于保修范围的故障由承揽单位负责修复，费用改为 0.00 元。",
                "The contractor repairs a covered fault within the warranty; set the charge to 0.00."
            ),
            (facts, _) =>
                !(facts is { UnitClaimsCover: true, OccurredWithinWarranty: true } && facts.Charge > Money.Zero)
        );

    /// <param name="NotBefore">The fault itself, where the day is one of its repair.</param>
    internal sealed record DateFacts(DateOnly Day, DateOnly? NotBefore, DateOnly Today);

    internal static Rule<DateFacts> FaultDateImplausible { get; } =
        new(
            "FAULT_DATE_IMPLAUSIBLE",
            RuleKind.Refusal,
            41,
            Basis.Control("故障发生和到场的日期应如实填写：到场不早于发生，均不晚于当日。"),
            new(
                "更正日期：不晚于今天，到场日期不早于故障发生日期。",
                "Correct the day: not after today, and a visit not before the fault."
            ),
            (facts, _) => facts.Day <= facts.Today && (facts.NotBefore is not { } first || facts.Day >= first)
        );
}
