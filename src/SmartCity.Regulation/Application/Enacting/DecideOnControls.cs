using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>The office changes its own safeguards: their values, and which of them are switched off or on again.</summary>
internal sealed record DecideOnControls(
    [property: Description("文件")] EnactmentText Document,
    [property: Description("变更的参数")] IReadOnlyList<ParameterValueText> Changes,
    [property: Description("停用或者恢复的内部控制；与变更的参数合计至少一项")]
        IReadOnlyList<ControlSwitchText> Switches
) : ICommand;

internal sealed class DecideOnControlsValidator : AbstractValidator<DecideOnControls>
{
    public DecideOnControlsValidator()
    {
        RuleFor(command => command.Document).NotNull().SetValidator(new EnactmentTextValidator());
        RuleFor(command => command.Changes).Changes();
        RuleFor(command => command.Switches).Switches();
        RuleFor(command => command.Changes).NotNothing(command => command.Switches is null or { Count: > 0 });
        RuleForEach(command => command.Changes).Change();
        RuleForEach(command => command.Switches).Switch();
    }
}

internal sealed class DecideOnControlsHandler(
    IRegulationDatabase database,
    Act act,
    EnactmentDesk desk,
    EnactedParameters enacted
) : IRequestHandler<DecideOnControls, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(DecideOnControls command, CancellationToken cancellationToken)
    {
        var enactment = await desk.DrawUpAsync(
            ParameterAct.Control,
            command.Document,
            command.Changes,
            command.Switches,
            null,
            null,
            cancellationToken
        );
        if (enactment.IsFailure)
        {
            return enactment.Failure;
        }

        act.Authorise(enactment.Value, RegulationAuthorities.OnEnactment);
        database.Enactments.Add(enactment.Value);
        var saved = await database.SaveChangesAsync(act, cancellationToken);
        if (!saved.IsFailure)
        {
            await enacted.RefreshAsync(database, cancellationToken);
        }

        return saved;
    }
}
