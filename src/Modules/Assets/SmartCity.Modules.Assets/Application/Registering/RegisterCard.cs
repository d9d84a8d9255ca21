using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Registering;

/// <summary>
/// The lead unit makes a card from a contract line. Cards of one registration are made one after the other, so that two
/// at once never exceed the line.
/// </summary>
internal sealed record RegisterCard(
    AssetRegistrationId Registration,
    ContractId? Contract,
    int? LineNumber,
    string Name,
    FinanceCategory Category,
    Money Value,
    long Quantity,
    string Location,
    AccountId? Custodian,
    DateOnly AcquiredOn
) : ICommand;

internal sealed class RegisterCardValidator : AbstractValidator<RegisterCard>
{
    private const long LargestQuantity = 1_000_000;

    public RegisterCardValidator()
    {
        RuleFor(command => command.Name).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Category).KnownWord();
        RuleFor(command => command.Value).PositiveAmount();
        RuleFor(command => command.Quantity).InclusiveBetween(1, LargestQuantity).WithErrorCode("OUT_OF_RANGE");
        RuleFor(command => command.Location).RequiredText(InputRules.ShortText);
        RuleFor(command => command.AcquiredOn).PlausibleDate();
    }
}

internal sealed class RegisterCardHandler(
    IAssetsDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<RegisterCard, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RegisterCard command, CancellationToken cancellationToken)
    {
        var custodian = await mediator.CustodianAsync(command.Custodian, cancellationToken);
        await database.LockAsync<AssetRegistration, AssetRegistrationId>(command.Registration, cancellationToken);
        var registration = await database.Registrations.FirstOrDefaultAsync(
            one => one.Id == command.Registration,
            cancellationToken
        );
        var allowed = act.Authorise(registration, LedgerAccess.RegistrationOfTheLeadUnit);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var text = new CardText(
            command.Contract,
            command.LineNumber,
            command.Name,
            command.Category,
            command.Value,
            command.Quantity,
            command.Location,
            command.AcquiredOn
        );
        var made = registration!.Register(ids.Next<AssetCardId>(), text, custodian, new(act.Actor.Account), rules);
        if (made.IsFailure)
        {
            return made.Failure;
        }

        // The receipt and the audit entry are the card's.
        act.Authorise(made.Value, LedgerAccess.CardOfTheLeadUnit);
        database.Cards.Add(made.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
