using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Facts;

/// <summary>The module hears that the evaluation window of a project in use ends on another day.</summary>
/// <param name="Source">The event's name.</param>
internal sealed record HearOfWindow(DeclarationId Declaration, MovedWindow Moved, string Source) : ICommand;

internal sealed class HearOfWindowValidator : AbstractValidator<HearOfWindow>
{
    public HearOfWindowValidator()
    {
        RuleFor(command => command.Moved)
            .NotNull()
            .ChildRules(moved =>
            {
                moved.RuleFor(one => one.InUseOn).PlausibleDate();
                moved.RuleFor(one => one.Before).PlausibleDate();
                moved.RuleFor(one => one.Until).PlausibleDate();
                moved.RuleFor(one => one.On).PlausibleDate();
            });
    }
}

internal sealed class HearOfWindowHandler(IApprovalDatabase database, Act act)
    : IRequestHandler<HearOfWindow, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(HearOfWindow command, CancellationToken cancellationToken)
    {
        var facts = await database.HeldFactsAsync(command.Declaration, cancellationToken);
        var outcome = act.Authorise(facts, PaymentAccess.OfTheModule)
            .Then(() => facts!.Hear(command.Moved, act.Origin(command.Source)));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
