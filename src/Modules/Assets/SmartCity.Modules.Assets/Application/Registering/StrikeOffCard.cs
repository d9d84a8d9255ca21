using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Registering;

/// <summary>The lead unit strikes a card off that was entered in error; its registration is open again.</summary>
internal sealed record StrikeOffCard(AssetCardId Card, string Reason, long ExpectedVersion) : ICommand, IChangesObject;

internal sealed class StrikeOffCardValidator : AbstractValidator<StrikeOffCard>
{
    public StrikeOffCardValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class StrikeOffCardHandler(
    IAssetsDatabase database,
    Act act,
    RulesInForce rules,
    WorkingCalendar calendar
) : IRequestHandler<StrikeOffCard, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(StrikeOffCard command, CancellationToken cancellationToken)
    {
        var of = await database
            .Cards.Where(one => one.Id == command.Card)
            .Select(one => one.Registration)
            .FirstOrDefaultAsync(cancellationToken);
        await database.LockAsync<AssetRegistration, AssetRegistrationId>(of, cancellationToken);
        var card = await database.Cards.FirstOrDefaultAsync(one => one.Id == command.Card, cancellationToken);
        var allowed = act.Authorise(card, LedgerAccess.CardOfTheLeadUnit, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var registration = await database.Registrations.FirstAsync(one => one.Id == of, cancellationToken);
        var outcome = registration.StrikeOff(card!, command.Reason, new(act.Actor.Account), rules, calendar);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
