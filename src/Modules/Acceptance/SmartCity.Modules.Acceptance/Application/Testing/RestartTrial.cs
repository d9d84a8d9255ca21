using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Testing;

/// <summary>The lead unit begins the trial anew after a major redesign.</summary>
internal sealed record RestartTrial(AcceptanceId Acceptance, DateOnly RestartsOn, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class RestartTrialValidator : AbstractValidator<RestartTrial>
{
    public RestartTrialValidator()
    {
        RuleFor(command => command.RestartsOn).PlausibleDate();
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class RestartTrialHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RestartTrial, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RestartTrial command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => acceptance!.RestartTrial(command.RestartsOn, command.Reason, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
