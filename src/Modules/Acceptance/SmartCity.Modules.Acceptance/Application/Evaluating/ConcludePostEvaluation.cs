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

namespace SmartCity.Modules.Acceptance.Application.Evaluating;

/// <summary>The office concludes the post-evaluation, after a year of running.</summary>
internal sealed record ConcludePostEvaluation(
    AcceptanceId Acceptance,
    PostEvaluationText Evaluation,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class ConcludePostEvaluationValidator : AbstractValidator<ConcludePostEvaluation>
{
    public ConcludePostEvaluationValidator()
    {
        RuleFor(command => command.Evaluation)
            .NotNull()
            .ChildRules(evaluation =>
            {
                evaluation.RuleFor(text => text.Score).InclusiveBetween(0, 100).WithErrorCode("OUT_OF_RANGE");
                evaluation.RuleFor(text => text.Result).KnownWord();
                evaluation.RuleFor(text => text.DocumentNumber).RequiredText(InputRules.ShortText);
                evaluation.RuleFor(text => text.ConcludedOn).PlausibleDate();
                evaluation.RuleFor(text => text.Survey).NotNull().SetValidator(new EvaluationSurveyValidator());
            });
    }
}

internal sealed class ConcludePostEvaluationHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ConcludePostEvaluation, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ConcludePostEvaluation command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() =>
                acceptance!.ConcludePostEvaluation(command.Evaluation, new AccountId(act.Actor.Account), rules)
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
