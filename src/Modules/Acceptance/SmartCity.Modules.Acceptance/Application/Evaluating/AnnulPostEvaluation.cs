using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Evaluating;

/// <summary>The office annuls the result of a post-evaluation, with the reason.</summary>
internal sealed record AnnulPostEvaluation(AcceptanceId Acceptance, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class AnnulPostEvaluationValidator : AbstractValidator<AnnulPostEvaluation>
{
    public AnnulPostEvaluationValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class AnnulPostEvaluationHandler(
    IAcceptanceDatabase database,
    Act act,
    RulesInForce rules,
    WorkingCalendar calendar
) : IRequestHandler<AnnulPostEvaluation, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AnnulPostEvaluation command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() => acceptance!.AnnulPostEvaluation(command.Reason, rules, calendar));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
