using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace SmartCity.Modules.Security.Infrastructure.SignIn;

/// <summary>
/// Identity's store, but what it would keep readable beside a credential is encrypted with the data-protection keys, and
/// recovery codes are hashed besides.
/// </summary>
internal sealed class CredentialStore(
    SecurityDb context,
    IDataProtectionProvider protection,
    IdentityErrorDescriber describer
) : UserOnlyStore<Credential, SecurityDb, Guid>(context, describer)
{
    public const int LongestName = 100;
    public const int LongestToken = 4000;

    private const string Separator = ";";

    // As Identity names them; its own names are private.
    private const string Provider = "[AspNetUserStore]";
    private const string RecoveryCodes = "RecoveryCodes";
    private const string AuthenticatorKey = "AuthenticatorKey";

    private readonly IDataProtector protector = protection.CreateProtector("SmartCity.Security.CredentialTokens");

    public override Task SetTokenAsync(
        Credential user,
        string loginProvider,
        string name,
        string? value,
        CancellationToken cancellationToken
    ) =>
        base.SetTokenAsync(
            user,
            loginProvider,
            name,
            value is null ? null : ProtectorOf(user, name).Protect(value),
            cancellationToken
        );

    public override async Task<string?> GetTokenAsync(
        Credential user,
        string loginProvider,
        string name,
        CancellationToken cancellationToken
    ) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept
            ? ProtectorOf(user, name).Unprotect(kept)
            : null;

    public override Task ReplaceCodesAsync(
        Credential user,
        IEnumerable<string> recoveryCodes,
        CancellationToken cancellationToken
    ) => KeepAsync(user, recoveryCodes.Select(code => HashOf(user, code)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(Credential user, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(user, code);
        var kept = await HashesAsync(user, cancellationToken);
        var left = kept.Where(one => one != hash).ToList();
        if (left.Count == kept.Length)
        {
            return false;
        }

        await KeepAsync(user, left, cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(Credential user, CancellationToken cancellationToken) =>
        (await HashesAsync(user, cancellationToken)).Length;

    public async Task ForgetSecondFactorAsync(Credential user, CancellationToken cancellationToken)
    {
        await RemoveTokenAsync(user, Provider, AuthenticatorKey, cancellationToken);
        await RemoveTokenAsync(user, Provider, RecoveryCodes, cancellationToken);
    }

    // Bound to account and purpose: a row that is copied to another account is none there.
    private IDataProtector ProtectorOf(Credential user, string name) =>
        protector.CreateProtector(user.Id.ToString(), name);

    private Task KeepAsync(Credential user, IEnumerable<string> hashes, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Provider, RecoveryCodes, string.Join(Separator, hashes), cancellationToken);

    private async Task<string[]> HashesAsync(Credential user, CancellationToken cancellationToken) =>
        (await GetTokenAsync(user, Provider, RecoveryCodes, cancellationToken) ?? "").Split(
            Separator,
            StringSplitOptions.RemoveEmptyEntries
        );

    // A code has 80 random bits: nobody tries them all, so a fast hash is enough.
    private static string HashOf(Credential user, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id}:{code}")));
}
