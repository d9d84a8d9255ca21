using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>
/// Replaces the public keys by which a partner's system proves itself; what it proved itself by before, keys or a secret, is
/// good for nothing from then on. Tokens that it has run out by themselves, within their half hour.
/// </summary>
internal sealed record ReplaceClientKeys(AccountId Account, string PublicKeys, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ReplaceClientKeysValidator : AbstractValidator<ReplaceClientKeys>
{
    public ReplaceClientKeysValidator() => RuleFor(command => command.PublicKeys).NotEmpty();
}

internal sealed class ReplaceClientKeysHandler(ISecurityDatabase database, ICredentials credentials, Act act)
    : IRequestHandler<ReplaceClientKeys, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReplaceClientKeys command, CancellationToken cancellationToken)
    {
        var account = await database.Accounts.FirstOrDefaultAsync(
            account => account.Id == command.Account,
            cancellationToken
        );
        var replaced = act.Authorise(account, SecurityAuthorities.OnAccount, command.ExpectedVersion)
            .Then(() => account!.ProveByKeys());
        if (replaced.IsFailure)
        {
            return replaced.Failure;
        }

        var keys = ClientKeys.Read(command.PublicKeys);
        if (keys.IsFailure)
        {
            return keys.Failure;
        }

        await credentials.ReplaceKeysAsync(account!, keys.Value, cancellationToken);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
