using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Inventories;

namespace SmartCity.Modules.Assets.Application.Counting;

/// <summary>The count ends; book and count are compared.</summary>
internal sealed record CloseCounting(InventoryCampaignId Campaign, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class CloseCountingHandler(IAssetsDatabase database, Act act)
    : IRequestHandler<CloseCounting, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CloseCounting command, CancellationToken cancellationToken)
    {
        var campaign = await database.Campaigns.FirstOrDefaultAsync(
            one => one.Id == command.Campaign,
            cancellationToken
        );
        var outcome = act.Authorise(campaign, LedgerAccess.CampaignOfTheUnit, command.ExpectedVersion)
            .Then(() => campaign!.CloseCounting(act.LegalDate));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
