using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Domain.LegalClocks;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.LegalClocks;

/// <summary>Moves the legal date of the demonstration forward. Anywhere else the date is the true one and stays it.</summary>
/// <param name="To">The legal date from now on.</param>
internal sealed record MoveLegalDate(DateOnly To) : ICommand;

internal sealed class MoveLegalDateValidator : AbstractValidator<MoveLegalDate>
{
    public MoveLegalDateValidator() => RuleFor(command => command.To).PlausibleDate();
}

internal sealed class MoveLegalDateHandler(
    IRegulationDatabase database,
    Act act,
    RulesInForce rules,
    ILegalClock legalClock,
    ClockLadder ladder
) : IRequestHandler<MoveLegalDate, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(MoveLegalDate command, CancellationToken cancellationToken)
    {
        // No address leads here outside of the demonstration; the clock itself is the second lock.
        if (legalClock is not MovableLegalClock movable)
        {
            return Error.Unprocessable(
                "LEGAL_DATE_FIXED",
                new("只有演示环境可以推进法定日期。", "The legal date moves in the demonstration only.")
            );
        }

        var clock = await database.LegalClocks.FirstOrDefaultAsync(cancellationToken);
        if (clock is null)
        {
            database.LegalClocks.Add(clock = LegalClock.Unmoved());
        }

        var moved = act.Authorise(clock, RegulationAuthorities.OnClock)
            .Then(() => clock.Move(command.To, movable.SystemDate, rules));
        if (moved.IsFailure)
        {
            return moved.Failure;
        }

        var saved = await database.SaveChangesAsync(act, cancellationToken);
        if (!saved.IsFailure)
        {
            movable.RunAhead(clock.DaysAhead);
            // Whoever moved the date sees at once what has fallen due; elsewhere the job climbs the ladder.
            await ladder.RunAsync(cancellationToken);
        }

        return saved;
    }
}
