using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>The module abandons the building of a project whose declaration was cancelled.</summary>
internal sealed record AbandonBuilding(DeclarationId Declaration, string Reason) : ICommand;

internal sealed class AbandonBuildingValidator : AbstractValidator<AbandonBuilding>
{
    public AbandonBuildingValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class AbandonBuildingHandler(IConstructionDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<AbandonBuilding, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AbandonBuilding command, CancellationToken cancellationToken)
    {
        var id = await database
            .Buildings.Where(one => one.LiveDeclaration == command.Declaration)
            .Select(one => one.Id)
            .FirstOrDefaultAsync(cancellationToken);
        await database.LockAsync<Building, BuildingId>(id, cancellationToken);
        var building = await database.Buildings.FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        var outcome = act.Authorise(building, BuildingAccess.OfTheModule)
            .Then(() => building!.Abandon(command.Reason, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
