using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Keeping;

/// <summary>The giver's act: the lead unit hands an asset over from its custodian to another, at a new place.</summary>
internal sealed record ProposeHandOver(
    AssetCardId Card,
    AccountId From,
    AccountId? To,
    string NewLocation,
    string Reason,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class ProposeHandOverValidator : AbstractValidator<ProposeHandOver>
{
    public ProposeHandOverValidator()
    {
        RuleFor(command => command.NewLocation).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class ProposeHandOverHandler(IAssetsDatabase database, Act act, RulesInForce rules, IMediator mediator)
    : IRequestHandler<ProposeHandOver, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ProposeHandOver command, CancellationToken cancellationToken)
    {
        var card = await database.Cards.FirstOrDefaultAsync(one => one.Id == command.Card, cancellationToken);
        var allowed = act.Authorise(card, LedgerAccess.CardOfTheLeadUnit, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var to = await mediator.CustodianAsync(command.To, cancellationToken);
        var text = new HandOverText(command.From, command.NewLocation, command.Reason);
        var outcome = card!.ProposeHandOver(text, to, new(act.Actor.Account), rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
