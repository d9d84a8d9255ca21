using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>一个账号的登记内容</summary>
internal sealed record ReadAccount(AccountId Account) : IQuery<ReadAccount.Answer>
{
    /// <summary>账号登记内容</summary>
    /// <param name="AwaitsConfirmation">是否待另一名系统管理员确认，确认前不能登录</param>
    /// <param name="Registrar">登记人；不须确认的为空</param>
    /// <param name="ConfirmedBy">确认人</param>
    internal sealed record Answer(
        AccountId Id,
        string UserName,
        string Name,
        UnitId Unit,
        AccountOffice Office,
        bool IsNaturalPerson,
        bool IsActive,
        bool AwaitsConfirmation,
        AccountId? Registrar,
        AccountId? ConfirmedBy,
        bool BoundTokensOnly,
        IReadOnlyList<string> Specialties,
        [property: Description("离任末日；未离任的为空")] DateOnly? LastDay,
        [property: Description("离任依据")] string? DepartureBasis,
        long Version
    );
}

internal sealed class ReadAccountHandler(ISecurityDatabase database)
    : IRequestHandler<ReadAccount, Result<ReadAccount.Answer>>
{
    public async Task<Result<ReadAccount.Answer>> Handle(ReadAccount query, CancellationToken cancellationToken)
    {
        var answer = await database
            .Accounts.AsNoTracking()
            .Where(account => account.Id == query.Account)
            .Select(account => new ReadAccount.Answer(
                account.Id,
                account.UserName,
                account.Name,
                account.Unit,
                account.Office,
                account.IsNaturalPerson,
                account.IsActive,
                account.AwaitsConfirmation,
                account.Registrar,
                account.ConfirmedBy,
                account.BoundTokensOnly,
                account.Specialties,
                account.LastDay,
                account.DepartureBasis,
                account.Version
            ))
            .FirstOrDefaultAsync(cancellationToken);
        return answer is null ? Error.NotFound(new("账号", "account")) : answer;
    }
}
