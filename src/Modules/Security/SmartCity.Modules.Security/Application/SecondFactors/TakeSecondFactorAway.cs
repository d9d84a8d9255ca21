using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.SecondFactors;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>Takes a lost second factor away; its holder is told, and sets up another.</summary>
internal sealed record TakeSecondFactorAway(AccountId Account, string? Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class TakeSecondFactorAwayValidator : AbstractValidator<TakeSecondFactorAway>
{
    public TakeSecondFactorAwayValidator() =>
        RuleFor(command => command.Reason).RequiredText(SecondFactor.LongestReason);
}

internal sealed class TakeSecondFactorAwayHandler(ISecurityDatabase database, Act act, ISecondFactors factors)
    : IRequestHandler<TakeSecondFactorAway, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(TakeSecondFactorAway command, CancellationToken cancellationToken)
    {
        var factor = await database.SecondFactors.FirstOrDefaultAsync(
            one => one.Id == command.Account,
            cancellationToken
        );
        var authorised = act.Authorise(factor, SecurityAuthorities.OnOthersSecondFactor, command.ExpectedVersion);
        if (authorised.IsFailure)
        {
            return authorised.Failure;
        }

        var holder = await database
            .Accounts.AsNoTracking()
            .FirstAsync(one => one.Id == command.Account, cancellationToken);
        if (
            factor!.TakeAway(holder, command.Reason!, act.At, act.LegalDate) is
            { IsFailure: true, Failure: { } notSetUp }
        )
        {
            return notSetUp;
        }

        await factors.ForgetAsync(command.Account, cancellationToken);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
