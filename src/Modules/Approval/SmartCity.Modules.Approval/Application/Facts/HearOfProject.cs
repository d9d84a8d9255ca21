using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Facts;

/// <summary>The module hears what happened to a project after it was built.</summary>
/// <param name="Source">The event's name.</param>
internal sealed record HearOfProject(DeclarationId Declaration, ProjectEvent Told, string Source) : ICommand;

internal sealed class HearOfProjectValidator : AbstractValidator<HearOfProject>
{
    public HearOfProjectValidator()
    {
        RuleFor(command => command.Told)
            .NotNull()
            .ChildRules(told =>
            {
                told.RuleFor(one => one.Kind).KnownWord();
                told.RuleFor(one => one.On).PlausibleDate();
            });
    }
}

internal sealed class HearOfProjectHandler(IApprovalDatabase database, Act act)
    : IRequestHandler<HearOfProject, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(HearOfProject command, CancellationToken cancellationToken)
    {
        var facts = await database.HeldFactsAsync(command.Declaration, cancellationToken);
        var outcome = act.Authorise(facts, PaymentAccess.OfTheModule)
            .Then(() => facts!.Hear(command.Told, act.Origin(command.Source)));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
