using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Delegations;
using SmartCity.Modules.Security.Domain.Posts;
using SmartCity.Modules.Security.Domain.Units;

namespace SmartCity.Modules.Security.Application.Powers;

/// <summary>An account as it stood on a day: what it held, and whom it stood in for.</summary>
/// <param name="Unit">The unit that it belonged to that day.</param>
/// <param name="UnitName">That unit's name of the day.</param>
/// <param name="Since">The legal date of its registration or, where it had to be confirmed, of that.</param>
/// <param name="Represented">In whose stead, and since when.</param>
internal sealed record AccountOnADay(
    Account Account,
    Unit Unit,
    string UnitName,
    DateOnly? Since,
    IReadOnlyList<Post> Posts,
    IReadOnlyList<(AccountId Absentee, DateOnly Since)> Represented
);

/// <summary>
/// Reads accounts in the order of their user names, some at a time. When one was registered, confirmed and closed, its own audit entries
/// tell: nobody can have them say otherwise later.
/// </summary>
internal sealed class AccountsOnADay(ISecurityDatabase database)
{
    private const int AtATime = 50;

    /// <summary>The last user name that was read, of those too that were not in force.</summary>
    public string? Last { get; private set; }

    public bool HasMore { get; private set; }

    /// <param name="from">The user name to begin with, or null for the first.</param>
    public async Task<IReadOnlyList<AccountOnADay>> ReadAsync(
        ListPowers query,
        DateOnly day,
        string? from,
        bool isIncluded,
        CancellationToken cancellationToken
    )
    {
        var accounts = await Chosen(query, from, isIncluded)
            .Include(account => account.EarlierUnits)
            .OrderBy(account => account.UserName)
            .Take(AtATime + 1)
            .ToListAsync(cancellationToken);
        HasMore = accounts.Count > AtATime;
        accounts = [.. accounts.Take(AtATime)];
        Last = accounts.LastOrDefault()?.UserName;
        var unitIds = accounts.Select(account => account.UnitOn(day)).Distinct().ToList();
        var unitsById = await database
            .Units.AsNoTracking()
            .Include(unit => unit.EarlierNames)
            .Where(unit => unitIds.Contains(unit.Id))
            .ToDictionaryAsync(unit => unit.Id, cancellationToken);
        var rows = accounts
            .Select(account => new { account, unit = unitsById[account.UnitOn(day)] })
            .Where(row => query.Unit is null || row.unit.Id == query.Unit)
            .ToList();
        var lives = await LivesAsync([.. rows.Select(row => row.account)], cancellationToken);
        var inForce = rows.Where(row => IsInForce(row.account, lives[row.account.Id], day)).ToList();
        List<AccountId> ids = [.. inForce.Select(row => row.account.Id)];
        // A delegation has moved with its two accounts.
        List<UnitId> units = [.. inForce.SelectMany(row => new[] { row.unit.Id, row.account.Unit }).Distinct()];
        var posts = await database
            .Posts.AsNoTracking()
            .Where(post => ids.Contains(post.Account) && post.From <= day && (post.Until == null || post.Until >= day))
            .ToListAsync(cancellationToken);
        var delegations = await database
            .Delegations.AsNoTracking()
            .Where(one => units.Contains(one.Unit) && one.From <= day && one.Until >= day)
            .Where(one => one.EndedOn == null || one.EndedOn > day)
            .ToListAsync(cancellationToken);
        return
        [
            .. inForce.Select(row => new AccountOnADay(
                row.account,
                row.unit,
                row.unit.NameOn(day).Name,
                lives[row.account.Id].Opened,
                [.. posts.Where(post => post.Account == row.account.Id).OrderBy(post => post.From)],
                [
                    .. Represented(
                        row.account.Id,
                        [.. delegations.Where(one => one.Unit == row.unit.Id || one.Unit == row.account.Unit)]
                    ),
                ]
            )),
        ];
    }

    private IQueryable<Account> Chosen(ListPowers query, string? from, bool isIncluded)
    {
        var accounts = database.Accounts.AsNoTracking();
        if (query.Account is { } account)
        {
            accounts = accounts.Where(one => one.Id == account);
        }

        if (query.Unit is { } unit)
        {
            accounts = accounts.Where(one => one.Unit == unit || one.EarlierUnits.Any(earlier => earlier.Unit == unit));
        }

        return from switch
        {
            null => accounts,
            _ when isIncluded => accounts.Where(one => one.UserName.CompareTo(from) >= 0),
            _ => accounts.Where(one => one.UserName.CompareTo(from) > 0),
        };
    }

    private static bool IsInForce(Account account, (DateOnly? Opened, DateOnly? Closed) life, DateOnly day) =>
        (account.Registrar is null || account.ConfirmedBy is not null)
        && (life.Opened is null || life.Opened <= day)
        && (life.Closed is null || life.Closed > day);

    private async Task<Dictionary<AccountId, (DateOnly? Opened, DateOnly? Closed)>> LivesAsync(
        IReadOnlyList<Account> accounts,
        CancellationToken cancellationToken
    )
    {
        List<string> ids = [.. accounts.Select(account => account.Id.Value.ToString())];
        var entries = (
            await database
                .AuditEntries.AsNoTracking()
                .Where(entry => entry.ObjectType == "account" && ids.Contains(entry.ObjectId))
                .ToListAsync(cancellationToken)
        ).ToLookup(entry => entry.ObjectId, AuditContent.TryOf);
        return accounts.ToDictionary(
            account => account.Id,
            account =>
            {
                var acts = entries[account.Id.Value.ToString()]
                    .OfType<AuditContent>()
                    .Where(entry => entry.Outcome == AuditOutcome.Accepted)
                    .ToLookup(entry => entry.Command, entry => entry.LegalDate);
                return (
                    First(acts["security.confirm-account"]) ?? First(acts["security.register-account"]),
                    First(acts["security.close-account"].Concat(acts["security.record-departure"]))
                );
            }
        );
    }

    private static DateOnly? First(IEnumerable<DateOnly> days) => days.Select(day => (DateOnly?)day).FirstOrDefault();

    // For the deputy's deputy it begins when both are away.
    private static IEnumerable<(AccountId Absentee, DateOnly Since)> Represented(
        AccountId deputy,
        IReadOnlyList<Delegation> inForce
    ) =>
        StandIns
            .RepresentedBy(deputy, inForce)
            .Select(absentee =>
                (absentee, inForce.Where(one => one.Absentee == absentee).Select(one => one.From).Append(default).Max())
            );
}
