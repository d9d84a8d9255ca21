using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>Puts the recovery codes of a proposal in place of all that the actor has.</summary>
/// <param name="CurrentCode">A code of his device.</param>
internal sealed record MakeRecoveryCodesAnew(
    [property: JsonIgnore] SecretText Proposal,
    [property: JsonIgnore] SecretText CurrentCode,
    long ExpectedVersion
) : IKeepsOwnSignIn, IChangesObject;

internal sealed class MakeRecoveryCodesAnewValidator : AbstractValidator<MakeRecoveryCodesAnew>
{
    public MakeRecoveryCodesAnewValidator()
    {
        RuleFor(command => command.Proposal.Value).Secret("proposal");
        RuleFor(command => command.CurrentCode.Value).Secret("currentCode");
    }
}

internal sealed class MakeRecoveryCodesAnewHandler(ISecurityDatabase database, Act act, ISecondFactors factors)
    : IRequestHandler<MakeRecoveryCodesAnew, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(MakeRecoveryCodesAnew command, CancellationToken cancellationToken)
    {
        var account = new AccountId(act.Actor.Account);
        var factor = await database.SecondFactors.FirstOrDefaultAsync(one => one.Id == account, cancellationToken);
        var authorised = act.Authorise(factor, SecurityAuthorities.OnOwnSecondFactor, command.ExpectedVersion);
        if (authorised.IsFailure)
        {
            return authorised.Failure;
        }

        if (factors.Open(account, command.Proposal) is not { } proposal)
        {
            return SecondFactorErrors.ProposalUnknown;
        }

        // As in setting one up: a dry run tells nothing about codes.
        if (
            factor!.IsSetUp
            && act.Context.DryRun is null
            && !await factors.ProveAsync(account, command.CurrentCode, cancellationToken)
        )
        {
            return SecondFactorErrors.CodeWrong;
        }

        if (factor.MakeRecoveryCodesAnew(act.At) is { IsFailure: true, Failure: { } none })
        {
            return none;
        }

        await factors.KeepRecoveryCodesAsync(account, proposal, cancellationToken);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
