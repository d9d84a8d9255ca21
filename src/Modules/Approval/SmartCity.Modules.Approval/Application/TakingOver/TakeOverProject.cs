using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Application.TakingOver;

/// <summary>
/// The office enters a project that ran before the city began to keep it here, in the stage it stands in. The gates
/// before that stage are kept as not judged; lead unit and office's number name it once.
/// </summary>
internal sealed record TakeOverProject(UnitId LeadUnit, DeclarationSheet Sheet, RunningProject Project) : ICommand;

internal sealed class TakeOverProjectValidator : AbstractValidator<TakeOverProject>
{
    public TakeOverProjectValidator()
    {
        RuleFor(command => command.Sheet).NotNull().SetValidator(new DeclarationSheetValidator());
        RuleFor(command => command.Sheet.Kind)
            .NotNull()
            .WithErrorCode("REQUIRED")
            .When(command => command.Sheet is not null);
        RuleFor(command => command.Sheet.Fund.Sources)
            .NotEmpty()
            .WithErrorCode("REQUIRED")
            .When(command => command.Sheet?.Fund is not null);
        RuleFor(command => command.Sheet.TotalInvestment)
            .Must(total => total.IsPositive)
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("总投资应大于零。", "The total investment is above zero.")
            .When(command => command.Sheet is not null);
        RuleFor(command => command.Project).NotNull().SetValidator(new RunningProjectValidator());
    }
}

internal sealed class TakeOverProjectHandler(
    IApprovalDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<TakeOverProject, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(TakeOverProject command, CancellationToken cancellationToken)
    {
        var unknown = await UnknownUnitsAsync(command, cancellationToken);
        if (unknown.Count > 0)
        {
            return Error.Invalid(unknown);
        }

        var before = await database
            .Declarations.Where(one =>
                one.TakeOver!.LeadUnit == command.LeadUnit && one.TakeOver.OfficeNumber == command.Project.OfficeNumber
            )
            .Select(one => one.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (before is not null)
        {
            return AlreadyTakenOver(before);
        }

        var lead = await mediator.LeadUnitAsync(command.LeadUnit, cancellationToken);
        var taken = Declaration.TakeUp(
            ids.Next<DeclarationId>(),
            lead.Value,
            command.Sheet,
            command.Project,
            ActingFor.Of(act.Actor),
            rules
        );
        if (taken.IsFailure)
        {
            return taken.Failure;
        }

        var allowed = act.Authorise(taken.Value, DeclarationAccess.OfTheOffice);
        database.Declarations.Add(taken.Value);
        return allowed.IsFailure ? allowed.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }

    private static Error AlreadyTakenOver(string number) =>
        Error.Conflict(
            "PROJECT_ALREADY_TAKEN_OVER",
            new(
                $"该单位的这个项目已经接管，申报编号 {number}，无需重复接管。",
                $"This project of the unit was taken over already, as {number}."
            )
        );

    private async Task<List<FieldError>> UnknownUnitsAsync(TakeOverProject command, CancellationToken cancellationToken)
    {
        List<(string Field, UnitId Unit)> named =
        [
            ("leadUnit", command.LeadUnit),
            .. command.Sheet.ParticipatingUnits.Select((unit, index) => ($"sheet.participatingUnits[{index}]", unit)),
        ];
        if (command.Project.Contract is { } contract)
        {
            named.Add(("project.contract.contractor", contract.Contractor));
        }

        var profiles = await mediator.UnitsAsync(named.Select(one => one.Unit), cancellationToken);
        return [.. profiles.UnknownUnits(index => named[index].Field, act.Context.Language)];
    }
}
