using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Delegations;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using Unit = SmartCity.Modules.Security.Domain.Units.Unit;

namespace SmartCity.Modules.Security.Application.Delegating;

/// <summary>Records an absence and who stands in: by the absentee himself, or by an administrator.</summary>
internal sealed record RecordDelegation(
    AccountId Absentee,
    AccountId Deputy,
    DateOnly From,
    DateOnly Until,
    string Reason
) : ICommand;

internal sealed class RecordDelegationValidator : AbstractValidator<RecordDelegation>
{
    public RecordDelegationValidator()
    {
        RuleFor(command => command.From).PlausibleDate();
        RuleFor(command => command.Until).PlausibleDate();
        RuleFor(command => command.Reason).RequiredText(InputRules.ShortText);
    }
}

internal sealed class RecordDelegationHandler(ISecurityDatabase database, Act act, RulesInForce rules, IIdSource ids)
    : IRequestHandler<RecordDelegation, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordDelegation command, CancellationToken cancellationToken)
    {
        var absentee = await database
            .Accounts.AsNoTracking()
            .FirstOrDefaultAsync(account => account.Id == command.Absentee, cancellationToken);
        if (act.Authorise(absentee, SecurityAuthorities.OnAbsentee) is { IsFailure: true, Failure: { } notHis })
        {
            return notHis;
        }

        // Two delegations that make a circle only together may be recorded at once: the one who waits sees the other.
        await database.LockAsync<Unit, UnitId>(absentee!.Unit, cancellationToken);
        var deputy = await database
            .Accounts.AsNoTracking()
            .FirstOrDefaultAsync(account => account.Id == command.Deputy, cancellationToken);
        if (deputy is null)
        {
            return Error.Unprocessable("ACCOUNT_UNKNOWN", new("没有登记过代办人的账号。", "There is no such deputy."));
        }

        var recorded = Delegation.Record(
            ids.Next<DelegationId>(),
            absentee,
            deputy,
            new(new(command.From, command.Until), command.Reason),
            await OthersAsync(absentee.Unit, cancellationToken),
            rules
        );
        if (recorded.IsFailure)
        {
            return recorded.Failure;
        }

        if (act.Authorise(recorded.Value, SecurityAuthorities.OnDelegation) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        database.Delegations.Add(recorded.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private Task<List<Delegation>> OthersAsync(UnitId unit, CancellationToken cancellationToken) =>
        database
            .Delegations.AsNoTracking()
            .Where(one => one.Unit == unit && one.EndedOn == null && one.Until >= rules.Today)
            .ToListAsync(cancellationToken);
}
