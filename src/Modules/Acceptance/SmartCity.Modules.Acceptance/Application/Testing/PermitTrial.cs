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

/// <summary>The office permits a trial run on real business, with its last day (INT-30).</summary>
internal sealed record PermitTrial(
    AcceptanceId Acceptance,
    string PermitNumber,
    DateOnly StartsOn,
    DateOnly EndsBy,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class PermitTrialValidator : AbstractValidator<PermitTrial>
{
    public PermitTrialValidator()
    {
        RuleFor(command => command.PermitNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.StartsOn).PlausibleDate();
        RuleFor(command => command.EndsBy).PlausibleDate();
    }
}

internal sealed class PermitTrialHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<PermitTrial, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(PermitTrial command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() =>
                acceptance!.PermitTrial(
                    command.PermitNumber,
                    command.StartsOn,
                    command.EndsBy,
                    new AccountId(act.Actor.Account),
                    rules
                )
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
