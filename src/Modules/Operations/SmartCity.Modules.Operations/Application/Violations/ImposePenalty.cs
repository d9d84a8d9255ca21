using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The office imposes a penalty on a unit: serious and with major loss (INT-15).</summary>
internal sealed record ImposePenalty(
    ViolationCaseId Case,
    string DocumentNumber,
    string Content,
    bool ReferToDiscipline,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class ImposePenaltyValidator : AbstractValidator<ImposePenalty>
{
    public ImposePenaltyValidator()
    {
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Content).RequiredText(InputRules.LongText);
    }
}

internal sealed class ImposePenaltyHandler(IOperationsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ImposePenalty, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ImposePenalty command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var outcome = act.Authorise(violation, CaseAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() =>
                violation!.ImposePenalty(
                    command.DocumentNumber,
                    command.Content,
                    command.ReferToDiscipline,
                    new(act.Actor.Account),
                    rules
                )
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
