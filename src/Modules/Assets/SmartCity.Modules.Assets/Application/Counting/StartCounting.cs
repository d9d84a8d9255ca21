using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Application.Counting;

/// <summary>The counting starts: the unit's cards on the ledger as of the day are frozen as the book.</summary>
internal sealed record StartCounting(InventoryCampaignId Campaign, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class StartCountingHandler(IAssetsDatabase database, Act act)
    : IRequestHandler<StartCounting, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(StartCounting command, CancellationToken cancellationToken)
    {
        var campaign = await database.Campaigns.FirstOrDefaultAsync(
            one => one.Id == command.Campaign,
            cancellationToken
        );
        var allowed = act.Authorise(campaign, LedgerAccess.CampaignOfTheUnit, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        // What the units left that were merged into this one is counted with its own.
        var asOf = campaign!.AsOf;
        List<UnitId> units = [campaign.Unit, .. act.Actor.Predecessors.Select(unit => new UnitId(unit))];
        var cards = await database
            .Cards.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(card => units.Contains(card.LeadUnit) && card.RegisteredOn <= asOf)
            .Where(card => card.StruckOffOn == null || card.StruckOffOn > asOf)
            .ToListAsync(cancellationToken);
        var outcome = campaign.StartCounting(cards, act.LegalDate);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
