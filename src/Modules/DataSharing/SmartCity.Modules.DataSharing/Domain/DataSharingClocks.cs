using SmartCity.Modules.DataSharing.Domain.Rules;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.DataSharing.Domain;

/// <summary>The statutory clocks of this module.</summary>
internal static class DataSharingClocks
{
    /// <summary>数据更新期限 (article 13).</summary>
    public static ClockKind DataUpdate { get; } =
        new(
            "data-sharing.data-update",
            13,
            ClockPeriodKind.FixedDay,
            ClockNature.Duty,
            new("数据更新", "Update of shared data"),
            new(
                "请按目录载明的更新周期上传数据。",
                "Send the data at the cadence that its entry in the catalogue names."
            ),
            Article13.UpdateLadder,
            Article13.UpdateOverdue
        );

    /// <summary>会商期限 (article 18, INT-35).</summary>
    public static ClockKind Consultation { get; } =
        new(
            "data-sharing.consultation",
            18,
            ClockPeriodKind.WorkingDays,
            ClockNature.Duty,
            new("共享申请会商", "Consultation about a grant"),
            new(
                "请与市大数据管理局会商；不同意共享的，书面说明理由。",
                "Consult with the big data bureau; where the data is not to be shared, say why in writing."
            ),
            Article18.ConsultationLadder,
            Article18.ConsultationOverdue
        );

    /// <summary>协议有效期 (article 33).</summary>
    public static ClockKind AgreementEnd { get; } =
        new(
            "data-sharing.agreement-end",
            33,
            ClockPeriodKind.FixedDay,
            ClockNature.Ending,
            new("数据使用协议", "Data usage agreement"),
            new(
                "协议届满后停止供数；需要继续使用的，请在届满前另行签署。",
                "No data is supplied behind its end; where it is still needed, sign another one in time."
            ),
            Article33.AgreementLadder
        );

    public static IReadOnlyList<ClockKind> All { get; } = [DataUpdate, Consultation, AgreementEnd];
}
