using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Facts;

/// <summary>The module hears of a contract, just signed or taken over: payments under it can be judged.</summary>
/// <param name="Source">The event's name.</param>
internal sealed record HearOfContract(DeclarationId Declaration, ContractTerms Terms, string Source) : ICommand;

internal sealed class HearOfContractValidator : AbstractValidator<HearOfContract>
{
    public HearOfContractValidator()
    {
        RuleFor(command => command.Terms)
            .NotNull()
            .ChildRules(terms =>
            {
                terms.RuleFor(one => one.Financing).KnownWord();
                terms.RuleFor(one => one.Amount).Total();
                terms.RuleFor(one => one.Capitalised).Total();
                terms.RuleFor(one => one.Retention).Total();
            });
    }
}

internal sealed class HearOfContractHandler(IApprovalDatabase database, Act act)
    : IRequestHandler<HearOfContract, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(HearOfContract command, CancellationToken cancellationToken)
    {
        var facts = await database.HeldFactsAsync(command.Declaration, cancellationToken);
        var outcome = act.Authorise(facts, PaymentAccess.OfTheModule)
            .Then(() => facts!.Hear(command.Terms, act.Origin(command.Source)));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
