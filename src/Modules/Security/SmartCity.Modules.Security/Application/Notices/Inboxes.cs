using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Delegations;
using SmartCity.Modules.Security.Domain.Notices;

namespace SmartCity.Modules.Security.Application.Notices;

/// <summary>What one account sees today: what is its own, its unit's, and that of those in whose stead it stands.</summary>
/// <param name="Units">
/// The units whose inboxes it looks into: its own and those merged into that; none for who holds no suitable post.
/// </param>
/// <param name="Represented">The absent accounts that it stands in for.</param>
internal sealed record Inbox(AccountId Account, IReadOnlyList<UnitId> Units, IReadOnlyList<AccountId> Represented)
{
    /// <summary>A deputy sees what is open, and what he settled himself.</summary>
    public Expression<Func<Notice, bool>> Holds =>
        notice =>
            notice.Account == Account
            || (notice.Account == null && Units.Contains(notice.Unit))
            || (
                notice.Account != null
                && Represented.Contains(notice.Account.Value)
                && (notice.State != NoticeState.Acted || notice.ActedBy == Account)
            );

    public bool Has(Notice notice) => Holds.Compile(preferInterpretation: true)(notice);
}

/// <summary>Finds what an account sees on the legal date.</summary>
internal sealed class Inboxes(ISecurityDatabase database, ILegalClock clock, Successions successions)
{
    public Task<Inbox> OfAsync(Actor actor, CancellationToken cancellationToken) =>
        OfAsync(new(actor.Account), new(actor.Unit), actor.Role, cancellationToken);

    public async Task<Inbox> OfAsync(
        AccountId account,
        UnitId unit,
        string role,
        CancellationToken cancellationToken
    ) =>
        new(
            account,
            Roles.ActForTheirUnit(role) && !await HasLeftAsync(account, cancellationToken)
                ? [unit, .. await successions.PredecessorsOfAsync(unit, cancellationToken)]
                : [],
            StandIns.RepresentedBy(account, await InForceAsync(unit, cancellationToken))
        );

    /// <summary>Everybody who stands in for an absent account today, the deputies of its deputies too.</summary>
    public async Task<IReadOnlyList<AccountId>> DeputiesOfAsync(
        AccountId absentee,
        UnitId unit,
        CancellationToken cancellationToken
    )
    {
        var today = new Days(clock.Today, clock.Today);
        return StandIns.After(absentee, today, await InForceAsync(unit, cancellationToken));
    }

    /// <summary>Did the account hold posts, and does it hold none today nor later?</summary>
    public async Task<bool> HasLeftAsync(AccountId account, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var posts = database.Posts.AsNoTracking().Where(post => post.Account == account);
        return await posts.AnyAsync(cancellationToken)
            && !await posts.AnyAsync(post => post.Until == null || post.Until >= today, cancellationToken);
    }

    private Task<List<Delegation>> InForceAsync(UnitId unit, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return database
            .Delegations.AsNoTracking()
            .Where(one => one.Unit == unit && one.EndedOn == null && one.From <= today && one.Until >= today)
            .ToListAsync(cancellationToken);
    }
}
