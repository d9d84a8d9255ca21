using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>Signs the actor in by a recovery code, after his password; the page sends it, and nobody else can.</summary>
internal sealed record SpendRecoveryCode([property: JsonIgnore] SecretText Code) : IKeepsOwnSignIn;

internal sealed class SpendRecoveryCodeValidator : AbstractValidator<SpendRecoveryCode>
{
    public SpendRecoveryCodeValidator() => RuleFor(command => command.Code.Value).Secret("code");
}

internal sealed class SpendRecoveryCodeHandler(ISecurityDatabase database, Act act, ISecondFactors factors)
    : IRequestHandler<SpendRecoveryCode, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SpendRecoveryCode command, CancellationToken cancellationToken)
    {
        var id = new AccountId(act.Actor.Account);
        var factor = await database.SecondFactors.FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        var authorised = act.Authorise(factor, SecurityAuthorities.OnOwnSecondFactor);
        if (authorised.IsFailure)
        {
            return authorised.Failure;
        }

        if (await factors.RedeemAsync(id, command.Code, cancellationToken) is not { } left)
        {
            return SecondFactorErrors.CodeWrong;
        }

        var holder = await database.Accounts.AsNoTracking().FirstAsync(one => one.Id == id, cancellationToken);
        var spent = factor!.SpendRecoveryCode(holder, left, act.LegalDate);
        return spent.IsFailure ? spent.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
