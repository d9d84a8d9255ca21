using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Testing;

/// <summary>The lead unit concludes the trial run, passed or not.</summary>
internal sealed record FinishTrial(
    AcceptanceId Acceptance,
    DateOnly EndedOn,
    string ReportNumber,
    bool Passed,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class FinishTrialValidator : AbstractValidator<FinishTrial>
{
    public FinishTrialValidator()
    {
        RuleFor(command => command.EndedOn).PlausibleDate();
        RuleFor(command => command.ReportNumber).RequiredText(InputRules.ShortText);
    }
}

internal sealed class FinishTrialHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<FinishTrial, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(FinishTrial command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => acceptance!.FinishTrial(command.EndedOn, command.ReportNumber, command.Passed, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
