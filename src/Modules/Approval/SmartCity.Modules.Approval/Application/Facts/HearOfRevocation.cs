using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Facts;

/// <summary>The module hears that a fact was taken back: the gates that it opened close again.</summary>
/// <param name="Source">The event's name.</param>
internal sealed record HearOfRevocation(
    DeclarationId Declaration,
    ProjectFactKind Kind,
    string Reason,
    DateOnly RevokedOn,
    string Source
) : ICommand;

internal sealed class HearOfRevocationValidator : AbstractValidator<HearOfRevocation>
{
    public HearOfRevocationValidator()
    {
        RuleFor(command => command.Kind).KnownWord();
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
        RuleFor(command => command.RevokedOn).PlausibleDate();
    }
}

internal sealed class HearOfRevocationHandler(IApprovalDatabase database, Act act)
    : IRequestHandler<HearOfRevocation, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(HearOfRevocation command, CancellationToken cancellationToken)
    {
        var facts = await database.HeldFactsAsync(command.Declaration, cancellationToken);
        var outcome = act.Authorise(facts, PaymentAccess.OfTheModule)
            .Then(() => facts!.End(command.Kind, new(command.Reason, command.RevokedOn), act.Origin(command.Source)));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
