using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Counting;

/// <summary>The unit says how a variance is settled, and why.</summary>
internal sealed record ResolveVariance(
    InventoryCampaignId Campaign,
    int Variance,
    VarianceResolution Resolution,
    string Reason,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class ResolveVarianceValidator : AbstractValidator<ResolveVariance>
{
    public ResolveVarianceValidator()
    {
        RuleFor(command => command.Resolution).KnownWord();
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class ResolveVarianceHandler(IAssetsDatabase database, Act act)
    : IRequestHandler<ResolveVariance, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ResolveVariance command, CancellationToken cancellationToken)
    {
        var campaign = await database.Campaigns.FirstOrDefaultAsync(
            one => one.Id == command.Campaign,
            cancellationToken
        );
        var outcome = act.Authorise(campaign, LedgerAccess.CampaignOfTheUnit, command.ExpectedVersion)
            .Then(() =>
                campaign!.ResolveVariance(
                    command.Variance,
                    command.Resolution,
                    command.Reason,
                    new(act.Actor.Account),
                    act.LegalDate
                )
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
