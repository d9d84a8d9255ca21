using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>Where the three kinds of enactment are made alike: looked up, numbered, judged.</summary>
internal sealed class EnactmentDesk(
    IRegulationDatabase database,
    ParametersInForce parameters,
    RuleRegister register,
    RulesInForce rules,
    IIdSource ids,
    RequestContext context
)
{
    public async Task<Result<Enactment>> DrawUpAsync(
        ParameterAct kind,
        EnactmentText text,
        IReadOnlyList<ParameterValueText> changes,
        IReadOnlyList<ControlSwitchText> switches,
        Reading? reading,
        string? documentSha256,
        CancellationToken cancellationToken
    )
    {
        var before = parameters.On(text.EffectiveFrom);
        var proposed = ProposedChanges.Read(register, changes, switches, before, context.Language);
        if (proposed.IsFailure)
        {
            return proposed.Failure;
        }

        if (
            await database.Enactments.AnyAsync(
                one => one.Kind == kind && one.DocumentNumber == text.DocumentNumber,
                cancellationToken
            )
        )
        {
            return Error.Conflict(
                "ENACTMENT_REGISTERED",
                new("该文号的文件已经登记。", "The document of this number is registered already.")
            );
        }

        return Enactment.Register(
            ids.Next<EnactmentId>(),
            await database.Enactments.CountAsync(cancellationToken) + 1,
            kind,
            text,
            new(proposed.Value.Values, proposed.Value.Switches, reading, documentSha256),
            before,
            rules
        );
    }
}
