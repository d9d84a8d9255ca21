using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Units;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>An open account as a token names it: with its unit's name and power of today.</summary>
internal sealed record ActingAccount(
    AccountId Id,
    string UserName,
    string Name,
    UnitId Unit,
    string UnitName,
    UnitKind UnitKind,
    string Role,
    string Jurisdiction,
    bool ReadsOnly,
    bool IsNaturalPerson,
    bool BoundTokensOnly
)
{
    /// <summary>The units that ended and whose business its unit has taken over.</summary>
    public IReadOnlyList<UnitId> Predecessors { get; init; } = [];

    /// <summary>What tokens are issued for; a token for anything else is refused.</summary>
    public const string Audience = "smartcity";
}

/// <summary>Finds who may act; a closed account is nobody.</summary>
internal sealed class ActingAccounts(ISecurityDatabase database, Successions successions)
{
    public Task<ActingAccount?> OfAsync(AccountId id, CancellationToken cancellationToken) =>
        FirstAsync(database.Accounts.Where(account => account.Id == id), cancellationToken);

    /// <summary>The account for which a certificate was the proof, as long as that is bound to it.</summary>
    /// <param name="certificate">The claim <see cref="CertificateClaim"/>; null where something else was.</param>
    public async Task<ActingAccount?> OfAsync(AccountId id, string? certificate, CancellationToken cancellationToken)
    {
        if (certificate is not null)
        {
            var bound = Guid.TryParse(certificate, out var given) ? new AccountCertificateId(given) : default;
            if (
                !await database.AccountCertificates.AnyAsync(
                    one => one.Id == bound && one.Account == id && one.BoundIdentity != null,
                    cancellationToken
                )
            )
            {
                return null;
            }
        }

        return await OfAsync(id, cancellationToken);
    }

    /// <summary>The person or partner's system of this user name.</summary>
    public Task<ActingAccount?> OfUserNameAsync(string userName, CancellationToken cancellationToken) =>
        FirstAsync(database.Accounts.Where(account => account.UserName == userName), cancellationToken);

    /// <summary>The partner's system that holds this client id.</summary>
    public Task<ActingAccount?> OfClientAsync(string clientId, CancellationToken cancellationToken) =>
        FirstAsync(
            database.Accounts.Where(account => account.UserName == clientId && !account.IsNaturalPerson),
            cancellationToken
        );

    private async Task<ActingAccount?> FirstAsync(IQueryable<Account> accounts, CancellationToken cancellationToken)
    {
        var found = await accounts
            .AsNoTracking()
            .Where(account => account.IsActive)
            .Join(database.Units, account => account.Unit, unit => unit.Id, (account, unit) => new { account, unit })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : Of(found.account, found.unit) with
            {
                Predecessors = await successions.PredecessorsOfAsync(found.unit.Id, cancellationToken),
            };
    }

    private static ActingAccount Of(Account account, Unit unit) =>
        new(
            account.Id,
            account.UserName,
            account.Name,
            unit.Id,
            unit.Name,
            unit.Kind,
            account.RoleIn(unit),
            unit.Jurisdiction,
            unit.Competence.ReadsOnly,
            account.IsNaturalPerson,
            account.BoundTokensOnly
        );
}
