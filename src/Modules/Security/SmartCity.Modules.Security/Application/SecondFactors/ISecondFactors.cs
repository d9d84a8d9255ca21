using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>Something that only its holder may know, on its way to being checked or hashed. It prints as stars.</summary>
internal sealed class SecretText(string? value)
{
    public const int LongestLength = 4000;

    public string Value { get; } = value?.Trim() ?? "";

    public override string ToString() => "***";
}

/// <summary>A new secret and new recovery codes, shown once; kept only when the holder comes back with the proposal.</summary>
/// <param name="Sealed">All of it in a form that only this service reads, for this account and for a while.</param>
internal sealed record SecondFactorProposal(
    string Secret,
    string Address,
    IReadOnlyList<string> RecoveryCodes,
    string Sealed,
    DateTimeOffset Until
)
{
    public override string ToString() => nameof(SecondFactorProposal);
}

/// <summary>Time-step codes (RFC 6238) and recovery codes of accounts. All checks look at the lockout and count towards it.</summary>
internal interface ISecondFactors
{
    /// <summary>Makes a secret and recovery codes; nothing is kept.</summary>
    SecondFactorProposal Propose(AccountId account, string userName);

    /// <summary>The proposal as it was made for this account, or null where it is another's, too old, or none.</summary>
    SecondFactorProposal? Open(AccountId account, SecretText proposal);

    Task<bool> IsSetUpAsync(AccountId account, CancellationToken cancellationToken);

    Task<int> RecoveryCodesLeftAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Does this code of the device prove the holder now? One that did is used up with its time step.</summary>
    Task<bool> ProveAsync(AccountId account, SecretText code, CancellationToken cancellationToken);

    /// <summary>
    /// Lays down secret and hashed recovery codes, to be saved by the act, where the first code fits the secret.
    /// </summary>
    Task<bool> KeepAsync(
        AccountId account,
        SecondFactorProposal proposal,
        SecretText firstCode,
        CancellationToken cancellationToken
    );

    /// <summary>Puts the proposal's recovery codes in place of all others, to be saved by the act.</summary>
    Task KeepRecoveryCodesAsync(AccountId account, SecondFactorProposal proposal, CancellationToken cancellationToken);

    /// <summary>Uses a recovery code up, to be saved by the act; null where it is none, and how many are left otherwise.</summary>
    Task<int?> RedeemAsync(AccountId account, SecretText code, CancellationToken cancellationToken);

    /// <summary>Forgets secret and recovery codes, to be saved by the act.</summary>
    Task ForgetAsync(AccountId account, CancellationToken cancellationToken);
}
