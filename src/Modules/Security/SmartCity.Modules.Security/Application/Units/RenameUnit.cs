using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;
using Unit = SmartCity.Modules.Security.Domain.Units.Unit;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>A unit bears another name from a day on. What it bore before is kept, and told for past days.</summary>
/// <param name="Basis">The document by name and number.</param>
internal sealed record RenameUnit(
    UnitId Unit,
    string Name,
    string ShortName,
    DateOnly EffectiveOn,
    string Basis,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class RenameUnitValidator : AbstractValidator<RenameUnit>
{
    public RenameUnitValidator()
    {
        RuleFor(command => command.Name).RequiredText(Unit.LongestName);
        RuleFor(command => command.ShortName).RequiredText(Unit.LongestShortName);
        RuleFor(command => command.EffectiveOn).PlausibleDate();
        RuleFor(command => command.Basis).RequiredText(InputRules.ShortText);
    }
}

internal sealed class RenameUnitHandler(ISecurityDatabase database, Act act)
    : IRequestHandler<RenameUnit, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RenameUnit command, CancellationToken cancellationToken)
    {
        var unit = await database
            .Units.Include(one => one.EarlierNames)
            .FirstOrDefaultAsync(one => one.Id == command.Unit, cancellationToken);
        var renamed = act.Authorise(unit, SecurityAuthorities.OnUnit, command.ExpectedVersion)
            .Then(() =>
                unit!.Rename(
                    command.Name,
                    command.ShortName,
                    new(command.EffectiveOn, command.EffectiveOn.AddDays(-1), command.Basis),
                    act.LegalDate
                )
            );
        return renamed.IsFailure ? renamed.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
