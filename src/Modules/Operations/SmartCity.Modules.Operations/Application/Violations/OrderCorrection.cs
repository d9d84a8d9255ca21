using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The office orders a correction by a due day; it needs neither gravity nor loss.</summary>
internal sealed record OrderCorrection(
    ViolationCaseId Case,
    string DocumentNumber,
    string Requirement,
    DateOnly? DueOn,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class OrderCorrectionValidator : AbstractValidator<OrderCorrection>
{
    public OrderCorrectionValidator()
    {
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Requirement).RequiredText(InputRules.LongText);
        RuleFor(command => command.DueOn).PlausibleDate();
    }
}

internal sealed class OrderCorrectionHandler(IOperationsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<OrderCorrection, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(OrderCorrection command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var outcome = act.Authorise(violation, CaseAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() =>
                violation!.OrderCorrection(
                    command.DocumentNumber,
                    command.Requirement,
                    command.DueOn,
                    new(act.Actor.Account),
                    new(act.Actor.Unit),
                    rules
                )
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
