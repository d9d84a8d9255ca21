using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Accepting;

/// <summary>The office finds a passed acceptance void, with the reason; use falls with it.</summary>
internal sealed record RevokeAcceptance(AcceptanceId Acceptance, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class RevokeAcceptanceValidator : AbstractValidator<RevokeAcceptance>
{
    public RevokeAcceptanceValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class RevokeAcceptanceHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RevokeAcceptance, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RevokeAcceptance command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() => acceptance!.Revoke(command.Reason, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
