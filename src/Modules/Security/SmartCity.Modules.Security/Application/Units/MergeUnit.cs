using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Posts;
using SmartCity.Modules.Security.Domain.Units;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using Unit = SmartCity.Modules.Security.Domain.Units.Unit;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>
/// A unit is merged into another: it ends, its accounts, the posts in it and what they stand in for go on in the successor,
/// whose people have its business from then on. What names it in other modules keeps naming it (ADR 0034).
/// </summary>
/// <param name="Basis">The document by name and number.</param>
internal sealed record MergeUnit(
    UnitId Unit,
    UnitId Successor,
    DateOnly EffectiveOn,
    string Basis,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class MergeUnitValidator : AbstractValidator<MergeUnit>
{
    public MergeUnitValidator()
    {
        RuleFor(command => command.EffectiveOn).PlausibleDate();
        RuleFor(command => command.Basis).RequiredText(InputRules.ShortText);
    }
}

internal sealed class MergeUnitHandler(
    ISecurityDatabase database,
    ConfirmationPolicy confirmation,
    Act act,
    RulesInForce rules,
    IIdSource ids
) : IRequestHandler<MergeUnit, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(MergeUnit command, CancellationToken cancellationToken)
    {
        // Two that are to be merged into each other are locked in one order, so that the later sees the earlier ended.
        foreach (var id in new[] { command.Unit, command.Successor }.Distinct().OrderBy(one => one.Value))
        {
            await database.LockAsync<Unit, UnitId>(id, cancellationToken);
        }

        var unit = await database.Units.FirstOrDefaultAsync(one => one.Id == command.Unit, cancellationToken);
        if (
            act.Authorise(unit, SecurityAuthorities.OnUnit, command.ExpectedVersion) is
            { IsFailure: true, Failure: { } denied }
        )
        {
            return denied;
        }

        var successor = await database
            .Units.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == command.Successor, cancellationToken);
        if (successor is null)
        {
            return Error.Unprocessable(
                "UNIT_UNKNOWN",
                new("没有登记过承接单位，请先登记。", "Register the successor first.")
            );
        }

        var change = new Change(command.EffectiveOn, command.EffectiveOn.AddDays(-1), command.Basis);
        var merged = unit!.MergeInto(successor, change, rules);
        if (merged.IsFailure)
        {
            return merged.Failure;
        }

        var accounts = await database
            .Accounts.Include(one => one.EarlierUnits)
            .Where(one => one.Unit == unit.Id && (one.IsActive || one.AwaitsConfirmation))
            .ToListAsync(cancellationToken);
        if (accounts.Exists(account => GainsPower(account, unit, successor)))
        {
            return PowerNotConfirmed;
        }

        accounts.ForEach(account => account.MoveTo(successor.Id, change.LastDayBefore));
        await MovePostsAsync(unit.Id, successor.Id, change, cancellationToken);
        await MoveSubordinatesAsync(unit, successor.Id, cancellationToken);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private static Error PowerNotConfirmed { get; } =
        Error.Unprocessable(
            "POWER_NOT_CONFIRMED",
            new(
                "被合并单位的账号会因此取得须经确认的权限。请先注销这些账号，合并后在承接单位重新登记，由另一名系统管理员确认。",
                "Accounts of the unit would gain a power that a second administrator has to confirm. Close them first; after the merger register them anew in the successor and have them confirmed."
            )
        );

    // A merger is one administrator's act: what two have to agree on it must not bring about.
    private bool GainsPower(Account account, Unit unit, Unit successor) =>
        account.RoleIn(successor) is var role && role != account.RoleIn(unit) && confirmation.Requires(act.Actor, role);

    private async Task MovePostsAsync(UnitId unit, UnitId successor, Change change, CancellationToken cancellationToken)
    {
        var lastDay = change.LastDayBefore;
        var posts = await database
            .Posts.Where(post => post.Unit == unit && (post.Until == null || post.Until > lastDay))
            .ToListAsync(cancellationToken);
        foreach (var post in posts)
        {
            if (post.GoOnIn(successor, ids.Next<PostId>(), change.EffectiveOn) is { } next)
            {
                database.Posts.Add(next);
            }

            post.EndWith(lastDay);
        }

        var today = act.LegalDate;
        var delegations = await database
            .Delegations.Where(one => one.Unit == unit && one.EndedOn == null && one.Until >= today)
            .ToListAsync(cancellationToken);
        delegations.ForEach(one => one.MoveTo(successor));
    }

    private async Task MoveSubordinatesAsync(Unit ended, UnitId successor, CancellationToken cancellationToken)
    {
        var subordinates = await database.Units.Where(one => one.Superior == ended.Id).ToListAsync(cancellationToken);
        subordinates.ForEach(one => one.ComeUnder(one.Id == successor ? ended.Superior : successor));
    }
}
