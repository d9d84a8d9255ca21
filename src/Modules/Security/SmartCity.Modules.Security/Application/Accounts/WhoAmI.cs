using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>当前账号、单位和角色</summary>
internal sealed record WhoAmI : IQuery<WhoAmI.Answer>
{
    /// <summary>当前账号、单位和角色</summary>
    internal sealed record Answer(
        AccountId Account,
        string UserName,
        string Name,
        UnitId Unit,
        string UnitName,
        UnitKind UnitKind,
        string Role,
        string Jurisdiction,
        bool ReadsOnly,
        bool IsNaturalPerson
    );
}

internal sealed class WhoAmIHandler(ActingAccounts accounts, RequestContext request)
    : IRequestHandler<WhoAmI, Result<WhoAmI.Answer>>
{
    public async Task<Result<WhoAmI.Answer>> Handle(WhoAmI query, CancellationToken cancellationToken)
    {
        var account = await accounts.OfAsync(new(request.Actor.Account), cancellationToken);
        return account is null
            ? Error.NotFound(new("账号", "account"))
            : new WhoAmI.Answer(
                account.Id,
                account.UserName,
                account.Name,
                account.Unit,
                account.UnitName,
                account.UnitKind,
                account.Role,
                account.Jurisdiction,
                account.ReadsOnly,
                account.IsNaturalPerson
            );
    }
}
