using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>The module reopens the duty that somebody who left had in the group of a project (article 11).</summary>
internal sealed record ReopenGroupDuty(BuildingId Building, PersonLeft Left) : ICommand;

internal sealed class ReopenGroupDutyValidator : AbstractValidator<ReopenGroupDuty>
{
    public ReopenGroupDutyValidator() => RuleFor(command => command.Left.Name).RequiredText(InputRules.ShortText);
}

internal sealed class ReopenGroupDutyHandler(IConstructionDatabase database, Act act)
    : IRequestHandler<ReopenGroupDuty, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReopenGroupDuty command, CancellationToken cancellationToken)
    {
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var reopened = act.Authorise(building, BuildingAccess.OfTheModule)
            .Then(() => building!.ReopenDuty(command.Left, act.LegalDate));
        return reopened.IsFailure ? reopened.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
