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

/// <summary>The office records what a security evaluation found; the last one counts.</summary>
internal sealed record RecordSecurityEvaluation(
    AcceptanceId Acceptance,
    SecurityEvaluationText Evaluation,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class RecordSecurityEvaluationValidator : AbstractValidator<RecordSecurityEvaluation>
{
    public RecordSecurityEvaluationValidator()
    {
        RuleFor(command => command.Evaluation)
            .NotNull()
            .ChildRules(evaluation =>
            {
                evaluation.RuleFor(text => text.Evaluator).RequiredText(InputRules.ShortText);
                evaluation.RuleFor(text => text.CertificateNumber).RequiredText(InputRules.ShortText);
                evaluation.RuleFor(text => text.EvaluatedOn).PlausibleDate();
            });
    }
}

internal sealed class RecordSecurityEvaluationHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RecordSecurityEvaluation, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordSecurityEvaluation command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() =>
                acceptance!.RecordSecurityEvaluation(command.Evaluation, new AccountId(act.Actor.Account), rules)
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
