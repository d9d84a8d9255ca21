using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Counting;

/// <summary>
/// A counter writes down what he found: of a card of the book, or something that the book does not have. Several count at
/// once; their records are taken one after the other.
/// </summary>
internal sealed record RecordCount(
    InventoryCampaignId Campaign,
    AssetCardId? Card,
    string? Surplus,
    bool Found,
    string? Location,
    string? Note
) : ICommand;

internal sealed class RecordCountValidator : AbstractValidator<RecordCount>
{
    public RecordCountValidator()
    {
        RuleFor(command => command.Surplus)
            .Text(InputRules.ShortText)
            .Must((command, surplus) => command.Card is null != string.IsNullOrWhiteSpace(surplus))
            .WithErrorCode("REQUIRED")
            .InWords(
                "填卡片或者盘盈实物，二者填其一。",
                "Name either a card or what was found beside the book, one of the two."
            );
        RuleFor(command => command.Found)
            .Must((command, found) => found || command.Card is not null)
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("盘盈的实物必然是找到的。", "What the book does not have can only be found.");
        RuleFor(command => command.Location)
            .Text(InputRules.ShortText)
            .Must((command, location) => !command.Found || !string.IsNullOrWhiteSpace(location))
            .WithErrorCode("REQUIRED")
            .InWords("写明实物所在地点。", "Say where it was found.");
        RuleFor(command => command.Note).Text(InputRules.LongText);
    }
}

internal sealed class RecordCountHandler(IAssetsDatabase database, Act act)
    : IRequestHandler<RecordCount, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordCount command, CancellationToken cancellationToken)
    {
        await database.LockAsync<InventoryCampaign, InventoryCampaignId>(command.Campaign, cancellationToken);
        var campaign = await database.Campaigns.FirstOrDefaultAsync(
            one => one.Id == command.Campaign,
            cancellationToken
        );
        var text = new CountText(command.Card, command.Surplus, command.Found, command.Location, command.Note);
        var outcome = act.Authorise(campaign, LedgerAccess.CampaignOfTheUnit)
            .Then(() => campaign!.RecordCount(text, new(act.Actor.Account), act.At));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
