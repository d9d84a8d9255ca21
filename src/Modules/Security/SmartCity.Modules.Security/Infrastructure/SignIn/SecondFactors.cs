using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using SmartCity.Modules.Security.Application.SecondFactors;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Infrastructure.SignIn;

/// <summary>Second factors by Identity: its user manager, with our provider of codes and our store.</summary>
internal sealed partial class SecondFactors(
    SecurityDb database,
    UserManager<Credential> users,
    IUserStore<Credential> store,
    IDataProtectionProvider protection,
    TimeProvider time,
    ILogger<SecondFactors> logger
) : ISecondFactors
{
    private const string Issuer = "Xianyang Smart City";
    private const int RecoveryCodes = 10;
    private const int GroupsOfACode = 4;
    private const int CharactersOfAGroup = 4;

    // Without what is easily taken for another (Crockford): 5 bits each, 80 a code.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly TimeSpan ProposalLasts = TimeSpan.FromMinutes(15);

    private readonly IDataProtector protector = protection.CreateProtector("SmartCity.Security.SecondFactorProposal");

    public SecondFactorProposal Propose(AccountId account, string userName)
    {
        var secret = users.GenerateNewAuthenticatorKey();
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => NewCode()).ToList();
        var content = new Content(userName, secret, codes, time.GetUtcNow() + ProposalLasts);
        return Told(content, ProtectorOf(account).Protect(JsonSerializer.Serialize(content)));
    }

    public SecondFactorProposal? Open(AccountId account, SecretText proposal)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(ProtectorOf(account).Unprotect(proposal.Value))!;
            return content.Until > time.GetUtcNow() ? Told(content, proposal.Value) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task<bool> IsSetUpAsync(AccountId account, CancellationToken cancellationToken) =>
        await FindAsync(account) is { TwoFactorEnabled: true };

    public async Task<int> RecoveryCodesLeftAsync(AccountId account, CancellationToken cancellationToken) =>
        await FindAsync(account) is { TwoFactorEnabled: true } credential
            ? await users.CountRecoveryCodesAsync(credential)
            : 0;

    public async Task<bool> ProveAsync(AccountId account, SecretText code, CancellationToken cancellationToken)
    {
        if (await FindAsync(account) is not { TwoFactorEnabled: true } credential)
        {
            return false;
        }

        // Checked even while locked out, as the password is.
        var isRight = await users.VerifyTwoFactorTokenAsync(
            credential,
            TokenOptions.DefaultAuthenticatorProvider,
            Normal(code.Value)
        );
        if (await users.IsLockedOutAsync(credential))
        {
            LogRefused(logger, credential.Id, "locked out");
            return false;
        }

        if (!isRight)
        {
            await users.AccessFailedAsync(credential);
            LogRefused(logger, credential.Id, "wrong code");
            return false;
        }

        credential.AccessFailedCount = 0;
        // Of two that send one code at the same time, the stamp lets one through.
        return (await users.UpdateAsync(credential)).Succeeded;
    }

    public async Task<bool> KeepAsync(
        AccountId account,
        SecondFactorProposal proposal,
        SecretText firstCode,
        CancellationToken cancellationToken
    )
    {
        if (
            await FindAsync(account) is not { } credential
            || TimeStepCodes.StepOf(proposal.Secret, Normal(firstCode.Value), time.GetUtcNow(), last: null)
                is not { } step
        )
        {
            return false;
        }

        using var hold = database.HoldLibrarySaves();
        await Store.SetAuthenticatorKeyAsync(credential, proposal.Secret, cancellationToken);
        await Store.ReplaceCodesAsync(credential, proposal.RecoveryCodes.Select(Normal), cancellationToken);
        credential.TwoFactorEnabled = true;
        credential.LastTimeStep = step;
        await users.UpdateAsync(credential);
        return true;
    }

    public async Task KeepRecoveryCodesAsync(
        AccountId account,
        SecondFactorProposal proposal,
        CancellationToken cancellationToken
    )
    {
        using var hold = database.HoldLibrarySaves();
        var credential = (await FindAsync(account))!;
        await Store.ReplaceCodesAsync(credential, proposal.RecoveryCodes.Select(Normal), cancellationToken);
        await users.UpdateAsync(credential);
    }

    public async Task<int?> RedeemAsync(AccountId account, SecretText code, CancellationToken cancellationToken)
    {
        if (await FindAsync(account) is not { TwoFactorEnabled: true } credential)
        {
            return null;
        }

        if (await users.IsLockedOutAsync(credential))
        {
            LogRefused(logger, credential.Id, "locked out");
            return null;
        }

        var failed = credential.AccessFailedCount;
        using (database.HoldLibrarySaves())
        {
            // Set before, for what is redeemed is updated once.
            credential.AccessFailedCount = 0;
            if ((await users.RedeemTwoFactorRecoveryCodeAsync(credential, Normal(code.Value))).Succeeded)
            {
                return await users.CountRecoveryCodesAsync(credential);
            }
        }

        credential.AccessFailedCount = failed;
        await users.AccessFailedAsync(credential);
        LogRefused(logger, credential.Id, "wrong recovery code");
        return null;
    }

    public async Task ForgetAsync(AccountId account, CancellationToken cancellationToken)
    {
        using var hold = database.HoldLibrarySaves();
        if (await FindAsync(account) is { } credential)
        {
            await Store.ForgetSecondFactorAsync(credential, cancellationToken);
            (credential.TwoFactorEnabled, credential.LastTimeStep) = (false, null);
            await users.UpdateAsync(credential);
        }
    }

    private CredentialStore Store => (CredentialStore)store;

    private static SecondFactorProposal Told(Content content, string sealedContent) =>
        new(
            content.Secret,
            $"otpauth://totp/{Escaped(Issuer)}:{Escaped(content.UserName)}?secret={content.Secret}&issuer={Escaped(Issuer)}"
                + $"&algorithm=SHA1&digits={TimeStepCodes.Digits}&period={TimeStepCodes.StepSeconds}",
            content.RecoveryCodes,
            sealedContent,
            content.Until
        );

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private static string NewCode() =>
        string.Join(
            '-',
            Enumerable
                .Range(0, GroupsOfACode)
                .Select(_ => RandomNumberGenerator.GetString(Alphabet, CharactersOfAGroup))
        );

    // As people write a code down and read it again.
    private static string Normal(string code) =>
        code.ToUpperInvariant()
            .Replace("-", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace('O', '0')
            .Replace('I', '1')
            .Replace('L', '1');

    private IDataProtector ProtectorOf(AccountId account) => protector.CreateProtector(account.Value.ToString());

    private Task<Credential?> FindAsync(AccountId account) => users.FindByIdAsync(account.Value.ToString());

    private sealed record Content(
        string UserName,
        string Secret,
        IReadOnlyList<string> RecoveryCodes,
        DateTimeOffset Until
    );

    [LoggerMessage(Level = LogLevel.Warning, Message = "Second factor refused for account {Account}: {Reason}")]
    private static partial void LogRefused(ILogger logger, Guid account, string reason);
}
