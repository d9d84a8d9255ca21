using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Assets.Application.Keeping;

/// <summary>The receiver's act, from his own account: he is the custodian from now on, and the asset is at its new place.</summary>
internal sealed record AcceptHandOver(AssetCardId Card, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class AcceptHandOverHandler(IAssetsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<AcceptHandOver, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AcceptHandOver command, CancellationToken cancellationToken)
    {
        var card = await database.Cards.FirstOrDefaultAsync(one => one.Id == command.Card, cancellationToken);
        var outcome = act.Authorise(card, LedgerAccess.CardOfItsReaders, command.ExpectedVersion)
            .Then(() => card!.AcceptHandOver(new(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
