using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.TakingUp;

/// <summary>The module takes up a running project with its contract, in the state it stands in.</summary>
internal sealed record TakeUpRunningProject(DeclarationId Declaration, RunningWork Work) : ICommand;

internal sealed class TakeUpRunningProjectValidator : AbstractValidator<TakeUpRunningProject>
{
    public TakeUpRunningProjectValidator()
    {
        RuleFor(command => command.Work)
            .NotNull()
            .ChildRules(work =>
            {
                work.RuleFor(one => one.State).KnownWord();
                work.RuleFor(one => one.TakenOverOn).PlausibleDate();
                work.RuleFor(one => one.Contract).NotNull();
            });
    }
}

internal sealed class TakeUpRunningProjectHandler(
    IConstructionDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<TakeUpRunningProject, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(TakeUpRunningProject command, CancellationToken cancellationToken)
    {
        if (await database.Buildings.AnyAsync(one => one.Declaration == command.Declaration, cancellationToken))
        {
            // No conflict: that would be tried again, and it would never succeed.
            return Error.Unprocessable(
                "BUILDING_ALREADY_OPEN",
                new("该项目已经在办，不能再次接管。", "The project is here already; it is not taken up again.")
            );
        }

        var project = await mediator.ProjectAsync(command.Declaration, cancellationToken);
        var unit = await mediator.Send(new UnitOf(command.Work.Contractor), cancellationToken);
        if (project is null || unit is null)
        {
            return Error.NotFound(new("申报事项或承揽单位", "declaration or contractor"));
        }

        var registered = await database
            .Contractors.Where(one => one.Unit == unit.Id)
            .Select(one => (ContractorId?)one.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var building = Building.TakeUp(
            ids.Next<BuildingId>(),
            ids.Next<ContractId>(),
            project,
            command.Work,
            unit,
            registered,
            rules
        );
        var allowed = act.Authorise(building, BuildingAccess.OfTheModule);
        database.Buildings.Add(building);
        return allowed.IsFailure ? allowed.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
