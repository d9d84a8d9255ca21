using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Assets.Domain.Rules;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Assets.Domain;

/// <summary>The statutory clocks of this module.</summary>
internal static class AssetsClocks
{
    /// <summary>资产登记期限 (article 38): what "timely" means.</summary>
    public static ClockKind Registration { get; } =
        new(
            "assets.registration",
            38,
            ClockPeriodKind.Days,
            ClockNature.Duty,
            new("资产登记", "Registration of the assets"),
            new(
                "请按合同行登记资产卡片；登记完成前，除质保金外不再支付本项目款项。",
                "Make the asset cards from the contract's lines; until then nothing but the retention money is paid."
            ),
            Article38.RegistrationLadder,
            Article38.RegistrationOverdue,
            new ClockFollower<AssetRegistration, AssetRegistrationId>(
                "assets.move-registration-due-day",
                (registration, move) => registration.MoveDueDay(move)
            )
        );

    public static IReadOnlyList<ClockKind> All { get; } = [Registration];
}
