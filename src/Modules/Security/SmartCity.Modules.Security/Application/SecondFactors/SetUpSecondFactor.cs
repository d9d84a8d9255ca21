using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.SecondFactors;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>
/// Sets up the actor's own second factor, or replaces it. What proves him is left out of the request's hash, which is kept
/// for ever and could be tried offline.
/// </summary>
/// <param name="Code">The first code of the new secret.</param>
/// <param name="CurrentCode">A code of the secret that is replaced; empty where there is none.</param>
internal sealed record SetUpSecondFactor(
    [property: JsonIgnore] SecretText Proposal,
    [property: JsonIgnore] SecretText Code,
    [property: JsonIgnore] SecretText CurrentCode,
    long ExpectedVersion
) : IKeepsOwnSignIn, IChangesObject;

internal sealed class SetUpSecondFactorValidator : AbstractValidator<SetUpSecondFactor>
{
    public SetUpSecondFactorValidator()
    {
        RuleFor(command => command.Proposal.Value).Secret("proposal");
        RuleFor(command => command.Code.Value).Secret("code");
        RuleFor(command => command.CurrentCode.Value)
            .MaximumLength(SecretText.LongestLength)
            .OverridePropertyName("currentCode");
    }
}

internal sealed class SetUpSecondFactorHandler(ISecurityDatabase database, Act act, ISecondFactors factors)
    : IRequestHandler<SetUpSecondFactor, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SetUpSecondFactor command, CancellationToken cancellationToken)
    {
        var account = new AccountId(act.Actor.Account);
        var existing = await database.SecondFactors.FirstOrDefaultAsync(one => one.Id == account, cancellationToken);
        var factor = existing ?? SecondFactor.Of(account);
        var authorised = act.Authorise(factor, SecurityAuthorities.OnOwnSecondFactor, command.ExpectedVersion);
        if (authorised.IsFailure)
        {
            return authorised.Failure;
        }

        if (act.Actor.Kind != ActorKind.Person)
        {
            return Error.Forbidden(
                "SECOND_FACTOR_NEEDS_A_PERSON",
                new("业务系统账号不设第二因素。", "A partner's system has no second factor.")
            );
        }

        if (factors.Open(account, command.Proposal) is not { } proposal)
        {
            return SecondFactorErrors.ProposalUnknown;
        }

        // A dry run counts nothing, so it tells nothing about codes either: they could be tried by it without end.
        if (
            factor.IsSetUp
            && act.Context.DryRun is null
            && !await factors.ProveAsync(account, command.CurrentCode, cancellationToken)
        )
        {
            return SecondFactorErrors.CodeWrong;
        }

        if (!await factors.KeepAsync(account, proposal, command.Code, cancellationToken))
        {
            return SecondFactorErrors.CodeWrong;
        }

        factor.SetUp(act.At);
        if (existing is null)
        {
            database.SecondFactors.Add(factor);
        }

        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
