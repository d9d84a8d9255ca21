using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Assets.Application.Counting;

/// <summary>All resolutions are approved, by an account that made none of them.</summary>
internal sealed record ApproveAdjustments(InventoryCampaignId Campaign, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class ApproveAdjustmentsHandler(IAssetsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ApproveAdjustments, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ApproveAdjustments command, CancellationToken cancellationToken)
    {
        var campaign = await database.Campaigns.FirstOrDefaultAsync(
            one => one.Id == command.Campaign,
            cancellationToken
        );
        var outcome = act.Authorise(campaign, LedgerAccess.CampaignOfTheUnit, command.ExpectedVersion)
            .Then(() => campaign!.ApproveAdjustments(new(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
