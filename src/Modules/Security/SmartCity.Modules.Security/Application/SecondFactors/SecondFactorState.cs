using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>账号第二因素的情况；从不包含密钥和恢复码</summary>
internal sealed record SecondFactorState(
    [property: Description("账号编号")] AccountId Account,
    [property: Description("是否已设置")] bool IsSetUp,
    [property: Description("该账号的角色是否必须设置")] bool IsRequired,
    [property: Description("设置时刻")] DateTimeOffset? SetUpAt,
    [property: Description("恢复码生成时刻")] DateTimeOffset? RecoveryCodesMadeAt,
    [property: Description("剩余恢复码个数")] int RecoveryCodesLeft,
    [property: Description("最近一次被管理员取消的时刻")] DateTimeOffset? TakenAwayAt,
    [property: Description("最近一次被取消的理由")] string? TakenAwayBecause,
    [property: Description("版本")] long Version
);

/// <summary>Reads it, for the holder and for those who look after accounts.</summary>
internal sealed class SecondFactorStates(
    ISecurityDatabase database,
    ActingAccounts accounts,
    ISecondFactors factors,
    SecondFactorPolicy policy
)
{
    /// <returns>Null where there is no open account.</returns>
    public async Task<SecondFactorState?> OfAsync(AccountId id, CancellationToken cancellationToken)
    {
        if (await accounts.OfAsync(id, cancellationToken) is not { } account)
        {
            return null;
        }

        var factor = await database
            .SecondFactors.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        return new(
            id,
            factor?.IsSetUp ?? false,
            policy.Requires(account),
            factor?.SetUpAt,
            factor?.RecoveryCodesMadeAt,
            await factors.RecoveryCodesLeftAsync(id, cancellationToken),
            factor?.TakenAwayAt,
            factor?.TakenAwayBecause,
            factor?.Version ?? 0
        );
    }
}
