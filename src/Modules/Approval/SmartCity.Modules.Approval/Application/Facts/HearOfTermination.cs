using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Facts;

/// <summary>The module hears that a contract was terminated: it is paid under no more.</summary>
/// <param name="Source">The event's name.</param>
internal sealed record HearOfTermination(
    DeclarationId Declaration,
    ContractId Contract,
    string Reason,
    DateOnly TerminatedOn,
    string Source
) : ICommand;

internal sealed class HearOfTerminationValidator : AbstractValidator<HearOfTermination>
{
    public HearOfTerminationValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
        RuleFor(command => command.TerminatedOn).PlausibleDate();
    }
}

internal sealed class HearOfTerminationHandler(IApprovalDatabase database, Act act)
    : IRequestHandler<HearOfTermination, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(HearOfTermination command, CancellationToken cancellationToken)
    {
        var facts = await database.HeldFactsAsync(command.Declaration, cancellationToken);
        var outcome = act.Authorise(facts, PaymentAccess.OfTheModule)
            .Then(() =>
                facts!.End(command.Contract, new(command.Reason, command.TerminatedOn), act.Origin(command.Source))
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
