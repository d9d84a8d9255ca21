using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Keeping;

/// <summary>The module reopens the custody of an asset whose custodian, or whose next one, has left (article 40).</summary>
internal sealed record ReopenCustody(AssetCardId Card, PersonLeft Left) : ICommand;

internal sealed class ReopenCustodyValidator : AbstractValidator<ReopenCustody>
{
    public ReopenCustodyValidator() => RuleFor(command => command.Left.Name).RequiredText(InputRules.ShortText);
}

internal sealed class ReopenCustodyHandler(IAssetsDatabase database, Act act)
    : IRequestHandler<ReopenCustody, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReopenCustody command, CancellationToken cancellationToken)
    {
        var card = await database.Cards.FirstOrDefaultAsync(one => one.Id == command.Card, cancellationToken);
        var reopened = act.Authorise(card, LedgerAccess.CardOfTheModule)
            .Then(() => card!.ReopenCustody(command.Left, act.LegalDate));
        return reopened.IsFailure ? reopened.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
