using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Assets.Application.Counting;

/// <summary>The campaign is closed; not while a variance is open (article 40).</summary>
internal sealed record SignOffInventory(InventoryCampaignId Campaign, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class SignOffInventoryHandler(IAssetsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<SignOffInventory, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SignOffInventory command, CancellationToken cancellationToken)
    {
        var campaign = await database.Campaigns.FirstOrDefaultAsync(
            one => one.Id == command.Campaign,
            cancellationToken
        );
        var outcome = act.Authorise(campaign, LedgerAccess.CampaignOfTheUnit, command.ExpectedVersion)
            .Then(() => campaign!.SignOff(new(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
