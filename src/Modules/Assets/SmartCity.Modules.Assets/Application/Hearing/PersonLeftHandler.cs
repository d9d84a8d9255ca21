using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Application.Hearing;

/// <summary>A person has left: the assets on the ledger that he kept, or was to take over, need another custodian.</summary>
internal sealed class PersonLeftHandler(IMediator mediator, IAssetsDatabase database)
    : IIntegrationEventHandler<PersonLeft>
{
    public Task<bool> ConcernsAsync(PersonLeft left, CancellationToken cancellationToken) =>
        KeptBy(left.Account).AnyAsync(cancellationToken);

    public async Task<Result<Receipt>> HandleAsync(PersonLeft left, CancellationToken cancellationToken)
    {
        Result<Receipt> outcome = Error.NotFound(new("资产卡片", "asset card"));
        foreach (var card in await KeptBy(left.Account).ToListAsync(cancellationToken))
        {
            outcome = await mediator.Send(new ReopenCustody(card, left), cancellationToken);
            if (outcome.IsFailure)
            {
                return outcome;
            }
        }

        return outcome;
    }

    private IQueryable<AssetCardId> KeptBy(AccountId account) =>
        database
            .Cards.AsNoTracking()
            .Where(card => card.State == CardState.OnLedger)
            .Where(card =>
                card.Custodian == account
                || card.HandOvers.Any(one => one.State == HandOverState.Proposed && one.To == account)
            )
            .OrderBy(card => card.Number)
            .Select(card => card.Id);
}
