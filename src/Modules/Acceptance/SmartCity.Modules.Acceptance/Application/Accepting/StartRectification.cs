using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Accepting;

/// <summary>The lead unit begins to put right what the acceptance found.</summary>
internal sealed record StartRectification(AcceptanceId Acceptance, string Plan, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class StartRectificationValidator : AbstractValidator<StartRectification>
{
    public StartRectificationValidator()
    {
        RuleFor(command => command.Plan).RequiredText(InputRules.LongText);
    }
}

internal sealed class StartRectificationHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<StartRectification, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(StartRectification command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => acceptance!.StartRectification(command.Plan, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
