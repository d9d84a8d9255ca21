using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Accepting;

/// <summary>The lead unit applies for acceptance, with what the acceptance is to rest on (article 36).</summary>
internal sealed record ApplyForAcceptance(
    AcceptanceId Acceptance,
    IReadOnlyList<AcceptanceBasis> Basis,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class ApplyForAcceptanceValidator : AbstractValidator<ApplyForAcceptance>
{
    public ApplyForAcceptanceValidator()
    {
        RuleFor(command => command.Basis).Lines();
        RuleForEach(command => command.Basis)
            .ChildRules(basis =>
            {
                basis.RuleFor(one => one.Kind).KnownWord();
                basis.RuleFor(one => one.Number).RequiredText(InputRules.ShortText);
                basis.RuleFor(one => one.Title).RequiredText(InputRules.ShortText);
                basis.RuleFor(one => one.Evidence).RequiredText(InputRules.ShortText);
            });
    }
}

internal sealed class ApplyForAcceptanceHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ApplyForAcceptance, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ApplyForAcceptance command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => acceptance!.Apply(command.Basis, new AccountId(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
