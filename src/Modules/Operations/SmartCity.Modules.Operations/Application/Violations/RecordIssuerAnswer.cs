using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The office records what the issuer answered to a recommendation.</summary>
internal sealed record RecordIssuerAnswer(
    ViolationCaseId Case,
    int Recommendation,
    IssuerDecision Decision,
    string DocumentNumber,
    string? Text,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class RecordIssuerAnswerValidator : AbstractValidator<RecordIssuerAnswer>
{
    public RecordIssuerAnswerValidator()
    {
        RuleFor(command => command.Decision).KnownWord();
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Text).Text(InputRules.LongText);
    }
}

internal sealed class RecordIssuerAnswerHandler(IOperationsDatabase database, Act act)
    : IRequestHandler<RecordIssuerAnswer, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordIssuerAnswer command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var outcome = act.Authorise(violation, CaseAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() =>
                violation!.RecordIssuerAnswer(
                    command.Recommendation,
                    command.Decision,
                    command.DocumentNumber,
                    command.Text,
                    act.LegalDate
                )
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
