using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>The office registers an amendment of the city government: numbers that stand in the text (INT-32). The government has no
/// account here, so its document is named by number and hash.</summary>
internal sealed record EnactAmendment(
    [property: Description("文件")] EnactmentText Document,
    [property: Description("变更的参数，至少一项")] IReadOnlyList<ParameterValueText> Changes,
    [property: Description("市人民政府文件（盖章件）的 SHA-256，64 位小写十六进制")] string DocumentSha256
) : ICommand;

internal sealed class EnactAmendmentValidator : AbstractValidator<EnactAmendment>
{
    public EnactAmendmentValidator()
    {
        RuleFor(command => command.Document).NotNull().SetValidator(new EnactmentTextValidator());
        RuleFor(command => command.Changes).Changes();
        RuleFor(command => command.Changes).NotNothing(_ => false);
        RuleForEach(command => command.Changes).Change();
        RuleFor(command => command.DocumentSha256)
            .NotEmpty()
            .WithErrorCode("REQUIRED")
            .Matches(@"\A[0-9a-f]{64}\z")
            .WithErrorCode("WRONG_FORM")
            .InWords("应为 64 位小写十六进制的 SHA-256。", "A SHA-256 in 64 lower-case hexadecimal digits.");
    }
}

internal sealed class EnactAmendmentHandler(
    IRegulationDatabase database,
    Act act,
    EnactmentDesk desk,
    EnactedParameters enacted
) : IRequestHandler<EnactAmendment, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(EnactAmendment command, CancellationToken cancellationToken)
    {
        var enactment = await desk.DrawUpAsync(
            ParameterAct.Amendment,
            command.Document,
            command.Changes,
            [],
            null,
            command.DocumentSha256,
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
