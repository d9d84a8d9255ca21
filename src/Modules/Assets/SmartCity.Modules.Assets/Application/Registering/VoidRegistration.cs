using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Registering;

/// <summary>The module voids the registration of a project whose acceptance was revoked, with all its cards.</summary>
internal sealed record VoidRegistration(DeclarationId Declaration, string Reason) : ICommand;

internal sealed class VoidRegistrationValidator : AbstractValidator<VoidRegistration>
{
    public VoidRegistrationValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class VoidRegistrationHandler(IAssetsDatabase database, Act act)
    : IRequestHandler<VoidRegistration, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(VoidRegistration command, CancellationToken cancellationToken)
    {
        var registration = await database.Registrations.FirstOrDefaultAsync(
            one => one.Declaration == command.Declaration && one.State != RegistrationState.Void,
            cancellationToken
        );
        var allowed = act.Authorise(registration, LedgerAccess.RegistrationOfTheModule);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var cards = await database
            .Cards.Where(card => card.Registration == registration!.Id && card.State == CardState.OnLedger)
            .ToListAsync(cancellationToken);
        var outcome = registration!.Void(command.Reason, cards, act.LegalDate);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
