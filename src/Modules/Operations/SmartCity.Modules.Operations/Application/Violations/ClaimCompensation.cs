using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The office claims compensation of a loss from the units responsible, serious or not.</summary>
internal sealed record ClaimCompensation(
    ViolationCaseId Case,
    string DocumentNumber,
    string Grounds,
    IReadOnlyList<ClaimCompensation.ChosenDebtor> Debtors,
    long ExpectedVersion
) : ICommand, IChangesObject
{
    internal sealed record ChosenDebtor(
        [property: Description("责任单位")] UnitId Unit,
        [property: Description("赔偿金额（元）")] Money Amount
    );
}

internal sealed class ClaimCompensationValidator : AbstractValidator<ClaimCompensation>
{
    public ClaimCompensationValidator()
    {
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Grounds).RequiredText(InputRules.LongText);
        RuleFor(command => command.Debtors)
            .Lines(20)
            .Must(debtors => debtors is null || debtors.DistinctBy(one => one?.Unit).Count() == debtors.Count)
            .WithErrorCode("DUPLICATE")
            .InWords("同一责任单位不得重复列入。", "A debtor is named once.");
        RuleForEach(command => command.Debtors)
            .ChildRules(debtor => debtor.RuleFor(one => one.Amount).PositiveAmount());
    }
}

internal sealed class ClaimCompensationHandler(
    IOperationsDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator
) : IRequestHandler<ClaimCompensation, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ClaimCompensation command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var allowed = act.Authorise(violation, CaseAccess.OfTheOffice, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var debtors = await DebtorsAsync(command, cancellationToken);
        if (debtors.IsFailure)
        {
            return debtors.Failure;
        }

        var outcome = violation!.ClaimCompensation(
            command.DocumentNumber,
            command.Grounds,
            debtors.Value,
            new(act.Actor.Account),
            rules
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task<Result<List<NamedDebtor>>> DebtorsAsync(
        ClaimCompensation command,
        CancellationToken cancellationToken
    )
    {
        var (debtors, unknown) = (new List<NamedDebtor>(), new List<FieldError>());
        foreach (var (index, chosen) in command.Debtors.Index())
        {
            if (await mediator.Send(new UnitOf(chosen.Unit), cancellationToken) is { } unit)
            {
                debtors.Add(new(unit.Id, unit.Name, chosen.Amount));
            }
            else
            {
                unknown.Add(Unknown.Unit($"debtors[{index}].unit", act.Context.Language));
            }
        }

        return unknown.Count > 0 ? Error.Invalid(unknown) : debtors;
    }
}
