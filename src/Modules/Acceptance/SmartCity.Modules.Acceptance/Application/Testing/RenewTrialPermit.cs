using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Testing;

/// <summary>The office gives a running trial a permit with another last day.</summary>
internal sealed record RenewTrialPermit(
    AcceptanceId Acceptance,
    string PermitNumber,
    DateOnly EndsBy,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class RenewTrialPermitValidator : AbstractValidator<RenewTrialPermit>
{
    public RenewTrialPermitValidator()
    {
        RuleFor(command => command.PermitNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.EndsBy).PlausibleDate();
    }
}

internal sealed class RenewTrialPermitHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RenewTrialPermit, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RenewTrialPermit command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() =>
                acceptance!.RenewTrialPermit(
                    command.PermitNumber,
                    command.EndsBy,
                    new AccountId(act.Actor.Account),
                    rules
                )
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
