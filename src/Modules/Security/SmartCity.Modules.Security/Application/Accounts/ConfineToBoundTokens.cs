using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>
/// Says whether a partner's system is issued only tokens that are bound to its certificate. Others that it has fall within a
/// minute of that.
/// </summary>
internal sealed record ConfineToBoundTokens(AccountId Account, bool? BoundTokensOnly, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ConfineToBoundTokensValidator : AbstractValidator<ConfineToBoundTokens>
{
    public ConfineToBoundTokensValidator() => RuleFor(command => command.BoundTokensOnly).NotNull();
}

internal sealed class ConfineToBoundTokensHandler(ISecurityDatabase database, BoundCertificates certificates, Act act)
    : IRequestHandler<ConfineToBoundTokens, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ConfineToBoundTokens command, CancellationToken cancellationToken)
    {
        var account = await database.Accounts.FirstOrDefaultAsync(
            account => account.Id == command.Account,
            cancellationToken
        );
        var hasCertificate = await certificates.HasAnyAsync(command.Account, cancellationToken);
        var confined = act.Authorise(account, SecurityAuthorities.OnAccount, command.ExpectedVersion)
            .Then(() => account!.ConfineToBoundTokens(command.BoundTokensOnly!.Value, hasCertificate));
        return confined.IsFailure ? confined.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
