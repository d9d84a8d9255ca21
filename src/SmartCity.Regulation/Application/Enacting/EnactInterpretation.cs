using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>The office interprets what the text leaves open: how a passage is read, and the numbers that follow (INT-32).</summary>
internal sealed record EnactInterpretation(
    [property: Description("文件")] EnactmentText Document,
    [property: Description("解释的内容")] Reading Reading,
    [property: Description("随之变更的参数；只解释读法的，为空")] IReadOnlyList<ParameterValueText> Changes
) : ICommand;

internal sealed class EnactInterpretationValidator : AbstractValidator<EnactInterpretation>
{
    public EnactInterpretationValidator()
    {
        RuleFor(command => command.Document).NotNull().SetValidator(new EnactmentTextValidator());
        RuleFor(command => command.Reading).NotNull().SetValidator(new ReadingValidator());
        RuleFor(command => command.Changes).Changes();
        RuleForEach(command => command.Changes).Change();
    }
}

internal sealed class EnactInterpretationHandler(
    IRegulationDatabase database,
    Act act,
    EnactmentDesk desk,
    EnactedParameters enacted
) : IRequestHandler<EnactInterpretation, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(EnactInterpretation command, CancellationToken cancellationToken)
    {
        var enactment = await desk.DrawUpAsync(
            ParameterAct.Interpretation,
            command.Document,
            command.Changes,
            [],
            command.Reading,
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
