using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Inventories;

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

        var (unit, asOf) = (campaign!.Unit, campaign.AsOf);
        var cards = await database
            .Cards.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(card => card.LeadUnit == unit && card.RegisteredOn <= asOf)
            .Where(card => card.StruckOffOn == null || card.StruckOffOn > asOf)
            .ToListAsync(cancellationToken);
        var outcome = campaign.StartCounting(cards, act.LegalDate);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
