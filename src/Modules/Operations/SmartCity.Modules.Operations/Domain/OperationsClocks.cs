using SmartCity.Modules.Operations.Domain.Rules;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Operations.Domain;

/// <summary>The statutory clocks of this module.</summary>
internal static class OperationsClocks
{
    /// <summary>工程保修期 (article 41, INT-14).</summary>
    public static ClockKind WarrantyEnd { get; } =
        new(
            "operations.warranty-end",
            41,
            ClockPeriodKind.WarrantyEnd,
            ClockNature.Ending,
            new("工程保修期", "Warranty of the works"),
            new(
                "请在保修期届满前全面检查，发现故障及时报告，由承揽单位负责修复。",
                "Inspect the works before the warranty ends and report every fault, so that the contractor repairs it."
            ),
            Article41.WarrantyLadder
        );

    /// <summary>建设单位改正期限 (article 42).</summary>
    public static ClockKind UnitCorrection { get; } = Correction("operations.unit-correction", 42);

    /// <summary>承揽单位改正期限 (article 43).</summary>
    public static ClockKind ContractorCorrection { get; } = Correction("operations.contractor-correction", 43);

    public static IReadOnlyList<ClockKind> All { get; } = [WarrantyEnd, UnitCorrection, ContractorCorrection];

    private static ClockKind Correction(string code, int article) =>
        new(
            code,
            article,
            ClockPeriodKind.FixedDay,
            ClockNature.Duty,
            new("责令改正", "Correction that was ordered"),
            new(
                "请在改正期限内完成改正并报告改正情况，由市政府信息办核实确认。",
                "Correct it by the due day and report what was done; the informatization office confirms it."
            ),
            Article42.CorrectionLadder,
            Article42.CorrectionOverdue
        );
}
