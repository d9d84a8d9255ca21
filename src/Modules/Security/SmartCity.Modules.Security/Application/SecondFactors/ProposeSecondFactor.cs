using System.ComponentModel;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>为本人生成新的密钥和恢复码，不作任何改变</summary>
internal sealed record ProposeSecondFactor : IQuery<ProposeSecondFactor.Answer>
{
    /// <summary>新的密钥和恢复码，只显示这一次</summary>
    internal sealed record Answer(
        [property: Description("密钥（Base32），手工输入验证器用")] string Secret,
        [property: Description("otpauth 地址，做成二维码扫入验证器用")] string Address,
        [property: Description("十个恢复码，每个只能用一次，设备丢失时用")] IReadOnlyList<string> RecoveryCodes,
        [property: Description("密封的建议，设置时原样交回")] string Proposal,
        [property: Description("在此之前交回有效")] DateTimeOffset Until
    )
    {
        public override string ToString() => nameof(Answer);
    }
}

internal sealed class ProposeSecondFactorHandler(
    ActingAccounts accounts,
    ISecondFactors factors,
    RequestContext request
) : IRequestHandler<ProposeSecondFactor, Result<ProposeSecondFactor.Answer>>
{
    public async Task<Result<ProposeSecondFactor.Answer>> Handle(
        ProposeSecondFactor query,
        CancellationToken cancellationToken
    )
    {
        var account = await accounts.OfAsync(new AccountId(request.Actor.Account), cancellationToken);
        if (account is not { IsNaturalPerson: true })
        {
            return Error.NotFound(new("账号", "account"));
        }

        var made = factors.Propose(account.Id, account.UserName);
        return new ProposeSecondFactor.Answer(made.Secret, made.Address, made.RecoveryCodes, made.Sealed, made.Until);
    }
}
