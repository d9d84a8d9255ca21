using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SmartCity.Modules.Security.Infrastructure.SignIn;

/// <summary>Passwords of persons by Identity, secrets of partners' systems by OpenIddict.</summary>
internal sealed partial class Credentials(
    SecurityDb database,
    UserManager<Credential> users,
    IOpenIddictApplicationManager applications,
    ILogger<Credentials> logger
) : ICredentials
{
    // Checked when there is no such user, so that an unknown name takes as long as a wrong password.
    private static readonly Credential Nobody = new();
    private static string? nobodysHash;

    public async Task<Result> AddAsync(Account account, Password password, CancellationToken cancellationToken)
    {
        using var hold = database.HoldLibrarySaves();
        if (!account.IsNaturalPerson)
        {
            await applications.CreateAsync(ClientOf(account, password), cancellationToken);
            return Result.Success;
        }

        var credential = new Credential
        {
            Id = account.Id.Value,
            UserName = account.UserName,
            LockoutEnabled = true,
        };
        var created = await users.CreateAsync(credential, password.Value);
        return created.Succeeded
            ? Result.Success
            : Error.Unprocessable(
                "CREDENTIAL_REFUSED",
                new(
                    "登录名或初始密码不符合要求，请更换后重试。",
                    "The user name or the password is not acceptable; choose another."
                )
            );
    }

    public async Task<Result> AddWithKeysAsync(Account account, string keys, CancellationToken cancellationToken)
    {
        using var hold = database.HoldLibrarySaves();
        var client = ClientOf(account, password: null);
        client.JsonWebKeySet = new(keys);
        await applications.CreateAsync(client, cancellationToken);
        return Result.Success;
    }

    public async Task ReplaceKeysAsync(Account account, string keys, CancellationToken cancellationToken)
    {
        using var hold = database.HoldLibrarySaves();
        var existing =
            await applications.FindByClientIdAsync(account.UserName, cancellationToken)
            ?? throw new InvalidOperationException($"The account {account.Id} has no client.");
        var client = ClientOf(account, password: null);
        client.JsonWebKeySet = new(keys);
        await applications.UpdateAsync(existing, client, cancellationToken);
    }

    public async Task<AccountId?> ProveAsync(string userName, Password password, CancellationToken cancellationToken)
    {
        if (
            password.Value.Length > Password.LongestLength
            || await users.FindByNameAsync(userName) is not { } credential
        )
        {
            nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, nameof(Nobody));
            users.PasswordHasher.VerifyHashedPassword(Nobody, nobodysHash, "");
            LogUnknown(logger);
            return null;
        }

        // The password is checked even while locked out, so that a lockout cannot be told by its speed.
        var isRight = await users.CheckPasswordAsync(credential, password.Value);
        if (await users.IsLockedOutAsync(credential))
        {
            LogRefused(logger, credential.Id, "locked out");
            return null;
        }

        if (!isRight)
        {
            await users.AccessFailedAsync(credential);
            LogRefused(logger, credential.Id, "wrong password");
            return null;
        }

        var id = new AccountId(credential.Id);
        if (!await database.Accounts.AnyAsync(account => account.Id == id && account.IsActive, cancellationToken))
        {
            LogRefused(logger, credential.Id, "closed account");
            return null;
        }

        // Whoever knows the password alone would else begin anew with each wrong code.
        if (!credential.TwoFactorEnabled)
        {
            await users.ResetAccessFailedCountAsync(credential);
        }

        LogProved(logger, credential.Id);
        return id;
    }

    public async Task<bool> IsLockedAsync(AccountId account, CancellationToken cancellationToken) =>
        await users.FindByIdAsync(account.Value.ToString()) is { } credential
        && await users.IsLockedOutAsync(credential);

    private static OpenIddictApplicationDescriptor ClientOf(Account account, Password? password) =>
        new()
        {
            ClientId = account.UserName,
            ClientSecret = password?.Value,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = account.Name,
            Permissions =
            {
                Permissions.Endpoints.Token,
                Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.ClientCredentials,
            },
        };

    [LoggerMessage(Level = LogLevel.Information, Message = "Password of account {Account} was right")]
    private static partial void LogProved(ILogger logger, Guid account);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused for account {Account}: {Reason}")]
    private static partial void LogRefused(ILogger logger, Guid account, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused: no such user name")]
    private static partial void LogUnknown(ILogger logger);
}
