using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Counting;

/// <summary>A unit plans an inventory of its own ledger (article 40).</summary>
internal sealed record PlanInventory(
    [property: Description("清查名称")] string Name,
    [property: Description("清查基准日")] DateOnly AsOf
) : ICommand;

internal sealed class PlanInventoryValidator : AbstractValidator<PlanInventory>
{
    public PlanInventoryValidator()
    {
        RuleFor(command => command.Name).RequiredText(InputRules.ShortText);
        RuleFor(command => command.AsOf).PlausibleDate();
    }
}

internal sealed class PlanInventoryHandler(IAssetsDatabase database, Act act, IMediator mediator, IIdSource ids)
    : IRequestHandler<PlanInventory, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(PlanInventory command, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new UnitOf(new(act.Actor.Unit)), cancellationToken) is not { } unit)
        {
            return Error.Unprocessable(
                "UNIT_UNKNOWN",
                new(
                    "账号所属单位未登记，请联系系统管理员。",
                    "The account's unit is not registered; ask the administrator."
                )
            );
        }

        var planned = InventoryCampaign.Plan(
            ids.Next<InventoryCampaignId>(),
            new(unit.Id, unit.Name),
            command.Name,
            command.AsOf,
            new(act.Actor.Account),
            act.LegalDate
        );
        act.Authorise(planned, LedgerAccess.CampaignOfTheUnit);
        database.Campaigns.Add(planned);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
