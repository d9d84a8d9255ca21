using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>Answers the other modules who these accounts are; closed ones too, for what was done stays theirs.</summary>
internal sealed class AccountsOfHandler(ISecurityDatabase database, Successions successions)
    : IRequestHandler<AccountsOf, IReadOnlyList<AccountProfile>>
{
    public async Task<IReadOnlyList<AccountProfile>> Handle(AccountsOf request, CancellationToken cancellationToken)
    {
        var found = await database
            .Accounts.AsNoTracking()
            .Where(account => request.Accounts.Contains(account.Id))
            .Join(database.Units, account => account.Unit, unit => unit.Id, (account, unit) => new { account, unit })
            .ToListAsync(cancellationToken);
        var predecessors = new Dictionary<UnitId, IReadOnlyList<UnitId>>();
        foreach (var unit in found.Select(one => one.unit.Id).Distinct())
        {
            predecessors[unit] = await successions.PredecessorsOfAsync(unit, cancellationToken);
        }

        return
        [
            .. found.Select(one => new AccountProfile(
                one.account.Id,
                one.account.Name,
                one.account.Unit,
                one.account.RoleIn(one.unit),
                one.account.IsNaturalPerson,
                one.account.IsActive,
                one.account.Specialties
            )
            {
                Predecessors = predecessors[one.unit.Id],
            }),
        ];
    }
}
