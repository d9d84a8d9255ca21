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

namespace SmartCity.Modules.Acceptance.Application.Testing;

/// <summary>
/// The lead unit logs some days of the trial. Entries are taken one after the other, so that of two for the same days one
/// is told why it is not taken.
/// </summary>
internal sealed record LogTrial(AcceptanceId Acceptance, TrialLogText Entry) : ICommand;

internal sealed class LogTrialValidator : AbstractValidator<LogTrial>
{
    // A thousand petabytes in one stretch of a trial.
    private const long MostMegabytes = 1_000_000_000_000;

    public LogTrialValidator()
    {
        RuleFor(command => command.Entry)
            .NotNull()
            .ChildRules(entry =>
            {
                entry.RuleFor(text => text.From).PlausibleDate();
                entry
                    .RuleFor(text => text.Until)
                    .PlausibleDate()
                    .GreaterThanOrEqualTo(text => text.From)
                    .WithErrorCode("OUT_OF_RANGE");
                entry.RuleFor(text => text.UptimeBasisPoints).InclusiveBetween(0, 10_000).WithErrorCode("OUT_OF_RANGE");
                entry.RuleFor(text => text.Incidents).GreaterThanOrEqualTo(0).WithErrorCode("OUT_OF_RANGE");
                entry.RuleFor(text => text.Users).GreaterThanOrEqualTo(0).WithErrorCode("OUT_OF_RANGE");
                entry
                    .RuleFor(text => text.DataVolumeMegabytes)
                    .InclusiveBetween(0, MostMegabytes)
                    .WithErrorCode("OUT_OF_RANGE");
                entry.RuleFor(text => text.Note).Text(InputRules.LongText);
            });
    }
}

internal sealed class LogTrialHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<LogTrial, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(LogTrial command, CancellationToken cancellationToken)
    {
        await database.LockAsync<ProjectAcceptance, AcceptanceId>(command.Acceptance, cancellationToken);
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheLeadUnit)
            .Then(() => acceptance!.LogTrial(command.Entry, new AccountId(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
